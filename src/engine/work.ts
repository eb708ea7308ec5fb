import type { Random } from '../kernel/random.ts';
import type { Community } from './community/community.ts';
import type { Speaker } from './identity/people.ts';
import type { Room } from './identity/people.ts';
import type { Poster } from './outbox/poster.ts';
import type { Tx } from './tx.ts';

/** What every use case gets, whichever door it was called through: one open transaction, one moment, one community. */
export interface Work {
  readonly tx: Tx;
  readonly at: Date;
  readonly community: Community;
  readonly random: Random;
  /** Puts messages into the outbox, in this transaction. */
  readonly post: Poster;
}

/** Where something was said. */
export type Place =
  | { readonly kind: 'room'; readonly room: Room }
  /** A room that is bound to none of ours: silence, except to the binding code. */
  | { readonly kind: 'strange-room'; readonly outsideId: string }
  | { readonly kind: 'direct' };

/** One message of one person, being handled. */
export interface Turn extends Work {
  readonly speaker: Speaker;
  readonly place: Place;
  /** The login session in which it was said. */
  readonly sessionId: number;
}
