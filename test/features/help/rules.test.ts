import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE, overview, topicLine, wholeTopic } from '../../../src/features/help/rules.ts';

const topics = (count: number, usages: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `题${String(index)}`,
    usages: Array.from({ length: usages }, (__, number) => `说法${String(index)}${String(number)} 内容`),
  }));

test('a topic keeps its first usage, and as many more as fit', () => {
  expect(topicLine({ name: '议事', usages: ['议题 内容', '议事日', '议题 列表'] }, 14)).toBe('议事：议题 内容；议事日');
  expect(topicLine({ name: '议事', usages: ['一句比整行还要长的说法'] }, 5)).toBe('议事：一句比整行还要长的说法');
});

test('what is too many lines is put together, the shortest neighbours first', () => {
  const few = [
    { name: '登记', usages: ['投诉 地点 什么事', '报修 地点 什么事'] },
    { name: '学习', usages: ['学习'] },
    { name: '其他', usages: ['帮助'] },
  ];
  expect(overview(few, 3)).toEqual(['登记：投诉 地点 什么事；报修 地点 什么事', '学习：学习', '其他：帮助']);
  expect(overview(few, 2)).toEqual(['登记：投诉 地点 什么事；报修 地点 什么事', '学习：学习　其他：帮助']);
});

test('every topic is there, in no more lines than there are and none too long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 12 }), (count, usages) => {
      const all = topics(count, usages);
      const lines = overview(all, 8);
      expect(lines.length).toBeLessThanOrEqual(8);
      expect(lines.filter((line) => line.length > LINE)).toEqual([]);
      expect(all.filter(({ name }) => !lines.join('').includes(`${name}：`))).toEqual([]);
    }),
  );
});

test('the whole of a topic has every usage', () => {
  const [topic = { name: '', usages: [] }] = topics(1, 12);
  const lines = wholeTopic(topic, 8);
  expect(lines.join('；').split('；')).toEqual(topic.usages);
  expect(lines.filter((line) => line.length > LINE)).toEqual([]);
});
