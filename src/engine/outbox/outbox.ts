import { earliest, later } from '../../kernel/clock.ts';
import { addDays, dayOf, momentAt } from '../../kernel/moment.ts';
import type { Destination, OutgoingMessage, SendResult } from '../channel.ts';
import { findOutsideIds } from '../identity/store.ts';
import type { Engine } from '../engine.ts';
import type { Work } from '../work.ts';
import { nextToSend, retryPause, type SendLimits, type SendRules } from './rules.ts';
import {
  expireOverdue,
  findInterrupted,
  findWaiting,
  findWaitingSince,
  insertMessage,
  markEnded,
  markSending,
  putBack,
  readHistory,
  releaseOffline,
  type StoredMessage,
} from './store.ts';
import { texts } from './texts.ts';
import { tellLoss } from './undelivered.ts';

/** How many waiting messages one planning looks at. */
const PLANNED = 500;

const outgoing = ({ text, mentions, file }: StoredMessage): OutgoingMessage => ({
  text,
  mentions,
  ...(file === null ? {} : { file }),
});

type Plan =
  | { readonly kind: 'send'; readonly message: StoredMessage; readonly to: Destination }
  | { readonly kind: 'wait'; readonly until: Date | undefined };

/**
 * The one sender. Each message is taken (`sending` is committed) before the transport is called, and its end is noted
 * afterwards; what a crash left in between is `unknown`.
 */
export interface Outbox {
  /** When something is to be sent or given up; undefined while nothing waits. */
  nextDue(): Promise<Date | undefined>;
  /** Sends what may go now, one after another. */
  runDue(): Promise<void>;
  /** After a start: ends what was being sent when the process died. */
  recover(): Promise<void>;
  /** Whether something posted since a moment, other than a broadcast, may still go before `until`. */
  isBusy(since: Date, until: Date): Promise<boolean>;
  /** The connection is there again: what waited for it goes now. */
  reconnected(): Promise<void>;
  /** Look again at the next {@link nextDue}: something was posted, or who is where has changed. */
  wake(): void;
}

/** The sender of everything that the program says, within those limits. */
export function createOutbox(engine: Engine, limits: SendLimits): Outbox {
  const { clock, channel } = engine;
  let isQuiet = false;
  let waitUntil: Date | undefined;

  const rulesFor = (work: Work): SendRules => ({
    limits,
    hours: work.community.profile.proactiveHours,
    zone: work.community.zone,
    random: engine.random,
  });

  /** The waiting messages whose room or person is known in this login session; the others wait for it. */
  const reachable = async (work: Work, waiting: readonly StoredMessage[]): Promise<Map<number, Destination>> => {
    const ids = await findOutsideIds(work.tx, work.community.id, engine.sessionId());
    const found = new Map<number, Destination>();
    for (const message of waiting) {
      const room = message.roomId === null ? undefined : ids.rooms.get(message.roomId);
      const person = message.personId === null ? undefined : await ids.person(message.personId);
      if (room !== undefined) found.set(message.id, { kind: 'room', outsideId: room });
      else if (person !== undefined) found.set(message.id, { kind: 'person', outsideId: person });
    }
    return found;
  };

  const readPast = (work: Work) => {
    const today = dayOf(work.at, work.community.zone);
    const midnight = (day: string): Date => momentAt(day, 0, work.community.zone);
    return readHistory(work.tx, work.community.id, work.at, midnight(today), midnight(addDays(today, 1)));
  };

  const plan = (take: boolean): Promise<Plan> =>
    engine.work(async (work) => {
      await tellLoss(work, await expireOverdue(work.tx, work.community.id, work.at), 'expired');
      const waiting = await findWaiting(work.tx, work.community.id, PLANNED);
      if (waiting.length === 0) return { kind: 'wait', until: undefined };
      const targets = await reachable(work, waiting);
      const candidates = waiting.filter((message) => targets.has(message.id));
      const next = nextToSend(candidates, await readPast(work), work.at, rulesFor(work));
      const message = candidates.find((candidate) => candidate.id === next?.message.id);
      const to = message === undefined ? undefined : targets.get(message.id);
      if (take && next !== undefined && message !== undefined && to !== undefined && next.at <= work.at) {
        if (await markSending(work.tx, work.community.id, message.id, work.at)) return { kind: 'send', message, to };
      }
      const expiry = waiting.map((row) => row.expiresAt).reduce((a, b) => (a <= b ? a : b));
      return { kind: 'wait', until: earliest(next?.at, expiry) };
    });

  /** A reply, a status or an alarm may be said twice if it is marked; a broadcast never: the staff look and decide. */
  const handleUnknown = async (work: Work, message: StoredMessage): Promise<void> => {
    const isRepeat = message.onceKey?.startsWith('again:') ?? false;
    if (message.broadcastNo !== null || isRepeat) {
      await tellLoss(work, [message], 'unknown');
      return;
    }
    const { id, attempts: _, ...said } = message;
    await insertMessage(work.tx, work.community.id, {
      ...said,
      text: `${texts.again()}${message.text}`,
      onceKey: `again:${id}`,
      createdAt: work.at,
      notBefore: work.at,
    });
  };

  const noteEnd = (message: StoredMessage, result: SendResult): Promise<void> =>
    engine.work(async (work) => {
      switch (result.kind) {
        case 'sent':
          await markEnded(work.tx, work.community.id, message.id, 'sent', work.at);
          return;
        case 'later':
          await putBack(
            work.tx,
            work.community.id,
            message.id,
            later(work.at, retryPause(message.attempts + 1)),
            result.reason,
          );
          return;
        case 'failed':
          await markEnded(work.tx, work.community.id, message.id, 'failed', work.at, result.reason);
          await tellLoss(work, [message], 'failed');
          return;
        case 'unknown':
          await markEnded(work.tx, work.community.id, message.id, 'unknown', work.at, result.reason);
          await handleUnknown(work, message);
      }
    });

  return {
    async nextDue() {
      if (isQuiet) return waitUntil;
      const planned = await plan(false);
      isQuiet = true;
      waitUntil = planned.kind === 'wait' ? planned.until : clock.now();
      return waitUntil;
    },

    async runDue() {
      for (;;) {
        if (isQuiet && (waitUntil === undefined || waitUntil > clock.now())) return;
        isQuiet = true;
        const planned = await plan(true);
        if (planned.kind === 'wait') {
          waitUntil = planned.until;
          return;
        }
        isQuiet = false;
        const { message, to } = planned;
        await noteEnd(message, await channel.send(to, outgoing(message)));
      }
    },

    async recover() {
      await engine.work(async (work) => {
        for (const message of await findInterrupted(work.tx, work.community.id)) {
          await markEnded(work.tx, work.community.id, message.id, 'unknown', work.at, 'interrupted');
          await handleUnknown(work, message);
        }
      });
      isQuiet = false;
    },

    isBusy: (since, until) =>
      engine.work(async (work) => {
        const rows = await findWaitingSince(work.tx, work.community.id, since);
        const targets = await reachable(work, rows);
        const candidates = rows.filter((row) => targets.has(row.id));
        const next = nextToSend(candidates, await readPast(work), work.at, rulesFor(work));
        return next !== undefined && next.at <= until;
      }),

    async reconnected() {
      await engine.work((work) => releaseOffline(work.tx, work.community.id, work.at));
      isQuiet = false;
    },

    wake() {
      isQuiet = false;
    },
  };
}
