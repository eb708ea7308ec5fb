/** How a send goes wrong: with a return code, by an answer that never comes though it was taken, or by a gateway. */
export type SendFault = number | 'unanswered' | 'cut' | 'bad-gateway';

/** What goes wrong, as long as it is set. */
export class Faults {
  /** Of the next sends, one after another. */
  readonly send: SendFault[] = [];
  /** Of the next fetches of a picture or a voice: an empty answer. */
  emptyMedia = 0;
  /** No network: every connection is cut. */
  isAway = false;
  /** Addresses that answer 502. */
  readonly broken = new Set<string>();
  /** Addresses that never answer. */
  readonly silent = new Set<string>();
}
