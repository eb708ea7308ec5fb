import { HOUR, MINUTE, SECOND } from '../../kernel/clock.ts';

/** How long the adapter waits for what, in milliseconds. A test makes them short. */
export interface Timing {
  /** Between two tries to reach WeChat: the first wait, which doubles up to the last. */
  readonly retry: { readonly from: number; readonly to: number };
  /** After this long without an answer nobody knows whether a message was sent. */
  readonly send: number;
  /** A send that is on its way when the channel is left has this long. */
  readonly farewell: number;
  /** Between two sends: their ids are the millisecond in which they were made. */
  readonly spacing: number;
  /** A connection that has neither heard nor tried anything for so long is dead, whatever it says of itself. */
  readonly stale: number;
  /** How often that is looked at. */
  readonly watch: number;
  /** How often the phone is told that somebody is at the web client. */
  readonly presence: number;
  /** Changes of contacts come in flocks; they are told together. */
  readonly changes: number;
  /** Before a picture or a list that could not be fetched, or a message that could not be recorded, is tried again. */
  readonly again: readonly number[];
  /** What was said this long before the last heard message is listened to again; see the mend `history`. */
  readonly history: number;
  /** The same where nothing was heard yet: as wrong as the clock of a machine may be. */
  readonly skew: number;
}

export const TIMING: Timing = {
  retry: { from: 2 * SECOND, to: MINUTE },
  send: 30 * SECOND,
  farewell: 4 * SECOND,
  spacing: 5,
  stale: 5 * MINUTE,
  watch: 30 * SECOND,
  presence: 5 * MINUTE,
  changes: SECOND,
  again: [SECOND, 5 * SECOND, 20 * SECOND],
  history: 72 * HOUR,
  skew: HOUR,
};

/** Resolves after that long, or as soon as the signal comes. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}

/** Does the work again after each of the waits, until it succeeds. Throws what the last try threw. */
export async function tryAgain<Value>(
  work: () => Promise<Value>,
  waits: readonly number[],
  signal?: AbortSignal,
): Promise<Value> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted === true) throw error;
      await pause(wait, signal);
    }
  }
  return work();
}
