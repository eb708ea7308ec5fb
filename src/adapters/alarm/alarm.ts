import { schedule } from 'node-cron';

/** What wakes the program in real life. What is due is decided by the program, not by the alarm. */
export interface Alarm {
  /** Resolves after the next ring has been served. */
  nextRing(): Promise<void>;
  /** Never resolves; rejects with what the program threw at a ring. */
  readonly failure: Promise<never>;
  silence(): Promise<void>;
}

/** It would print a line every second while a ring takes longer. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/** Rings every second until it is silenced; while a ring is being served, the next ones are left out. */
export function startAlarm(ring: () => Promise<void>): Alarm {
  const waiting: (() => void)[] = [];
  let fail: (error: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const serve = async (): Promise<void> => {
    try {
      await ring();
      for (const resolve of waiting.splice(0)) resolve();
    } catch (error) {
      fail(error);
    }
  };
  const task = schedule('* * * * * *', serve, { noOverlap: true, logger: silent });
  return {
    failure,
    nextRing: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    async silence() {
      await task.destroy();
    },
  };
}
