import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanWords, fold, plainWords } from '../../src/kernel/words.ts';

const anything = fc.string({ unit: 'binary' });
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

test.each([
  ['  投诉 3号楼\t电梯 \r\n坏了\r', '投诉 3号楼\t电梯 \n坏了'],
  ['投\0诉\u0007', '投诉'],
  ['电\u200b梯\ufeff坏\u2060了', '电梯坏了'],
  ['\u202e了坏梯电\u202c', '了坏梯电'],
  ['低\ufe00保', '低保'],
  ['坏\ud800了\udc00', '坏了'],
  ['❤\ufe0f好', '❤\ufe0f好'],
  ['第一行\u2028第二行\u0085第三行', '第一行\n第二行\n第三行'],
  ['\u200b \n', ''],
])('%j is kept as %j', (raw, kept) => {
  expect(cleanWords(raw)).toBe(kept);
});

test('a message is kept up to 20,000 units, never with half a character', () => {
  expect(cleanWords('好'.repeat(20_001))).toBe('好'.repeat(20_000));
  expect(cleanWords(`${'好'.repeat(19_999)}😀`)).toBe('好'.repeat(19_999));
});

test('what was cleaned is clean', () => {
  fc.assert(
    fc.property(fc.oneof(anything, units), (raw) => {
      const kept = cleanWords(raw);
      expect(cleanWords(kept)).toBe(kept);
      expect(kept).not.toMatch(/[\0\r\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['３號樓２單元，電梯壞了！', '3号楼2单元,电梯坏了!'],
  ['ＷｉＦｉ　ABC', 'wifi abc'],
  ['著火了', '着火了'],
  ['請問裡面還沒繳費嗎', '请问里面还没缴费吗'],
  ['薴', '苎'],
  ['没有变化 abc 123', '没有变化 abc 123'],
  ['İ', 'İ'],
  ['😀𠮷', '😀𠮷'],
])('%j is matched as %j', (words, folded) => {
  expect(fold(words)).toBe(folded);
});

test('folding keeps every index, and folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anything, units), (words) => {
      const folded = fold(words);
      expect(folded).toHaveLength(words.length);
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 2_000 },
  );
});

test('every character of the basic plane folds in one step', () => {
  const all = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit));
  expect(all.filter((one) => fold(one).length !== 1 || fold(fold(one)) !== fold(one))).toEqual([]);
});

test('a long text folds as its parts do', () => {
  const long = '電梯Ａ'.repeat(5_000);
  expect(fold(long)).toBe('电梯a'.repeat(5_000));
});

test.each([
  ['看 https://mp.weixin.qq.com/s/abc?x=1 吧', '看 （链接） 吧'],
  ['http://a.cn看，www.b.com，c.d.top/e', '（链接）看，（链接），（链接）'],
  ['ｗｗｗ．ｘ．ｃｏｍ', '（链接）'],
  ['weixin://dl/business', '（链接）'],
  ['hello.世界', 'hello.世界'],
  ['3.5元，11.11见，第1.2条', '3.5元，11.11见，第1.2条'],
  ['@所有人 @all', '所有人 all'],
  ['@@ ＠所有人', '所有人'],
  ['@\u200b所有人\u202e', '所有人'],
  ['@王阿姨 在吗', '@王阿姨 在吗'],
  ['第一行\n第二行', '第一行\n第二行'],
  ['我电话13812345678', '我电话13812345678'],
])('%j is shown to one person as %j', (words, shown) => {
  expect(plainWords(words)).toBe(shown);
});

test('one person is shown at most 500 units, and an ellipsis for the rest', () => {
  expect(plainWords('好'.repeat(501))).toBe(`${'好'.repeat(499)}…`);
  expect(plainWords('好'.repeat(500))).toBe('好'.repeat(500));
});

test('plain words hold no link and call nobody, however they are put together', () => {
  const part = fc.constantFrom('@', '＠', ' ', '\u200b', '所有人', 'all', 'http', '://', 'a.com', '/x', 'www.', '好');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const shown = plainWords(parts.join(''));
      expect(shown).not.toMatch(/[@＠]\s*(?:所有人|all)|[a-z]:\/\/|www\.\w|a\.com(?![a-z])/);
    }),
    { numRuns: 2_000 },
  );
});
