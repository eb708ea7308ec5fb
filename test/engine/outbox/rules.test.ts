import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  BREAKER_MEMORY,
  DEFAULT_LIMITS,
  earliestSend,
  HISTORY,
  type History,
  LANES,
  type Lane,
  nextToSend,
  retryPause,
  type SendRules,
  type Waiting,
} from '../../../src/engine/outbox/rules.ts';
import { readHours } from '../../../src/kernel/hours.ts';
import { dayOf, minutesOf, momentAt } from '../../../src/kernel/moment.ts';
import { keyedRandom } from '../../../src/kernel/random.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const zone = 'Asia/Shanghai';
const hours = readHours(['08:00-12:00', '14:00-20:30']) ?? [];
const rules: SendRules = { limits: DEFAULT_LIMITS, hours, zone, random: keyedRandom('1') };
const at = (local: string): Date => new Date(`${local}+08:00`);
const NINE = at('2026-11-11T09:00:00');
const plus = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);

const message = (id: number, lane: Lane, more: Partial<Waiting> = {}): Waiting => ({
  id,
  lane,
  roomId: null,
  broadcastNo: null,
  keepsHours: lane !== 'receipt' && lane !== 'emergency' && lane !== 'urgent',
  notBefore: at('2026-01-01T00:00:00'),
  ...more,
});
const attempt = (id: number, when: Date, more: Partial<Attempt> = {}): Attempt => ({
  id,
  roomId: null,
  broadcastNo: null,
  at: when,
  tooFrequent: false,
  ...more,
});
const history = (attempts: readonly Attempt[], sentToday = attempts.length): History => ({
  attempts,
  sentToday,
  tomorrow: at('2026-11-12T00:00:00'),
});
const quiet = history([]);
const earliest = (one: Waiting, past: History, now = NINE): number =>
  earliestSend(one, past, now, rules).getTime() - now.getTime();

interface Gone extends Waiting {
  readonly at: Date;
}

