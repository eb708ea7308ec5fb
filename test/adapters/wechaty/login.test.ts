import { statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Card, cardFile } from '../../../src/adapters/wechaty/card.ts';
import { openFolder, openLine, openServer } from '../../kit/wechat.ts';
import { redirectTo } from '../../kit/wechat-server/ways-in.ts';

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('the first login shows a code, tells the name, and leaves a card that only its owner can read', async () => {
  const server = await openServer();
  redirectTo(server);
  server.login.scansByItself = false;
  const folder = openFolder();
  const { heard, start } = openLine({ folder });
  const started = start();
  await server.until(() => heard.codes.length > 0);
  expect([heard.names, heard.logins]).toEqual([[], []]);
  server.scan();
  await started;
  expect(heard.names).toEqual(['六心小助手']);
  expect(heard.codes).toEqual([expect.stringMatching(/^https:\/\/login\.weixin\.qq\.com\/l\/code-\d+$/u)]);
  await server.until(() => server.asked('synccheck') > 0);
  expect([mode(folder), mode(cardFile(folder))]).toEqual(['700', '600']);
  expect(await readFile(cardFile(folder), 'utf8')).toContain(server.login.session?.sid);
  expect(heard.logins[0]).not.toContain(server.login.session?.sid);
});

test('a code that nobody scans in time is followed by another', async () => {
  const server = await openServer();
  redirectTo(server);
  server.login.scansByItself = false;
  const { heard, start } = openLine();
  const started = start();
  await server.until(() => server.asked('login') > 0);
  server.expireCode();
  await server.until(() => heard.codes.length > 1 && server.asked('login') > 1);
  server.scan();
  await started;
  expect(heard.codes).toHaveLength(2);
  expect([heard.outages, server.asked('webwxlogout')]).toEqual([[], 0]);
});

test('a card that others could read is made private, and one that cannot be read costs a scan', async () => {
  const server = await openServer();
  redirectTo(server);
  const folder = openFolder();
  writeFileSync(cardFile(folder), '{"half', { mode: 0o644 });
  await new Card(cardFile(folder)).load();
  expect(mode(cardFile(folder))).toBe('600');
  const { heard, start } = openLine({ folder });
  await start();
  expect(heard.codes).toHaveLength(1);
});

test('a card that was forgotten is not written again', async () => {
  const folder = openFolder();
  const card = new Card(cardFile(folder));
  await card.load();
  const part = card.multiplex('puppet');
  await part.set('key', 'value');
  await part.save();
  expect(await readFile(cardFile(folder), 'utf8')).toContain('value');
  card.forget();
  await part.save();
  await expect(readFile(cardFile(folder))).rejects.toThrow('ENOENT');
});
