import { earliest } from '../kernel/clock.ts';
import type { ChannelListener } from './channel.ts';
import { createRouter } from './chat/router.ts';
import { createEngine, type Engine, type Ports } from './engine.ts';
import type { Feature } from './feature.ts';
import { answerFriendRequest } from './identity/friend-requests.ts';
import { createIdentity } from './identity/identity.ts';
import { texts as identityTexts } from './identity/texts.ts';
import { createInbox } from './inbox/inbox.ts';
import { tellGap } from './outbox/gap.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { SendLimits } from './outbox/rules.ts';
import { createDeadlineKeeper } from './scheduler/deadlines.ts';
import type { Job } from './scheduler/job.ts';
import { createScheduler } from './scheduler/scheduler.ts';

/** The whole program between a channel, a clock and a database. */
export interface Bot {
  /** Connects to the channel and takes up what an earlier life left. */
  start(): Promise<void>;
  /** The next moment at which something is to be done; undefined while nothing is. */
  nextDue(): Promise<Date | undefined>;
  /** Does everything that is due at the present moment. Safe to call at any time. */
  runDue(): Promise<void>;
  /** Whether something that was said or posted since a moment may still be answered or sent before `until`. */
  isBusy(since: Date, until: Date): Promise<boolean>;
  /** Stops listening; what was begun is finished first. */
  stop(): Promise<void>;
  /** The number of the last incoming message that was recorded; 0 before the first. */
  lastInboxId(): Promise<number>;
  /** People or rooms have changed outside of a message: marks and rosters are looked at again. */
  lookAgain(): void;
  readonly engine: Engine;
}

/** Puts the mechanisms together. */
export function createBot(ports: Ports, features: readonly Feature[], limits: SendLimits): Bot {
  const engine = createEngine(ports);
  let hasChanged = false;
  let hasNewFriends = true;
  let hasNewRooms = true;
  /** Before the login nobody can be told from anybody; the clock's jobs run all the same. */
  let isLoggedIn = false;
  const identity = createIdentity(engine);
  const outbox = createOutbox(engine, limits);
  /** Who is in which room is looked at once a week, so that a new login finds a fresh roster to compare with. */
  const rosterJob: Job = {
    id: 'identity.rosters',
    what: identityTexts.rosterJob,
    cron: () => '10 3 * * 0',
    missed: 'skip',
    catchUp: 0,
    run: () => {
      hasNewRooms = true;
      return Promise.resolve('done');
    },
  };
  const scheduler = createScheduler(engine, [...features.flatMap((feature) => feature.jobs ?? []), rosterJob]);
  const deadlines = createDeadlineKeeper(
    engine,
    features.flatMap((feature) => feature.deadlines ?? []),
  );
  let running: Promise<void> = Promise.resolve();

  const inbox = createInbox(engine, createRouter(features), {
    newFriend: () => {
      hasNewFriends = true;
    },
    roomsChanged: () => {
      hasNewRooms = true;
      outbox.wake();
    },
  });
  engine.onPost(() => {
    outbox.wake();
    deadlines.wake();
  });

  const lookAgain = (): void => {
    hasChanged = true;
    hasNewFriends = true;
    hasNewRooms = true;
    outbox.wake();
  };

  const keepIdentities = async (): Promise<void> => {
    if (hasChanged) {
      hasChanged = false;
      await identity.recognise();
    }
    if (hasNewFriends) {
      hasNewFriends = false;
      await identity.markFriends();
    }
    if (hasNewRooms) {
      hasNewRooms = false;
      await identity.takeRosters();
    }
  };

  const runOnce = async (): Promise<void> => {
    if (isLoggedIn) {
      await keepIdentities();
      await inbox.runDue();
    }
    await scheduler.runDue();
    await deadlines.runDue();
    if (isLoggedIn) await outbox.runDue();
  };

  return {
    engine,

    async start() {
      const listener: ChannelListener = {
        async login(sessionKey) {
          await identity.login(sessionKey);
          hasNewFriends = true;
          // Once: what is being sent when the transport comes back by itself is this process's own.
          if (!isLoggedIn) await outbox.recover();
          isLoggedIn = true;
        },
        message: (message) => inbox.receive(message),
        friendRequest: (request) => answerFriendRequest(engine, features, request),
        async reconnected(since) {
          if (!isLoggedIn) return;
          await outbox.reconnected();
          await tellGap(engine, since);
        },
        changed: lookAgain,
      };
      await ports.channel.start(listener, await inbox.heardUntil());
    },

    async nextDue() {
      const planned = earliest(await scheduler.nextDue(), await deadlines.nextDue());
      if (!isLoggedIn) return planned;
      return earliest(earliest(planned, await inbox.nextDue()), await outbox.nextDue());
    },

    // Alarms may ring while the last one is still being served.
    runDue() {
      running = running.then(runOnce, runOnce);
      return running;
    },

    async isBusy(since, until) {
      const turn = await inbox.nextDue();
      return (turn !== undefined && turn <= until) || outbox.isBusy(since, until);
    },

    lastInboxId: () => inbox.lastId(),

    lookAgain,

    async stop() {
      await ports.channel.stop();
      await running;
    },
  };
}
