import type { GroupText, PrivateText } from '../../kernel/text.ts';
import type { OutgoingFile } from '../channel.ts';
import type { Room } from '../identity/people.ts';
import { findStaffRoom } from '../identity/store.ts';
import type { Tx } from '../tx.ts';
import type { Lane } from './rules.ts';
import { insertMessage } from './store.ts';

export interface PostOptions {
  readonly lane: Lane;
  readonly expiresAt: Date;
  /** Held back outside the community's hours. Replies are not. */
  readonly keepsHours: boolean;
  readonly notBefore?: Date;
  readonly mentions?: readonly string[];
  /** Sent instead of the text, which then only tells what it is. */
  readonly file?: OutgoingFile;
  /** Where a thing may be said once only: a second post with the same key is dropped. */
  readonly onceKey?: string;
  readonly caseNo?: number;
  readonly broadcastNo?: number;
}

/** The way from a use case to the outbox. A room takes text for groups only. Each answers whether the message was new. */
export interface Poster {
  toRoom(roomId: number, text: GroupText, options: PostOptions): Promise<boolean>;
  toPerson(personId: number, text: PrivateText, options: PostOptions): Promise<boolean>;
  /** To the staff's room; nothing where the community has none. */
  toStaffRoom(text: GroupText, options: PostOptions): Promise<boolean>;
}

export interface PosterScope {
  readonly tx: Tx;
  readonly communityId: number;
  readonly at: Date;
  /** The incoming message that is being handled, if any. */
  readonly inboxId: number | null;
  /** Told after each post, so that the sender looks. */
  readonly onPost: () => void;
}

/** A poster within one transaction. */
export function createPoster(scope: PosterScope): Poster {
  const { tx, communityId, at, inboxId } = scope;
  const post = async (
    target: { roomId: number | null; personId: number | null },
    text: string,
    options: PostOptions,
  ) => {
    const isNew = await insertMessage(tx, communityId, {
      ...target,
      text,
      inboxId,
      lane: options.lane,
      mentions: options.mentions ?? [],
      file: options.file ?? null,
      onceKey: options.onceKey ?? null,
      caseNo: options.caseNo ?? null,
      broadcastNo: options.broadcastNo ?? null,
      keepsHours: options.keepsHours,
      createdAt: at,
      notBefore: options.notBefore ?? at,
      expiresAt: options.expiresAt,
    });
    scope.onPost();
    return isNew;
  };
  return {
    toRoom: (roomId, text, options) => post({ roomId, personId: null }, text, options),
    toPerson: (personId, text, options) => post({ roomId: null, personId }, text, options),
    async toStaffRoom(text, options) {
      const room: Room | undefined = await findStaffRoom(tx, communityId);
      return room !== undefined && (await post({ roomId: room.id, personId: null }, text, options));
    },
  };
}
