import type { Mend } from './mend.ts';

/**
 * When the event loop stood still for a minute, the puppet's watchdog starts it anew in the same process, where people
 * and rooms of the old session stay known and what is said to them goes nowhere. The process ends instead.
 */
export const oneLife: Mend = {
  puppet(inside, life) {
    inside.reset = async () => life.end('stale');
  },
};
