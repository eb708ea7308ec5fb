import { describe, expect, test } from 'vitest';
import { opinionIn } from '../../../src/features/services/rules/marks.ts';

describe('marks in what people say', () => {
  test.each([
    ['5', 5, ''],
    ['三分', 3, ''],
    ['给4分吧', 4, '吧'],
    ['评价 5', 5, ''],
    ['2 律师不耐烦', 2, '律师不耐烦'],
    ['１分，没人来', 1, '没人来'],
    ['满意', 5, ''],
    ['很满意。', 5, ''],
    ['挺好的，谢谢', 5, '谢谢'],
    ['一般般', 3, ''],
    ['还行吧', 3, ''],
    ['不满意 态度差', 2, '态度差'],
    ['很不满意', 1, ''],
  ])('%s', (typed, marks, reason) => {
    expect(opinionIn(typed)).toEqual({ marks, reason });
  });

  test.each([
    '满意 101',
    '不满意 101 又坏了',
    '不满意编号101',
    '1 5',
    '2号楼停水了',
    '3点去',
    '6',
    '0',
    '55',
    '满意度调查',
  ])('%s is none', (typed) => {
    expect(opinionIn(typed)).toBeUndefined();
  });
});
