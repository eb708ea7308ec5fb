import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../src/kernel/calendar.ts';
import { findWhen, wordsWithout } from '../../../src/kernel/dates/find-when.ts';
import type { Asking } from '../../../src/kernel/dates/when.ts';
import { read } from '../../kit/project-files.ts';
import { momentOf, readTable, sayWhen, understood } from './phrase-table.ts';

const TABLES = ['phrases', 'talk'].map((name) => `test/kernel/dates/${name}.txt`);
const asking: Asking = { now: momentOf('2026-11-25 10:00'), zone: 'Asia/Shanghai', calendar: chinaCalendar };

describe.each(TABLES)('%s', (path) => {
  test.each(readTable(path))('$where $words', (row) => {
    expect(understood(row)).toBe(row.expected);
  });
});

const noDates = read('test/kernel/dates/no-dates.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('the tables are as long as they are said to be', () => {
  expect(TABLES.flatMap((path) => readTable(path)).length).toBeGreaterThanOrEqual(500);
  expect(noDates.length).toBeGreaterThanOrEqual(200);
});

test.each(noDates)('%s is no date, on any day', (words) => {
  const days = ['2026-11-25 10:00', '2028-02-29 15:00', '2026-12-31 20:00', '2026-02-16 10:00'];
  expect(days.map((day) => sayWhen(findWhen(words, { ...asking, now: momentOf(day) })))).toEqual(days.map(() => '无'));
});

test.each([
  ['明天上午给我妈约个理发', '给我妈约个理发'],
  ['想约下周二上午9点的量血压', '想约 的量血压'],
  ['给我妈约个理发，周四下午三点左右', '给我妈约个理发'],
  ['我想周四理个发，下午三点', '我想 理个发'],
  ['11月26日（周四）09:30 体检', '体检'],
  ['大概10点到，周五', '到'],
  ['１１月２６號 體檢', '體檢'],
])('%s without its date is %s', (words, rest) => {
  const when = findWhen(words, asking);
  expect(when === undefined ? undefined : wordsWithout(words, when)).toBe(rest);
});

test('what is said about when stands where it says', () => {
  const words = '我想周四理个发，下午三点以后';
  const parts = findWhen(words, asking)?.stretches.map(([from, to]) => words.slice(from, to));
  expect(parts).toEqual(['周四', '下午三点以后']);
});
