import { expect, test } from 'vitest';
import { features } from '../../../src/app/features.ts';
import { suggest } from '../../../src/engine/chat/suggest.ts';

const commands = features.flatMap((feature) => feature.commands);

test.each([
  ['我的事情', '我的事项', '我的事项'],
  ['我的投述', '我的投诉', '我的投诉'],
  ['投书 3号楼电梯坏了', '投诉', '投诉 3号楼电梯坏了'],
  ['进杜 101', '进度', '进度 101'],
  ['没解觉 101', '没解决', '没解决 101'],
  ['帮住', '帮助', '帮助'],
])('%j was to be %j', (typed, word, whole) => {
  expect(suggest(typed, commands, false)).toEqual({ word, words: whole });
});

test.each([
  '你好',
  '今天天气怎么样',
  '电梯坏了',
  '投诉',
  '',
  '好',
  '101',
  '啦啦啦啦啦啦',
  '😀',
  'help',
  '认灵 101',
  '待半',
])('%j was to be nothing that a resident could say', (typed) => {
  expect(suggest(typed, commands, false)).toBeUndefined();
});

test('staff are offered staff words, residents never', () => {
  expect(suggest('认灵 101', commands, true)).toEqual({ word: '认领', words: '认领 101' });
  expect(suggest('待半', commands, true)?.word).toBe('待办');
});
