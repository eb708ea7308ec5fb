import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, chinaCalendar, nthWorkingDay } from '../../src/kernel/calendar.ts';
import { addDays, weekdayOf } from '../../src/kernel/moment.ts';

/** 国务院办公厅关于2026年部分节假日安排的通知 */
const HOLIDAYS_2026 = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const;
const MAKE_UP_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

function days(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}

test('2026 is as the State Council has arranged it, day by day', () => {
  const holidays = new Set(HOLIDAYS_2026.flatMap(([from, to]) => days(from, to)));
  const isRest = (day: string): boolean =>
    holidays.has(day) || (weekdayOf(day) % 6 === 0 && !MAKE_UP_2026.includes(day));
  const year = days('2026-01-01', '2026-12-31');
  expect(year.filter((day) => chinaCalendar.isRestDay(day))).toEqual(year.filter(isRest));
  expect(year.every((day) => chinaCalendar.isPublished(day))).toBe(true);
});

test('the coverage ends with the last year whose National Day is arranged', () => {
  const end = chinaCalendar.coverageEnd;
  expect(end).toMatch(/^\d{4}-12-31$/);
  expect(end >= '2026-12-31').toBe(true);
  expect(chinaCalendar.isPublished(end)).toBe(true);
  expect(chinaCalendar.isPublished(addDays(end, 1))).toBe(false);
  expect(chinaCalendar.isPublished('2003-12-31')).toBe(false);
  expect(chinaCalendar.version).toContain(end.slice(0, 4));
});

/** By 全国年节及纪念日放假办法 and the lunar calendar; 2040 and later, so that no arrangement can be known. */
test.each([
  ['2040-01-01', true, '元旦'],
  ['2040-02-11', true, '除夕'],
  ['2040-02-12', true, '初一'],
  ['2040-02-14', true, '初三'],
  ['2040-02-15', false, '初四'],
  ['2040-04-04', true, '清明'],
  ['2040-05-01', true, '劳动节'],
  ['2040-05-02', true, '劳动节'],
  ['2040-05-03', false, 'the rest of the golden week is not known'],
  ['2040-06-14', true, '端午'],
  ['2040-09-20', true, '中秋'],
  ['2040-10-01', true, '国庆'],
  ['2040-10-03', true, '国庆'],
  ['2040-10-04', false, 'not known'],
  ['2040-11-03', true, 'a Saturday'],
  ['2040-11-05', false, 'a Monday'],
  ['2150-10-01', true, 'beyond the lunar tables'],
])('beyond what is published, %s rests: %j (%s)', (day, isRest) => {
  expect(chinaCalendar.isPublished(day)).toBe(false);
  expect(chinaCalendar.isRestDay(day)).toBe(isRest);
});

test('a leap month has no second festival', () => {
  // 2052 has two eighth months: 中秋 is in the first, and the second one's fifteenth is a Monday like any other
  expect(weekdayOf('2052-10-07')).toBe(1);
  expect(chinaCalendar.isRestDay('2052-10-07')).toBe(false);
});

/** The library parses days as UTC and formats them in the process's own zone. */
test.each(['Asia/Shanghai', 'America/Los_Angeles', 'Atlantic/Azores', 'America/Santiago', 'Pacific/Kiritimati'])(
  'in a process that lives in %s the days are the same',
  (zone) => {
    const code = `
      import { chinaCalendar as calendar } from './src/kernel/calendar.ts';
      import { addDays } from './src/kernel/day.ts';
      const rest = [];
      for (let day = '2025-01-01'; day <= '2029-12-31'; day = addDays(day, 1)) if (calendar.isRestDay(day)) rest.push(day);
      console.log(JSON.stringify([calendar.version, rest]));`;
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const expected = days('2025-01-01', '2029-12-31').filter((day) => chinaCalendar.isRestDay(day));
    expect(JSON.parse(printed)).toEqual([chinaCalendar.version, expected]);
  },
);

test.each([
  ['2026-11-02', 2, '2026-11-04', false],
  ['2026-11-05', 2, '2026-11-09', false],
  ['2026-09-30', 1, '2026-10-08', false],
  ['2026-10-09', 1, '2026-10-10', false], // a Saturday that is worked
  ['2026-10-08', 0, '2026-10-08', false],
  ['2026-12-30', 1, '2026-12-31', false],
  ['2039-12-30', 1, '2040-01-02', true],
  ['2040-01-02', 0, '2040-01-02', true],
])('from %s the working day number %d is %s, provisional: %j', (from, n, day, provisional) => {
  expect(nthWorkingDay(chinaCalendar, from, n)).toEqual({ day, provisional });
});

test('the nth working day is worked, and n days of the way are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 40 }), (ahead, n) => {
      const from = addDays('2025-01-01', ahead);
      const { day, provisional } = nthWorkingDay(chinaCalendar, from, n);
      const way = days(addDays(from, 1), day);
      expect(chinaCalendar.isRestDay(day)).toBe(false);
      expect(way.filter((one) => !chinaCalendar.isRestDay(one))).toHaveLength(n);
      expect(provisional).toBe(way.some((one) => !chinaCalendar.isPublished(one)));
    }),
  );
});

test('a calendar without working days is a mistake in the program', () => {
  const never: Calendar = {
    version: '',
    coverageEnd: '',
    isRestDay: () => true,
    isPublished: () => true,
    holidayName: () => undefined,
  };
  expect(() => nthWorkingDay(never, '2026-01-01', 1)).toThrow(RangeError);
});

test.each([
  ['2026-02-18', '春节'],
  ['2026-02-21', '春节'],
  ['2026-10-07', '国庆节'],
  ['2026-02-14', undefined],
  ['2026-11-07', undefined],
  ['2026-11-04', undefined],
  ['2027-02-06', '春节'],
  ['2027-02-05', '春节'],
  ['2027-02-09', undefined],
  ['2027-01-01', '元旦'],
  ['2027-01-04', undefined],
])('the holiday of %s: %s', (day, name) => {
  expect(chinaCalendar.holidayName(day)).toBe(name);
});
