import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsPrivateNumber, maskedName, maskedWords } from '../../src/kernel/mask.ts';

/** Ways in which people break up or write the digits of a number. */
const separator = fc.constantFrom('', '', ' ', '-', '.', '\u200b', '—');
const script = fc.constantFrom('0123456789', '０１２３４５６７８９', '〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖');
const mobile = fc
  .tuple(
    fc.constantFrom('3', '5', '7', '8', '9'),
    fc.stringMatching(/^\d{9}$/),
    fc.array(separator, { minLength: 2, maxLength: 2 }),
  )
  .map(
    ([second, tail, [first = '', last = '']]) =>
      `1${second}${tail.slice(0, 1)}${first}${tail.slice(1, 5)}${last}${tail.slice(5)}`,
  );
const landline = fc
  .tuple(fc.constantFrom('010', '0931', '0943'), separator, fc.stringMatching(/^[2-8]\d{6}$/))
  .map(([area, gap, number]) => area + gap + number);
const identity = fc
  .tuple(separator, separator, fc.constantFrom('19500101', '19991231', '20080229'), fc.stringMatching(/^\d{3}[\dXx]$/))
  .map(([first, second, birthday, serial]) => `620402${first}${birthday}${second}${serial}`);
const card = fc
  .tuple(
    fc.stringMatching(/^62\d{2}$/),
    separator,
    fc.stringMatching(/^\d{4}$/),
    fc.stringMatching(/^\d{4}$/),
    fc.stringMatching(/^\d{4}$/),
  )
  .map(([first, gap, ...rest]) => [first, ...rest].join(gap));
const rewritten = fc
  .tuple(fc.oneof(mobile, landline, identity, card), script)
  .map(([number, digits]) => number.replace(/\d/g, (digit) => digits.charAt(Number(digit))));
const around = fc.constantFrom('', '我家', '，', '电话', '请打', '，3号楼', '编号', ' ', '张', '叫', '\n', '。');

test('no phone, identity or card number gets through, however it is written and whatever stands around it', () => {
  fc.assert(
    fc.property(around, rewritten, around, (before, number, after) => {
      const shown = maskedWords(before + number + after);
      expect(shown).not.toMatch(/[\d０-９〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4}/);
      // the number of an order is as long as a card's
      expect(holdsPrivateNumber(before + number + after) || before === '编号').toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

const SNIPPETS = [
  '@',
  '所有人',
  'all',
  '138',
  '1234',
  '5678',
  '癌',
  '5',
  '0',
  '1',
  '室',
  '-',
  ' ',
  '\n',
  '\u200b',
  '老王',
  'a',
  '.',
  'com',
  '/',
  '编号',
  '＊',
  '元',
  '号',
];
const messy = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 40 }).map((parts) => parts.join('')),
);

test('masking settles: public words masked again are the same', () => {
  fc.assert(
    fc.property(messy, (words) => {
      const shown = maskedWords(words);
      expect(maskedWords(shown)).toBe(shown);
      expect(shown.length).toBeLessThanOrEqual(200);
      expect(shown).not.toMatch(/[@＠\n\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
      expect(holdsPrivateNumber(shown)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('a display name is never empty, long, two lines, a call or a number', () => {
  fc.assert(
    fc.property(messy, (name) => {
      const shown = maskedName(name);
      expect(shown).toMatch(/^[^@＠\n]{1,16}$/u);
      expect(shown.match(/\p{Cs}/u)).toBeNull();
      expect(maskedName(shown)).toBe(shown);
      expect(holdsPrivateNumber(shown)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test.each(['1 ', '@', '1一', '3-2-501 ', 'a.', '没有', '编号'])('20,000 characters of %j come back short', (part) => {
  const long = part.repeat(20_000 / part.length);
  expect([...maskedWords(long)].length).toBeLessThanOrEqual(200);
  expect([...maskedName(long)].length).toBeLessThanOrEqual(16);
});
