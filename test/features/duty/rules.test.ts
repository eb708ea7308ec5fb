import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnOn } from '../../../src/features/duty/rules.ts';
import { addDays, daysFrom, weekdayOf } from '../../../src/kernel/moment.ts';

const names = ['小何', '小刘', '小陈'];
const day = fc.integer({ min: -9_000, max: 9_000 }).map((offset) => addDays('2026-11-02', offset));

test('daily: each comes once in as many days as there are names, in their order', () => {
  fc.assert(
    fc.property(day, (from) => {
      const turns = daysFrom(from, names.length * 2).map((one) => turnOn({ names, turn: 'daily' }, one));
      expect(new Set(turns.slice(0, names.length)).size).toBe(names.length);
      expect(turns.slice(names.length)).toEqual(turns.slice(0, names.length));
      const next = names[(names.indexOf(turns[0] ?? '') + 1) % names.length];
      expect(turns[1]).toBe(next);
    }),
  );
});

test('weekly: the turn changes on Mondays and on no other day', () => {
  fc.assert(
    fc.property(day, (one) => {
      const before = turnOn({ names, turn: 'weekly' }, addDays(one, -1));
      const isMonday = weekdayOf(one) === 1;
      expect(turnOn({ names, turn: 'weekly' }, one) !== before).toBe(isMonday);
    }),
  );
});

test('where nobody is named nobody is on duty', () => {
  expect(turnOn({ names: [], turn: 'daily' }, '2026-11-02')).toBeUndefined();
});
