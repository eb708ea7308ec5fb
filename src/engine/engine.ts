import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import type { Channel } from './channel.ts';
import { type Community, createCommunitySource } from './community/community.ts';
import type { Log } from './log.ts';
import type { MediaFiles } from './media.ts';
import { createPoster } from './outbox/poster.ts';
import type { Database } from './tx.ts';
import type { Work } from './work.ts';

/** The world outside, as the program sees it. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly channel: Channel;
  readonly database: Database;
  readonly log: Log;
  readonly media: MediaFiles;
}

/** What the mechanisms share: the ports, and the one way to do work on the data. */
export interface Engine extends Ports {
  /** Runs a use case in one transaction at the present moment, caused by an incoming message where one is named. */
  work<Value>(run: (work: Work) => Promise<Value>, inboxId?: number): Promise<Value>;
  /** The login session that is open. Throws before the first login. */
  sessionId(): number;
  /** Calls back whenever something was put into the outbox, and when a new profile is in force. */
  onPost(listener: () => void): void;
  /** Says which login session is open. */
  useSession(id: number): void;
}

/** An engine over the ports; the community is read with the first work. */
export function createEngine(ports: Ports): Engine {
  const communities = createCommunitySource(ports.database.community);
  const listeners: (() => void)[] = [];
  let session: number | undefined;
  let last: Community | undefined;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    ...ports,
    work: (run, inboxId) =>
      ports.database.transaction(async (tx) => {
        const community = await communities.current(tx);
        const at = ports.clock.now();
        if (last !== undefined && last !== community) tell();
        last = community;
        const post = createPoster({ tx, communityId: community.id, at, inboxId: inboxId ?? null, onPost: tell });
        return run({ tx, at, community, random: ports.random, post });
      }),
    sessionId() {
      if (session === undefined) throw new Error('no login session is open');
      return session;
    },
    onPost: (listener) => {
      listeners.push(listener);
    },
    useSession: (id) => {
      session = id;
    },
  };
}
