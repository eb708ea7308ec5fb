import { expect, test } from 'vitest';
import { courtesyOf } from '../../../src/engine/chat/courtesy.ts';

test.each([
  ['谢谢', 'thanks'],
  ['谢谢你', 'thanks'],
  ['謝謝您！', 'thanks'],
  ['好的，谢谢啊', 'thanks'],
  ['知道了谢谢', 'thanks'],
  ['辛苦了', 'thanks'],
  ['非常感谢', 'thanks'],
  ['🙏🙏', 'thanks'],
  ['你好', 'greeting'],
  ['您好！', 'greeting'],
  ['你好，在吗？', 'greeting'],
  ['小助手早上好', 'greeting'],
  ['再见', 'farewell'],
  ['拜拜啦', 'farewell'],
  ['嗯', 'heard'],
  ['嗯嗯', 'heard'],
  ['哦', 'heard'],
  ['好的', 'heard'],
  ['好', 'heard'],
  ['收到', 'heard'],
  ['知道了', 'heard'],
  ['OK', 'heard'],
  ['👍', 'heard'],
  ['👍👍', 'heard'],
  ['[强]', 'heard'],
])('%s is %s', (words, kind) => {
  expect(courtesyOf(words)).toBe(kind);
});

test.each([
  '',
  '。',
  '你',
  '你好，电梯坏了',
  '谢谢，再帮我约个理发',
  '好的，那改到周四',
  '你们好慢',
  '好冷',
  '知道吗',
  '收到假币了',
  '辛苦费多少',
  '嗯哼',
  '不好',
  '1',
])('%j is more than a courtesy', (words) => {
  expect(courtesyOf(words)).toBeUndefined();
});