/** Sends as the outbox would: looks at the first 500 by lane and age, sends the next one when its time has come. */
function send(messages: readonly Waiting[], from: Date, until: Date): readonly Gone[] {
  const byRank = [...messages].sort((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.id - b.id);
  const gone: Gone[] = [];
  let now = from;
  while (byRank.length > 0) {
    if (now > until) break;
    const today = dayOf(now, zone);
    const sentToday = gone.filter((one) => dayOf(one.at, zone) === today).length;
    const recent = gone.slice(-60).filter((one) => one.at >= plus(now, -HISTORY));
    const past = {
      attempts: recent.map((one) => attempt(one.id, one.at, one)),
      sentToday,
      tomorrow: momentAt(today, 24 * 60, zone),
    };
    const waiting = byRank.filter((one) => one.notBefore <= now).slice(0, 500);
    const next = nextToSend(waiting.length > 0 ? waiting : byRank.slice(0, 500), past, now, rules);
    if (next === undefined) break;
    // Something may come due while this one waits: then the outbox looks again.
    const comes = byRank.map((one) => one.notBefore).filter((when) => when > now && when < next.at);
    if (comes.length > 0) {
      now = comes.reduce((a, b) => (a < b ? a : b));
      continue;
    }
    if (next.at > until) break;
    now = next.at > now ? next.at : now;
    byRank.splice(
      byRank.findIndex((one) => one.id === next.message.id),
      1,
    );
    gone.push({ ...next.message, at: now });
  }
  return gone;
}

describe('one message', () => {
  test('goes at once where nothing was sent, replies at night too', () => {
    expect(earliest(message(1, 'receipt'), quiet)).toBe(0);
    expect(earliest(message(1, 'receipt'), quiet, at('2026-11-11T03:00:00'))).toBe(0);
  });

  test('waits for the community’s hours if it must', () => {
    const status = message(1, 'receipt', { keepsHours: true });
    expect(earliestSend(status, quiet, at('2026-11-11T22:00:00'), rules)).toEqual(at('2026-11-12T08:00:00'));
    expect(earliestSend(status, quiet, at('2026-11-11T12:00:00'), rules)).toEqual(at('2026-11-11T14:00:00'));
    expect(earliestSend(status, quiet, at('2026-11-11T20:29:59'), rules)).toEqual(at('2026-11-11T20:29:59'));
    expect(earliestSend(status, quiet, at('2026-11-11T20:30:00'), rules)).toEqual(at('2026-11-12T08:00:00'));
  });

  test('leaves two to four seconds after the one before, an emergency too', () => {
    for (const lane of LANES) {
      const wait = earliest(message(2, lane), history([attempt(1, NINE)]));
      expect(wait).toBeGreaterThanOrEqual(2 * SECOND);
      expect(wait).toBeLessThanOrEqual(4 * SECOND);
    }
  });

  test('the gap does not change while it waits, so that nobody waits for ever', () => {
    const past = history([attempt(1, NINE)]);
    const first = earliestSend(message(2, 'receipt'), past, NINE, rules);
    expect(earliestSend(message(2, 'receipt'), past, plus(NINE, SECOND), rules)).toEqual(first);
  });

  test('is held by the minute’s and the room’s limit, an emergency is not', () => {
    const busy = Array.from({ length: 15 }, (_, index) => attempt(index, plus(NINE, (index - 20) * SECOND)));
    expect(earliest(message(99, 'receipt'), history(busy))).toBe(40 * SECOND);
    expect(earliest(message(99, 'urgent'), history(busy))).toBe(0);
    expect(earliest(message(99, 'emergency'), history(busy))).toBe(0);
    const room = Array.from({ length: 5 }, (_, index) =>
      attempt(index, plus(NINE, (index * 5 - 50) * SECOND), { roomId: 7 }),
    );
    expect(earliest(message(99, 'receipt', { roomId: 7 }), history(room))).toBe(10 * SECOND);
    expect(earliest(message(99, 'receipt', { roomId: 8 }), history(room))).toBe(0);
  });

  test('a receipt waits for tomorrow when the day’s limit is reached', () => {
    expect(earliestSend(message(1, 'receipt'), history([], 500), NINE, rules)).toEqual(at('2026-11-12T00:00:00'));
    expect(earliest(message(1, 'urgent'), history([], 500))).toBe(0);
  });

  test('of a broadcast leaves twenty to sixty seconds to the one before', () => {
    const wait = earliest(message(2, 'reminder', { broadcastNo: 1 }), history([attempt(1, NINE, { broadcastNo: 1 })]));
    expect(wait).toBeGreaterThanOrEqual(20 * SECOND);
    expect(wait).toBeLessThanOrEqual(60 * SECOND);
    expect(earliest(message(2, 'receipt'), history([attempt(1, NINE, { broadcastNo: 1 })]))).toBeLessThanOrEqual(
      4 * SECOND,
    );
  });

  test('after “too frequent” waits ten to fifteen minutes, twice as long after the next one', () => {
    const refused = (times: number): History =>
      history(
        Array.from({ length: times }, (_, index) =>
          attempt(index, plus(NINE, (index - times) * MINUTE), { tooFrequent: true }),
        ),
      );
    const once = earliest(message(9, 'reminder'), refused(1));
    expect(once).toBeGreaterThanOrEqual(9 * MINUTE);
    expect(once).toBeLessThanOrEqual(14 * MINUTE);
    expect(earliest(message(9, 'reminder'), refused(2))).toBeGreaterThanOrEqual(19 * MINUTE);
    expect(earliest(message(9, 'staff', { keepsHours: false }), refused(20))).toBeLessThanOrEqual(4 * 60 * MINUTE);
    expect(earliest(message(9, 'emergency'), refused(1))).toBeLessThanOrEqual(4 * SECOND);
    expect(BREAKER_MEMORY).toBeGreaterThan(HISTORY);
  });
});

describe('the next one', () => {
  test('among those that may go now: the first lane, then the oldest', () => {
    const waiting = [...LANES]
      .reverse()
      .flatMap((lane, index) => [message(index * 2 + 1, lane), message(index * 2 + 2, lane)]);
    const order = send(waiting, NINE, plus(NINE, 10 * MINUTE)).map(({ lane, id }) => `${lane} ${id}`);
    expect(order).toEqual([
      'emergency 11',
      'emergency 12',
      'urgent 9',
      'urgent 10',
      'reminder 7',
      'reminder 8',
      'staff 5',
      'staff 6',
      'receipt 3',
      'receipt 4',
      'broadcast 1',
      'broadcast 2',
    ]);
  });

  test('one that must wait lets those behind it pass', () => {
    const waiting = [message(1, 'reminder', { notBefore: plus(NINE, MINUTE) }), message(2, 'receipt')];
    expect(nextToSend(waiting, quiet, NINE, rules)).toMatchObject({ message: { id: 2 }, at: NINE });
  });

  test('of nothing is nothing', () => {
    expect(nextToSend([], quiet, NINE, rules)).toBeUndefined();
  });
});

test('reminders and alarms are not starved behind 2,239 receipts', () => {
  const start = at('2026-11-10T08:00:00');
  const receipts = Array.from({ length: 2_239 }, (_, index) => message(index + 1, 'receipt', { roomId: index % 40 }));
  const reminders = Array.from({ length: 8 }, (_, index) =>
    message(3_000 + index, 'reminder', { roomId: 100 + index, broadcastNo: 1, notBefore: at('2026-11-10T08:30:00') }),
  );
  const alarm = message(4_000, 'urgent', { notBefore: at('2026-11-10T08:45:00') });
  const gone = send([...receipts, ...reminders, alarm], start, at('2026-11-10T09:30:00'));
  const heard = gone.filter((one) => one.lane === 'reminder');
  expect(heard.length).toBe(8);
  expect(heard.at(-1)?.at.getTime()).toBeLessThan(at('2026-11-10T08:40:00').getTime());
  expect(
    (gone.find((one) => one.id === 4_000)?.at.getTime() ?? Infinity) - at('2026-11-10T08:45:00').getTime(),
  ).toBeLessThanOrEqual(4 * SECOND);
});

/** A crowd of messages that come in over two hours. */
const crowd = fc.array(
  fc.record({
    lane: fc.constantFrom(...LANES),
    roomId: fc.option(fc.integer({ min: 1, max: 3 })),
    isBroadcast: fc.boolean(),
    keepsHours: fc.boolean(),
    after: fc.integer({ min: 0, max: 120 }),
  }),
  { minLength: 1, maxLength: 90, size: 'max' },
);

test('however messages come, no rate is ever exceeded and everything goes in the end', () => {
  fc.assert(
    fc.property(
      crowd,
      fc.constantFrom('2026-11-11T07:30:00', '2026-11-11T11:30:00', '2026-11-11T19:40:00'),
      (coming, from) => {
        const start = at(from);
        const messages = coming.map((one, index) =>
          message(index + 1, one.lane, {
            roomId: one.roomId,
            broadcastNo: one.isBroadcast && (one.lane === 'reminder' || one.lane === 'broadcast') ? 1 : null,
            keepsHours: one.keepsHours,
            notBefore: plus(start, one.after * MINUTE),
          }),
        );
        const gone = send(messages, start, plus(start, 48 * 60 * MINUTE));
        expect(gone.length).toBe(messages.length);
        gone.forEach((one, index) => {
          const { at: when } = one;
          const before = gone[index - 1];
          if (before !== undefined) expect(when.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(2 * SECOND);
          if (one.keepsHours)
            expect(
              hours.some(({ from: open, to }) => minutesOf(when, zone) >= open && minutesOf(when, zone) < to),
            ).toBe(true);
          expect(when >= one.notBefore).toBe(true);
          if (one.lane === 'emergency' || one.lane === 'urgent') return;
          const minute = gone.slice(0, index + 1).filter((other) => other.at > plus(when, -MINUTE));
          expect(minute.length).toBeLessThanOrEqual(15);
          if (one.roomId !== null)
            expect(minute.filter((other) => other.roomId === one.roomId).length).toBeLessThanOrEqual(5);
          if (one.broadcastNo !== null) {
            const last = gone.slice(0, index).findLast((other) => other.broadcastNo !== null);
            if (last !== undefined) expect(when.getTime() - last.at.getTime()).toBeGreaterThanOrEqual(20 * SECOND);
          }
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('a refused message is tried again after longer and longer, at most half an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 10, 100].map(retryPause);
  expect(pauses[0]).toBe(15 * SECOND);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(30 * MINUTE);
});
