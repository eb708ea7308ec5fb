import { expect, test } from 'vitest';
import { startChild, startChildWith } from '../../kit/child.ts';
import { openFolder, openServer } from '../../kit/wechat.ts';

test('what nobody has caught ends the process: the package that swallows it is undone', async () => {
  const theirs = startChild('adapters/wechaty/children/listeners.ts', 'package');
  const ours = startChild('adapters/wechaty/children/listeners.ts', 'channel');
  expect([await theirs.nextLine(), await ours.nextLine()]).toEqual(['1', '0']);
  await Promise.all([theirs.kill(), ours.kill()]);
});

test('a program that knows nothing of the server reaches it as WeChat, TLS and all', async () => {
  const server = await openServer();
  const wang = server.account.addPerson('王阿姨', { friend: true });
  const room = server.account.addGroup('和美一号院邻里群', [wang]);
  const folder = openFolder();
  const way = { HTTPS_PROXY: server.url, NODE_EXTRA_CA_CERTS: await server.openTunnel(folder) };
  const child = startChildWith(way, 'adapters/wechaty/children/program.ts', folder);
  for (const line of ['code', 'login 六心小助手', 'session']) expect(await child.nextLine()).toBe(line);
  server.say(room, wang, '投诉:\n3号楼 & 电梯');
  expect(await child.nextLine()).toBe('sent');
  expect(server.account.sent.map(({ to, text }) => [to, text])).toEqual([[room, '收到：投诉:\n3号楼 & 电梯']]);
  server.kick();
  expect(await child.nextLine()).toBe('ended logged-out');
  await child.kill();
});
