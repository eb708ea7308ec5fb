import { expect, test } from 'vitest';
import { carriedIn, numbersAtStart } from '../../../src/features/services/rules/carrying.ts';
import { oneLine } from '../../../src/features/services/rules/details.ts';

test.each([
  ['1', [1], []],
  ['1 2 3', [1, 2, 3], []],
  ['1 没人开 2', [1], [2]],
  ['1没人开2', [1], [2]],
  ['3 2没人应', [3], [2]],
  ['1，2没开门', [1], [2]],
  ['1 没人开', [], [1]],
  ['1 2 没人开 3、4', [1, 2], [3, 4]],
  ['2 999999999999', [2], []],
  ['全部', [], []],
])('送到 %s', (typed, delivered, unopened) => {
  expect(carriedIn(typed)).toEqual({ delivered, unopened });
});

test.each([
  ['1', [1]],
  ['1 2 3', [1, 2, 3]],
  ['1、2', [1, 2]],
  ['1号 2号', [1, 2]],
  ['1 敲了10分钟', [1]],
  ['全部', []],
  ['敲了10分钟', []],
])('没人开 %s', (typed, nos) => {
  expect(numbersAtStart(typed)).toEqual(nos);
});

test('an address is one line without quotes', () => {
  expect(oneLine('3号楼501\n9. 周大爷 “8号楼101”')).toBe('3号楼501，9. 周大爷 8号楼101');
  expect(oneLine('3号楼\u2028501')).toBe('3号楼，501');
});
