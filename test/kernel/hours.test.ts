import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinHours, nextOpening, readHours } from '../../src/kernel/hours.ts';
import { momentAt, sayTime, weekdayOf } from '../../src/kernel/moment.ts';

const ZONE = 'Asia/Shanghai';
const morning = { from: 510, to: 720 };
const afternoon = { from: 870, to: 1_080 };

test.each([
  ['08:30-12:00, 14:30-18:00', [morning, afternoon]],
  [
    ['08:30-12:00', '14:30-18:00'],
    [morning, afternoon],
  ],
  ['14:30～18：00、8:30—12:00', [morning, afternoon]],
  ['08:30至12:00', [morning]],
  ['00:00-24:00', [{ from: 0, to: 1_440 }]],
  [
    '08:00-12:00,12:00-14:00',
    [
      { from: 480, to: 720 },
      { from: 720, to: 840 },
    ],
  ],
])('%j is read', (words, hours) => {
  expect(readHours(words)).toEqual(hours);
});

test.each([
  '',
  [],
  '08:30',
  '8-12',
  '12:00-08:30',
  '08:30-08:30',
  '22:00-06:00',
  '08:30-24:01',
  '08:60-09:00',
  '08:00-12:00, 11:00-13:00',
  '08:00-12:00, ',
  '上午',
])('%j is refused', (words) => {
  expect(readHours(words)).toBeUndefined();
});

const office = [morning, afternoon];
const at = (day: string, minutes: number): Date => momentAt(day, minutes, ZONE);

test.each([
  [509, false],
  [510, true],
  [719, true],
  [720, false],
  [870, true],
  [1_079, true],
  [1_080, false],
])('minute %d of the day is inside: %j', (minutes, isInside) => {
  expect(isWithinHours(office, at('2026-11-02', minutes), ZONE)).toBe(isInside);
});

test('the whole day has no outside', () => {
  const always = readHours('00:00-24:00') ?? [];
  expect(isWithinHours(always, at('2026-11-02', 0), ZONE)).toBe(true);
  expect(isWithinHours(always, at('2026-11-02', 1_439), ZONE)).toBe(true);
});

test.each([
  ['2026-11-02', 400, '2026-11-02', 510],
  ['2026-11-02', 511, '2026-11-02', 511],
  ['2026-11-02', 720, '2026-11-02', 870],
  ['2026-11-02', 1_080, '2026-11-03', 510],
  ['2026-11-06', 1_200, '2026-11-09', 510], // Friday evening to Monday
  ['2026-11-07', 600, '2026-11-09', 510], // open hours of a closed day
])('after %s minute %d it opens on %s at %d', (day, minutes, openDay, opening) => {
  const isOpenDay = (one: string): boolean => weekdayOf(one) % 6 !== 0;
  expect(nextOpening(office, at(day, minutes), ZONE, isOpenDay)).toEqual(at(openDay, opening));
});

test('hours that never open are a mistake in the program', () => {
  expect(() => nextOpening([], at('2026-11-02', 0), ZONE)).toThrow(RangeError);
  expect(() => nextOpening(office, at('2026-11-02', 0), ZONE, () => false)).toThrow(RangeError);
});

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) => edges.flatMap((to, index) => (index % 2 === 1 ? [{ from: edges[index - 1] ?? 0, to }] : [])));

test('what is written is read, and the next opening is the first open minute', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 100_000 }), (hours, minute) => {
      expect(readHours(hours.map(({ from, to }) => `${sayTime(from)}-${sayTime(to)}`))).toEqual(hours);
      const now = new Date(Date.UTC(2026, 10, 2) + minute * 60_000);
      const opening = nextOpening(hours, now, ZONE);
      expect(isWithinHours(hours, opening, ZONE)).toBe(true);
      expect(opening >= now && opening.getTime() - now.getTime() <= 86_400_000).toBe(true);
      for (let before = now.getTime(); before < opening.getTime(); before += 60_000) {
        expect(isWithinHours(hours, new Date(before), ZONE)).toBe(false);
      }
    }),
  );
});
