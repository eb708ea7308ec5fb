import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseNumber,
  marks,
  optional,
  skipSeparators,
  takeArguments,
  wholeNumber,
  word,
  words,
} from '../../../src/engine/chat/arguments.ts';

const takenBy = (args: Parameters<typeof takeArguments>[0], typed: string): unknown => {
  const done = takeArguments(args, typed);
  return 'code' in done ? `${done.code} ${done.name}` : done.taken;
};

describe('a case number', () => {
  test.each([
    ['101', 101],
    [' 101', 101],
    ['：101', 101],
    ['１０１', 101],
    ['编号101', 101],
    ['编号：101', 101],
    ['编号 101 号', 101],
    ['#101', 101],
    ['no.101', 101],
    ['NO101', 101],
    ['101号', 101],
    ['999999999', 999_999_999],
    ['101还有老人', 101],
  ])('%j is %d', (typed, no) => {
    expect(takenBy({ no: caseNumber }, typed)).toEqual({ no });
  });

  test.each([
    '12',
    '一百零一',
    'abc',
    '120元',
    '100个',
    '3-2-501',
    '1e9',
    '0x65',
    '12345678901',
    '100%',
    '2.5',
    '101.5',
  ])('%j is none', (typed) => {
    expect(takenBy({ no: caseNumber }, typed)).toBe('wrong no');
  });

  test('000 is no number of a case', () => {
    expect(takenBy({ no: caseNumber }, '000')).toBe('wrong no');
  });
});

describe('in their order', () => {
  test.each([
    ['101 小陈 归第2网格', { no: 101, name: '小陈', reason: '归第2网格' }],
    ['101，小陈，归第2网格', { no: 101, name: '小陈', reason: '归第2网格' }],
    ['101小陈', { no: 101, name: '小陈' }],
    ['', 'missing no'],
    ['  ', 'missing no'],
    ['101', 'missing name'],
    ['小陈', 'wrong no'],
  ])('no, name, reason from %j', (typed, expected) => {
    expect(takenBy({ no: caseNumber, name: word, reason: optional(words) }, typed)).toEqual(expected);
  });

  test.each([
    ['101 5', { no: 101, marks: 5 }],
    ['101 5分', { no: 101, marks: 5 }],
    ['101，５星', { no: 101, marks: 5 }],
    ['101 5 很好', { no: 101, marks: 5, reason: '很好' }],
    ['101', 'missing marks'],
    ['101 0', 'wrong marks'],
    ['101 6', 'wrong marks'],
    ['101 10', 'wrong marks'],
    ['101 好', 'wrong marks'],
  ])('no, marks from %j', (typed, expected) => {
    expect(takenBy({ no: caseNumber, marks, reason: optional(words) }, typed)).toEqual(expected);
  });

  test('words that may follow a number, without one', () => {
    expect(takenBy({ no: optional(caseNumber), words }, '还有老人')).toEqual({ words: '还有老人' });
    expect(takenBy({ no: optional(caseNumber), words }, '101 还有老人')).toEqual({ no: 101, words: '还有老人' });
    expect(takenBy({ no: optional(caseNumber), words }, '101')).toBe('missing words');
  });
});

test.each([
  ['1', 1],
  ['广播1', 1],
  ['第3条', 3],
  ['#12号', 12],
  ['999999', 999_999],
  ['1234567', undefined],
  ['-1', 1],
  ['一', undefined],
])('a number of the office’s from %j', (typed, no) => {
  expect(takenBy({ no: wholeNumber }, typed)).toEqual(no === undefined ? 'wrong no' : { no });
});

test('what is left over keeps its own characters: nothing is folded that somebody wrote', () => {
  expect(takenBy({ words }, '：電梯壞了ＡＢＣ，真的')).toEqual({ words: '電梯壞了ＡＢＣ，真的' });
});

test('no words make it throw, and what is taken was typed', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(
      fc.oneof(
        anything,
        fc.tuple(fc.nat(), anything).map(([number, rest]) => `${number} ${rest}`),
      ),
      (typed) => {
        const done = takeArguments({ no: optional(caseNumber), name: optional(word), reason: optional(words) }, typed);
        if ('code' in done) return;
        for (const value of [done.taken.name, done.taken.reason]) {
          if (value !== undefined) expect(typed).toContain(value);
        }
        expect(typed.endsWith(skipSeparators(typed))).toBe(true);
      },
    ),
  );
});
