import { describe, expect, test } from 'vitest';
import { isReason, opinionIn, toneOf } from '../../../src/features/services/rules/marks.ts';

describe('marks in what people say', () => {
  test.each([
    ['5', 5, ''],
    ['三分', 3, ''],
    ['给4分吧', 4, ''],
    ['我给5分，谢谢', 5, ''],
    ['评价 5', 5, ''],
    ['2 律师不耐烦', 2, '律师不耐烦'],
    ['１分，没人来', 1, '没人来'],
    ['小何态度特别好，5分', 5, '小何态度特别好'],
    ['律师不耐烦，只给2分', 2, '律师不耐烦'],
    ['等了2个小时，3分', 3, '等了2个小时'],
    ['服务5分，态度5分', 5, '服务，态度5分'],
    ['4.5分', 4, ''],
    ['五颗星', 5, ''],
    ['5星', 5, ''],
    ['給五顆星', 5, ''],
    ['满分', 5, ''],
    ['100分', 5, ''],
    ['0分', 1, ''],
    ['满意', 5, ''],
    ['很满意。', 5, ''],
    ['非常满意', 5, ''],
    ['比较满意', 4, ''],
    ['挺好的', 5, ''],
    ['挺好的，谢谢', 5, ''],
    ['很好谢谢', 5, ''],
    ['谢谢，很好', 5, ''],
    ['挺好挺好', 5, ''],
    ['很好辛苦了', 5, ''],
    ['挺好的，就是等得久', 5, '就是等得久'],
    ['不错', 4, ''],
    ['还不错哦', 4, ''],
    ['还可以', 3, ''],
    ['一般般', 3, ''],
    ['还行吧', 3, ''],
    ['不满意 态度差', 2, '态度差'],
    ['很不满意', 1, ''],
    ['差评！什么都没说清楚', 1, '什么都没说清楚'],
    ['太差了', 1, ''],
  ])('%s', (typed, marks, reason) => {
    const said = opinionIn(typed);
    expect(said?.marks).toBe(marks);
    expect(said?.reason).toBe(reason);
    expect(said?.how).not.toBe('loosely');
  });

  test.each([
    ['👍', 5],
    ['👍👍', 5],
    ['[强]', 5],
    ['真棒', 5],
    ['赞', 5],
    ['不咋地', 2],
    ['不怎么样', 2],
    ['不好', 2],
    ['都挺好的', 5],
    ['我都满意', 5],
    ['给个好评', 5],
    ['没解决', 2],
    ['太慢了', 2],
    ['还好', 3],
  ])('%s, which may be meant for a neighbour', (typed, marks) => {
    expect(opinionIn(typed)).toEqual({ marks, how: 'loosely', reason: '' });
  });

  test('a long story is read in no time', () => {
    const start = performance.now();
    expect(opinionIn(`2 ${' '.repeat(19_000)}律师不耐烦`)?.reason).toBe('律师不耐烦');
    expect(opinionIn(`${' ，'.repeat(9_000)}x给5分`)).toBeUndefined();
    expect(opinionIn(`x${' ，'.repeat(9_000)}`)).toBeUndefined();
    expect(toneOf(`x${' 我都'.repeat(5_000)}`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test.each([
    '满意 101',
    '不满意 101 又坏了',
    '不满意编号101',
    '101 2分',
    '预约号2 5分',
    '没解决 101',
    '1 5',
    '2号楼停水了',
    '3点去',
    '6',
    '0',
    '55',
    '满意度调查',
    '等了2个小时',
    '2个小时',
    '5分钟就到',
    '三分钟热度',
    '8点5分到',
    '一分钱一分货',
    '等了三星期',
    '给不了5分',
    '打几分',
    '5分是最好吗',
    '服务5分，时间3分',
    '不错过',
    '我就不好这口',
    '给个好评返现',
    '还可以更好',
    '一般不去',
    '好的',
    '不好意思',
    '差点忘了',
    '赞成',
    '帮我约个理发',
    '电梯坏了',
  ])('%s is none', (typed) => {
    expect(opinionIn(typed)).toBeUndefined();
  });
});

describe('what is said without a mark', () => {
  test.each([
    '让我白跑一趟',
    '让我跑了三趟',
    '态度不好',
    '律师态度太差',
    '对小何不满意',
    '律师根本没来',
    '没人来',
    '等了2个小时',
    '什么都没说清楚',
    '剪得一边高一边低',
    '讲得听不懂',
    '推来推去的',
    '浪费我一上午时间',
    '理得不齐',
  ])('%s complains', (typed) => {
    expect(toneOf(typed)).toBe('complaint');
  });

  test.each([
    '小何态度特别好',
    '师傅手艺真好',
    '律师很耐心',
    '讲得很清楚',
    '帮了大忙',
    '小何人很好',
    '服务不错',
    '对小何非常满意',
  ])('%s praises', (typed) => {
    expect(toneOf(typed)).toBe('praise');
  });

  test.each(['态度挺好就是等了半天', '要是态度好点就好了', '师傅手艺好，但来晚了'])('%s is unclear', (typed) => {
    expect(toneOf(typed)).toBe('unclear');
  });

  test.each([
    '今天天气真好',
    '我妈腿脚不好',
    '老人很好',
    '家里没人',
    '孩子成绩很差',
    '我走得太慢',
    '你是谁',
    '哈哈',
    '吃了吗',
  ])('%s is about something else', (typed) => {
    expect(toneOf(typed)).toBeUndefined();
  });

  test.each(['让我跑了三趟', '去了还说材料不对', '为什么让我跑了三趟？', '什么都没说清楚'])(
    '%s is a reason',
    (typed) => {
      expect(isReason(typed)).toBe(true);
    },
  );

  test.each(['谁来回访', '什么时候回访？', '那怎么办', '5', '。', '你们几点下班'])('%s is none', (typed) => {
    expect(isReason(typed)).toBe(false);
  });
});
