import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumeral } from '../../src/kernel/numerals.ts';

test.each([
  ['3', 3],
  ['１２', 12],
  [' 7 ', 7],
  ['三', 3],
  ['两', 2],
  ['兩', 2],
  ['〇', 0],
  ['零', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['九十九', 99],
  ['一百', 100],
  ['一百零五', 105],
  ['一百二', 120],
  ['一百二十', 120],
  ['五百零一', 501],
  ['一千二百零三', 1203],
  ['五零一', 501],
  ['一二〇三', 1203],
  ['二〇二六', 2026],
  ['叁', 3],
  ['貳', 2],
  ['①', 1],
  ['⑳', 20],
])('%j is %d', (words, number) => {
  expect(readNumeral(words)).toBe(number);
});

test.each([
  '',
  ' ',
  '一二',
  '三号',
  '十十',
  '百',
  '一千一千',
  '二三十',
  '3a',
  '-1',
  '1.5',
  '一点五',
  '㉑',
  '１２３４５６７８９０',
  '几',
])('%j is no number', (words) => {
  expect(readNumeral(words)).toBeUndefined();
});

/** The ordinary way to write 1 to 9999. */
function written(number: number): string {
  const digits = '零一二三四五六七八九';
  const parts = Array.from(String(number), (digit, index) => {
    const unit = ['', '十', '百', '千'][String(number).length - 1 - index] ?? '';
    return digit === '0' ? '零' : digits.charAt(Number(digit)) + unit;
  });
  const joined = parts.join('').replace(/零+/g, '零').replace(/零$/, '');
  return number >= 10 && number < 20 ? joined.slice(1) : joined;
}

test('every number up to 9999 is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (number) => {
      expect(readNumeral(written(number))).toBe(number);
      expect(readNumeral(String(number))).toBe(number);
    }),
    { numRuns: 2_000 },
  );
});

test('nothing that is said makes it throw', () => {
  const part = fc.constantFrom('一', '十', '百', '千', '零', '两', '3', '①', '号');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (words) => {
        const number = readNumeral(words) ?? 0;
        expect(Number.isInteger(number) && number >= 0 && number < 1_000_000_000).toBe(true);
      },
    ),
  );
});
