import { expect, test } from 'vitest';
import { chinaCalendar, isHoliday } from '../../src/kernel/calendar.ts';
import { addDays } from '../../src/kernel/day.ts';
import { isServiceDay, periodOf, type ServiceDays, startsOfDay } from '../../src/kernel/service.ts';

const daysOf = (days: ServiceDays, from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, ahead) => addDays(from, ahead)).filter((day) =>
    isServiceDay(days, day, chinaCalendar),
  );

test.each([
  ['2026-11-04', false, 'a Wednesday'],
  ['2026-11-07', false, 'a Saturday'],
  ['2026-11-08', false, 'a Sunday'],
  ['2026-10-01', true, 'National Day'],
  ['2026-10-03', true, 'a Saturday in the holiday week'],
  ['2026-10-10', false, 'a Saturday on which people work'],
  ['2026-01-02', true, 'a Friday that joins the New Year to the weekend'],
])('%s: a holiday %s (%s)', (day, is) => {
  expect(isHoliday(chinaCalendar, day)).toBe(is);
});

test('weekdays keep out of holidays, and make-up Saturdays are no Tuesdays', () => {
  const days: ServiceDays = { kind: 'weekdays', weekdays: [2, 4] };
  expect(daysOf(days, '2026-09-28', 14)).toEqual(['2026-09-29', '2026-10-08']);
});

test('workdays follow the published calendar', () => {
  expect(daysOf({ kind: 'workdays' }, '2026-10-05', 7)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
});

test('a date of the month is kept on a Sunday, but not on a holiday', () => {
  expect(daysOf({ kind: 'dates', dates: [15], isMoved: false }, '2026-11-01', 60)).toEqual([
    '2026-11-15',
    '2026-12-15',
  ]);
  expect(daysOf({ kind: 'dates', dates: [1], isMoved: false }, '2026-09-20', 30)).toEqual([]);
});

test('a date that is made up for moves to the next working day', () => {
  expect(daysOf({ kind: 'dates', dates: [15], isMoved: true }, '2026-11-01', 60)).toEqual(['2026-11-16', '2026-12-15']);
  expect(daysOf({ kind: 'dates', dates: [1], isMoved: true }, '2026-09-20', 30)).toEqual(['2026-10-08']);
});

test('turns begin one after the other, with a buffer between them and none over the end', () => {
  expect(startsOfDay({ hours: [{ from: 540, to: 690 }], slot: 30, buffer: 10 })).toEqual([540, 580, 620, 660]);
  expect(
    startsOfDay({
      hours: [
        { from: 540, to: 600 },
        { from: 870, to: 900 },
      ],
      slot: 30,
      buffer: 0,
    }),
  ).toEqual([540, 570, 870]);
  expect(startsOfDay({ hours: [{ from: 540, to: 560 }], slot: 30, buffer: 0 })).toEqual([]);
});

test.each([
  ['day', '2026-11-04'],
  ['week', 'week 2026-11-02'],
  ['month', '2026-11'],
  ['quarter', '2026-Q4'],
  ['year', '2026'],
] as const)('the %s of 4 November 2026 is %s', (per, name) => {
  expect(periodOf('2026-11-04', per)).toBe(name);
});
