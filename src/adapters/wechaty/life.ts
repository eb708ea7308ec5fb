import { setMaxListeners } from 'node:events';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../engine/log.ts';
import { pause, type Timing } from './timing.ts';

/**
 * Why a channel is at its end; the process ends with it and a fresh one begins. `logged-out`: the session is gone and
 * its card with it. `stale`: the connection hung. `broken`: the client has failed in a way that nobody foresaw.
 */
export type Ending = 'logged-out' | 'stale' | 'broken';

/** What the program hears about the connection. */
export interface ConnectionListener {
  /** Called once for each outage, at its second failure in a row: a single one is nothing. */
  onUnreachable(reason: string): void;
  /** WeChat answers again; it did not since then. */
  onReachable(since: Date): void;
}

/** One life of a channel, from its start to its end: what everything in it shares. */
export interface Life {
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: Timing;
  readonly ended: Promise<Ending>;
  /** Aborted when it is left or has ended: whatever waits gives up. */
  readonly signal: AbortSignal;
  readonly heardUntil: Date | undefined;
  end(reason: Ending): void;
  leave(): void;
  /** It was left, or has ended. */
  isOver(): boolean;
  /** WeChat has answered. */
  answered(): void;
  /** WeChat could not be reached, or has refused; waits until it is time to try again. */
  failed(reason: string): Promise<void>;
  isReachable(): boolean;
  /** When WeChat last answered or was last tried. */
  lastSign(): Date;
}

/** Begins a life. */
export function beginLife(
  ports: { readonly clock: Clock; readonly log: Log; readonly timing: Timing },
  heardUntil: Date | undefined,
  listener: ConnectionListener,
): Life {
  const { clock, timing } = ports;
  const controller = new AbortController();
  // Each request listens while it is on its way, and in a burst there are many.
  setMaxListeners(0, controller.signal);
  let finish: (reason: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    finish = resolve;
  });
  let failures = 0;
  let since = clock.now();
  let sign = since;
  return {
    ...ports,
    ended,
    signal: controller.signal,
    heardUntil,
    end(reason) {
      if (controller.signal.aborted) return;
      controller.abort();
      finish(reason);
    },
    leave: () => controller.abort(),
    isOver: () => controller.signal.aborted,
    answered() {
      if (failures > 1) listener.onReachable(since);
      failures = 0;
      sign = since = clock.now();
    },
    async failed(reason) {
      if (controller.signal.aborted) return;
      failures += 1;
      sign = clock.now();
      if (failures === 2) listener.onUnreachable(reason);
      const { from, to } = timing.retry;
      await pause(Math.min(to, from * 2 ** (failures - 1)), controller.signal);
      sign = clock.now();
    },
    isReachable: () => failures < 2,
    lastSign: () => sign,
  };
}
