import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PACE, turnOf } from '../../../src/engine/inbox/rules.ts';

const start = new Date('2026-11-11T10:00:00+08:00');
const plus = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);

/** The turns of messages that arrive at these seconds, in their order. */
function turnsOf(arrivals: readonly number[], pace: number): readonly Date[] {
  const turns: Date[] = [];
  for (const arrival of arrivals) turns.push(turnOf(turns, plus(arrival), pace));
  return turns;
}

test('ten in a minute are answered at once, the eleventh when the minute of the first is over', () => {
  const turns = turnsOf(
    Array.from({ length: 12 }, (_, index) => index),
    PACE.resident,
  );
  expect(turns.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => plus(index)));
  expect(turns.slice(10)).toEqual([plus(60), plus(61)]);
});

test('staff have thirty', () => {
  const turns = turnsOf(
    Array.from({ length: 31 }, () => 0),
    PACE.staff,
  );
  expect(turns.filter((turn) => turn.getTime() === start.getTime()).length).toBe(30);
  expect(turns.at(-1)).toEqual(plus(60));
});

test('whatever comes: nothing is lost, the order is kept, none before it arrived, never more than the pace a minute', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60, size: 'max' }),
      fc.integer({ min: 1, max: 12 }),
      (seconds, pace) => {
        const arrivals = seconds.toSorted((a, b) => a - b);
        const turns = turnsOf(arrivals, pace);
        expect(turns.length).toBe(arrivals.length);
        turns.forEach((turn, index) => {
          expect(turn >= plus(arrivals[index] ?? 0)).toBe(true);
          const before = turns[index - 1];
          if (before !== undefined) expect(turn >= before).toBe(true);
          const nth = turns[index - pace];
          if (nth !== undefined) expect(turn.getTime() - nth.getTime()).toBeGreaterThanOrEqual(60_000);
        });
      },
    ),
  );
});
