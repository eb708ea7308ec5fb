import { expect, test } from 'vitest';
import { RUNGS, type WelfareCheck } from '../../../src/features/welfare/rules/check.ts';
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

const office = { told: 'clerk', empty: [], grid: 1, since: undefined } as const;

test('somebody who has been looked for since yesterday is one person', () => {
  expect(alarmTexts([check(1, 1), check(1, 2)], undefined).map((text) => String(text).match(/^预约号/gmu))).toEqual([
    ['预约号'],
  ]);
  expect(roomTexts([check(1, 1), check(1, 2)], office).map(String)).toEqual([
    '平安核实：预约号1，还没人见到。\n请社区办公室现在去看，见到人发：平安 1 怎么样',
  ]);
});

test('the room hears numbers only', () => {
  expect(roomTexts(some(12), office).map(String).join('\n')).not.toMatch(/居民|501|单元/u);
  expect(roomTexts(some(12), office)).toHaveLength(2);
});

test('the room hears who cannot be told, and since when nobody has answered, in short lines', () => {
  const checks = Array.from({ length: 10 }, (_, index) => check(index + 301));
  const said = { told: undefined, empty: RUNGS, grid: 1, since: '11月3日（周二）13:00' };
  const [text = ''] = roomTexts(checks, said).map(String);
  expect(text.split('\n').slice(1)).toEqual([
    '11月3日（周二）13:00起没人说平安。',
    '第1网格网格员、办事员、书记还没绑定，我通知不到。',
    '请能去的同事现在去看，见到人发：平安 301 怎么样',
  ]);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
});
