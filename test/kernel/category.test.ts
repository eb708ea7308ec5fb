import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Category, readCategory, startsWithCategoryWord } from '../../src/kernel/category.ts';

function category(id: string, name: string, words: readonly string[], urgentWords: readonly string[] = []): Category {
  return {
    id,
    name,
    contactHours: 24,
    contactClock: 'office',
    resolveDays: 5,
    words,
    urgentWords,
    isDispute: false,
    asksBuilding: false,
  };
}

const categories = [
  category('lift', '电梯', ['电梯', '电梯间', '轿厢'], ['困人', '被困']),
  category('sanitation', '环境卫生', ['垃圾', '垃圾没人收', '脏得很']),
  category('parking', '停车', ['停车', '停车位', '占车位', '堵车']),
  category('utilities', '水电气暖', ['停水', '暖气', '没水'], ['漏气']),
  category('nested', '里面', ['没人收', '人收', '收']),
  category('odd', '怪类', ['a+b', 'ＷｉＦｉ', ' ', '']),
];

test.each([
  ['电梯坏了', 'lift'],
  ['電梯壞了', 'lift'],
  ['怎么又停水了', 'utilities'],
  ['垃圾没人收，电梯里都是', 'sanitation'],
  ['电梯里有垃圾', 'lift'], // as many letters each: the profile's order decides
  ['垃圾没人收', 'sanitation'], // what is inside a longer word counts for nobody
  ['停车位漏水，暖气也不热，没水', 'utilities'], // 停车 inside 停车位 does not count again: 3 against 4
  ['车没处停，占车位', 'parking'],
  ['电梯电梯电梯，垃圾没人收', 'sanitation'], // a word counts once
  ['有人被困', 'lift'],
  ['A+B', 'odd'],
  ['wifi断了', 'odd'],
  ['环境卫生', 'sanitation'],
  ['今天天气不错', undefined],
  ['', undefined],
])('%j is a matter of %j', (words, id) => {
  expect(readCategory(words, categories).category?.id).toBe(id);
});

test.each([
  ['电梯困人了', true],
  ['電梯困人了', true],
  ['好像漏气', true],
  ['垃圾没人收，里面还被困了', true],
  ['电梯坏了，没有困人', false],
  ['电梯没困人', false],
  ['电梯坏了', false],
])('whether %j is urgent: %j', (words, urgent) => {
  expect(readCategory(words, categories).urgent).toBe(urgent);
});

test.each([
  ['电梯坏了', true],
  [' 電梯壞了', true],
  ['占车位', true],
  ['被困了', true],
  ['那个外卖', false],
  ['我家电梯', false],
  ['', false],
])('whether %j starts with a word of a category: %j', (words, starts) => {
  expect(startsWithCategoryWord(words, categories)).toBe(starts);
});

test('without categories nothing is found', () => {
  expect(readCategory('电梯', [])).toEqual({ category: undefined, urgent: false });
  expect(startsWithCategoryWord('电梯', [])).toBe(false);
});

test('nothing that is said makes it throw, and what is found is in the list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('电梯', '困人', '停车位', ''), (words, word) => {
      const found = readCategory(words + word, categories).category;
      expect(found === undefined || categories.includes(found)).toBe(true);
      if (word !== '') expect(found).toBeDefined();
    }),
  );
});
