import { later } from '../../../../kernel/clock.ts';
import type { Mend } from './mend.ts';

/**
 * The puppet drops every message that was written before `startTime`: the machine's clock at the start, and again at
 * the login. So it loses what was written while it was down, and is deaf for ten minutes where the clock is ten minutes
 * fast. It listens from well before the last heard message on; the inbox knows what it has had.
 */
export const history: Mend = {
  puppet(inside, { clock, heardUntil, timing }) {
    const from = heardUntil === undefined ? later(clock.now(), -timing.skew) : later(heardUntil, -timing.history);
    Object.defineProperty(inside, 'startTime', {
      get: () => Math.floor(from.getTime() / 1_000),
      set: () => undefined,
    });
  },
};
