import { expect, test } from 'vitest';
import type { WelfareCheck } from '../../../src/features/welfare/rules/check.ts';
import { alarmTexts, roomTexts } from '../../../src/features/welfare/texts.ts';

const check = (subjectNo: number, id = subjectNo): WelfareCheck => ({
  id,
  subjectNo,
  day: '2026-11-03',
  personId: 7,
  name: `居民${String(subjectNo)}`,
  grid: 1,
  details: subjectNo % 2 === 0 ? null : '3号楼2单元501',
  reason: '到点没说送到',
  state: 'open',
  rung: 0,
  stepMinutes: 60,
  nextDue: null,
  openedAt: new Date('2026-11-03T05:00:00Z'),
});
const some = (count: number): readonly WelfareCheck[] => Array.from({ length: count }, (_, index) => check(index + 1));

test.each([1, 5, 6, 11, 80])('%i people to look for are told in messages of eight lines, nobody left out', (count) => {
  const texts = alarmTexts(some(count), { names: '小刘', since: '13:00' }).map(String);
  expect(texts).toHaveLength(Math.ceil(count / 5));
  for (const text of texts) expect(text.split('\n').length).toBeLessThanOrEqual(8);
  const nos = texts.flatMap((text) => Array.from(text.matchAll(/^预约号(\d+) /gmu), ([, no]) => Number(no)));
  expect(nos).toEqual(some(count).map(({ subjectNo }) => subjectNo));
});

test('somebody who has been looked for since yesterday is one person', () => {
  expect(alarmTexts([check(1, 1), check(1, 2)], undefined).map((text) => String(text).match(/^预约号/gmu))).toEqual([
    ['预约号'],
  ]);
});

test('the room hears numbers only', () => {
  expect(roomTexts(some(12), 1).map(String).join('\n')).not.toMatch(/居民|501|单元/u);
  expect(roomTexts(some(12), null)).toHaveLength(2);
});
