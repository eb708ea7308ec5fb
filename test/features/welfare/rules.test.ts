import { describe, expect, test } from 'vitest';
import {
  nextStepDue,
  outcomeOf,
  RUNGS,
  type Rung,
  saysUnwell,
  stepOf,
  worthOfWord,
} from '../../../src/features/welfare/rules/check.ts';
import { readHours } from '../../../src/kernel/hours.ts';

const ZONE = 'Asia/Shanghai';
const HOURS = readHours(['08:00-12:00', '14:00-20:30']) ?? [];
const at = (said: string): Date => new Date(`${said}:00+08:00`);

describe('the ladder of a check', () => {
  const manned =
    (...rungs: readonly Rung[]) =>
    (rung: Rung): boolean =>
      rungs.includes(rung);
  const all = manned(...RUNGS);

  test('three rungs, then the last one again for ever', () => {
    expect([0, 1, 2, 3, 9].map((rung) => stepOf(rung, all))).toEqual([
      { told: 'grid-worker', empty: [], isReminder: false, rung: 1 },
      { told: 'clerk', empty: [], isReminder: false, rung: 2 },
      { told: 'secretary', empty: [], isReminder: false, rung: 3 },
      { told: 'secretary', empty: [], isReminder: true, rung: 4 },
      { told: 'secretary', empty: [], isReminder: true, rung: 10 },
    ]);
  });

  test.each([
    ['nobody', 0, manned(), { told: undefined, empty: RUNGS, isReminder: false, rung: 3 }],
    ['nobody, again', 3, manned(), { told: undefined, empty: [], isReminder: true, rung: 4 }],
    ['the secretary alone', 0, manned('secretary'), { told: 'secretary', empty: ['grid-worker', 'clerk'], rung: 3 }],
    ['no clerk', 1, manned('grid-worker', 'secretary'), { told: 'secretary', empty: ['clerk'], rung: 3 }],
    ['nobody above', 1, manned('grid-worker'), { told: 'grid-worker', empty: ['clerk', 'secretary'], rung: 4 }],
    ['whoever came later', 5, manned('grid-worker'), { told: 'grid-worker', empty: [], isReminder: true, rung: 6 }],
  ] as const)('a rung without anybody is passed at once, and named once: %s', (_, rung, isManned, step) => {
    expect(stepOf(rung, isManned)).toMatchObject(step);
  });

  test.each([
    [1, '2026-11-02T18:00', '2026-11-02T19:00'],
    [2, '2026-11-02T22:00', '2026-11-02T23:00'],
    [3, '2026-11-02T15:00', '2026-11-02T16:00'],
    [3, '2026-11-02T12:30', '2026-11-02T14:00'],
    [3, '2026-11-02T20:00', '2026-11-03T08:00'],
    [4, '2026-11-02T16:00', '2026-11-03T08:00'],
    [4, '2026-11-03T08:00', '2026-11-04T08:00'],
    [50, '2026-11-03T08:00', '2026-11-04T08:00'],
  ])('on rung %i after %s it is told again at %s', (rung, now, next) => {
    expect(nextStepDue(at(now), rung, 60, HOURS, ZONE)).toEqual(at(next));
  });

  test('it never ends by itself, and is no noise: once each morning', () => {
    let now = at('2026-11-02T16:00');
    for (let rung = 4; rung < 60; rung += 1) {
      const next = nextStepDue(now, rung, 60, HOURS, ZONE);
      expect(next.getTime() - now.getTime()).toBe(rung === 4 ? 16 * 3_600_000 : 24 * 3_600_000);
      expect(next.toISOString()).toMatch(/T00:00/u);
      now = next;
    }
  });
});

describe('whose word ends a check', () => {
  const check = { personId: 7, grid: 1 } as const;
  const staff = (role: string, grid: number | null = null) => ({ personId: 8, staff: { role, grid } });
  test.each([
    ['the office', staff('clerk'), 'ends'],
    ['the secretary', staff('secretary'), 'ends'],
    ['the grid’s worker', staff('grid-worker', 1), 'ends'],
    ['another grid’s worker', staff('grid-worker', 2), 'is-passed-on'],
    ['a building head', staff('building-head'), 'is-passed-on'],
    ['a mediator who ordered', { ...staff('mediator'), personId: 7 }, 'is-passed-on'],
    ['whoever ordered', { personId: 7, staff: undefined }, 'is-passed-on'],
    ['anybody else', { personId: 9, staff: undefined }, 'none'],
  ] as const)('%s: %s', (_, speaker, worth) => {
    expect(worthOfWord(check, { ...speaker, isInStaffRoom: false })).toBe(worth);
  });

  test('every grid’s worker may end what belongs to no grid', () => {
    const worker = { ...staff('grid-worker', 2), isInStaffRoom: false };
    expect(worthOfWord({ personId: 7, grid: null }, worker)).toBe('ends');
  });

  test('whoever writes in the staff’s room without having paired is heard, and ends nothing', () => {
    const colleague = { personId: 9, staff: undefined, isInStaffRoom: true };
    expect(worthOfWord(check, colleague)).toBe('is-passed-on');
  });
});

describe('whether somebody who was found is well', () => {
  test.each([
    '人摔了',
    '走了',
    '没气',
    '没气了',
    '没呼吸',
    '老人走了，节哀',
    '摔倒了，站不起来',
    '发烧38度',
    '叫不醒',
    '已住院',
    '送医院了',
    '情况不好',
    '人晕过去了',
    '打了120',
    '腿疼',
    '人没了',
  ])('not: %s', (words) => {
    expect(saysUnwell(words)).toBe(true);
    expect(outcomeOf(words)).toBe('unwell');
  });

  test.each([
    '',
    '没事',
    '在楼下晒太阳，没听见',
    '没摔着，好着呢',
    '在家，门铃坏了',
    '去女儿家了',
    '不发烧',
    '没有不舒服',
    '饭已经拿走了',
    '出去走了走',
  ])('well: %s', (words) => {
    expect(outcomeOf(words)).toBe('well');
  });

  test.each([
    '敲门没人应',
    '没见到人',
    '没找到',
    '不在家',
    '还没找到人',
    '？',
    '怎么样',
    '打电话没接',
    '邻居说早上见过',
    '应该没事',
    '联系不上',
  ])('nobody has seen them: %s', (words) => {
    expect(outcomeOf(words)).toBe('unseen');
  });

  test.each(['不在家，见到人了', '没开门，打通电话了，人没事', '敲不开，后来通上话了'])(
    'seen after all: %s',
    (words) => {
      expect(outcomeOf(words)).toBe('well');
    },
  );
});
