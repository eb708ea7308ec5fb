import { expect, test } from 'vitest';
import { findCall } from '../../../src/adapters/wechaty/mention.ts';

const call = (text: string, names: readonly string[], others: readonly string[] = []) =>
  findCall(text, names, () => Promise.resolve(others));

test.each([
  ['@小六\u2005帮助', '帮助'],
  ['@小六 帮助', '帮助'],
  ['@小六', ''],
  ['@小六，帮助', '，帮助'],
  ['帮助 @小六', '帮助'],
  ['王阿姨\n@小六\u2005进度 101', '王阿姨\n 进度 101'],
  ['@李叔\u2005 @小六\u2005你好', '@李叔\u2005  你好'],
])('%j calls 小六 and says %j', async (text, rest) => {
  expect(await call(text, ['小六'])).toEqual({ isCalled: true, text: rest });
});

test.each(['小六 帮助', '@小六子\u2005帮助', '@小', '@ 小六', '@所有人 开会', ''])('%j does not', async (text) => {
  expect(await call(text, ['小六'])).toEqual({ isCalled: false, text });
});

test('a name with a blank in it, and the one that it has in the room only', async () => {
  expect(await call('@六心 小助手\u2005帮助', ['小六', '六心 小助手'])).toEqual({ isCalled: true, text: '帮助' });
  expect(await call('@小六 帮助', ['六心 小助手', '小六'])).toEqual({ isCalled: true, text: '帮助' });
  expect(await call('@ 帮助', ['', '小六'])).toMatchObject({ isCalled: false });
});

test('somebody whose name is longer is not the bot, unless the bot was picked', async () => {
  const others = ['六心 大助手', '六心'];
  expect(await call('@六心 大助手 在吗', ['六心'], others)).toMatchObject({ isCalled: false });
  expect(await call('@六心\u2005大助手 在吗', ['六心'], others)).toMatchObject({ isCalled: true });
  expect(await call('@六心 在吗', ['六心'], others)).toMatchObject({ isCalled: true });
});

test('the members are looked at only where a name stands there that nobody picked, once a message', async () => {
  let asked = 0;
  const others = () => {
    asked += 1;
    return Promise.resolve(['小六 二号']);
  };
  await findCall('@王 @李 @赵 今天天气好', ['小六'], others);
  await findCall('@小六\u2005帮助', ['小六'], others);
  expect(asked).toBe(0);
  await findCall('@小六 二号 @小六 二号 @小六 帮助', ['小六'], others);
  expect(asked).toBe(1);
});
