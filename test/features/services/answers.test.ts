import { expect, test } from 'vitest';
import { answeredAge, answeredConsent } from '../../../src/features/services/rules/answers.ts';
import { ageIn } from '../../../src/features/services/rules/request.ts';

test.each([
  ['满了', 60],
  ['早满了', 60],
  ['早就过了', 60],
  ['到了', 60],
  ['够了。', 60],
  ['是的', 60],
  ['嗯嗯', 60],
  ['是满了', 60],
  ['没有', 59],
  ['没满', 59],
  ['还没到呢', 59],
  ['好像没到', 59],
  ['不够年龄', 59],
  ['好像没到60', 59],
  ['不到60岁', 59],
  ['快60了', 59],
  ['虚岁60', 59],
  ['还差两岁', 59],
  ['快80了', 79],
  ['18', 18],
  ['１８', 18],
  ['65', 65],
  ['60', 60],
  ['59', 59],
  ['七十八', 78],
  ['七十二岁了', 72],
  ['我今年七十二了', 72],
  ['我妈都八十多了', 80],
  ['过60了', 60],
  ['满60了', 60],
  ['六十来岁', 60],
  ['3', undefined],
  ['500', undefined],
  ['101', 101],
  ['没问题', undefined],
  ['没空', undefined],
  ['有什么要求', undefined],
  ['是谁来', undefined],
  ['到了打电话', undefined],
  ['好像', undefined],
  ['18号楼', undefined],
  ['12点', undefined],
])('asked whether somebody is 60, %s means %s', (words, age) => {
  expect(answeredAge(words, 60)).toBe(age);
});

test.each([
  ['同意了', true],
  ['同意', true],
  ['没问题', true],
  ['没意见', true],
  ['他同意的', true],
  ['问过了', true],
  ['说好了', true],
  ['知道的', true],
  ['嗯同意', true],
  ['问过了他愿意', true],
  ['问过了不同意', undefined],
  ['可以', true],
  ['没有', false],
  ['还没问', false],
  ['没问', false],
  ['没同意', false],
  ['不同意', false],
  ['不知道', false],
  ['还没跟他说呢', undefined],
  ['有什么用', undefined],
  ['好烦', undefined],
  ['同意书在哪', undefined],
  ['没问题吧？', undefined],
])('asked whether a neighbour agrees, %s means %s', (words, agreed) => {
  expect(answeredConsent(words)).toBe(agreed);
});

test('the year of birth is an age, where the year is known', () => {
  expect(answeredAge('我1950年生的', 60, { year: 2026 })).toBe(76);
  expect(ageIn('我50年的', 2026)).toBe(76);
  expect(ageIn('1950年建的楼', 2026)).toBeUndefined();
});

test('an age that is not reached yet is not said to be reached', () => {
  expect(ageIn('给我妈约理发，她还不到60岁')).toBe(59);
  expect(ageIn('给我妈约理发，她72岁')).toBe(72);
});
