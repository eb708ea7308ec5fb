import { describe, expect, test } from 'vitest';
import { nextRungDue, outcomeOf, rungAt, saysUnwell, worthOfWord } from '../../../src/features/welfare/rules/check.ts';
import { readHours } from '../../../src/kernel/hours.ts';

const ZONE = 'Asia/Shanghai';
const HOURS = readHours(['08:00-12:00', '14:00-20:30']) ?? [];
const at = (said: string): Date => new Date(`${said}:00+08:00`);

describe('the ladder of a check', () => {
  test('three rungs, then the last one again for ever', () => {
    expect([0, 1, 2, 3, 9].map(rungAt)).toEqual(['grid-worker', 'clerk', 'secretary', 'secretary', 'secretary']);
  });

  test.each([
    [0, '2026-11-02T18:00', '2026-11-02T19:00'],
    [1, '2026-11-02T22:00', '2026-11-02T23:00'],
    [2, '2026-11-02T15:00', '2026-11-02T16:00'],
    [3, '2026-11-02T15:00', '2026-11-02T17:00'],
    [4, '2026-11-02T15:00', '2026-11-02T19:00'],
    [2, '2026-11-02T20:00', '2026-11-03T08:00'],
    [5, '2026-11-02T19:00', '2026-11-03T08:00'],
    [9, '2026-11-03T08:00', '2026-11-03T20:00'],
    [50, '2026-11-03T20:00', '2026-11-04T08:00'],
  ])('after rung %i at %s it is told again at %s', (rung, now, next) => {
    expect(nextRungDue(at(now), rung, 60, HOURS, ZONE)).toEqual(at(next));
  });

  test('it never ends by itself, and nobody is woken by a reminder', () => {
    let now = at('2026-11-02T13:00');
    for (let rung = 2; rung < 60; rung += 1) {
      const next = nextRungDue(now, rung, 60, HOURS, ZONE);
      expect(next > now).toBe(true);
      expect(next.getUTCHours()).toBeLessThan(13);
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
    expect(worthOfWord(check, speaker)).toBe(worth);
  });

  test('every grid’s worker may end what belongs to no grid', () => {
    expect(worthOfWord({ personId: 7, grid: null }, staff('grid-worker', 2))).toBe('ends');
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
});
