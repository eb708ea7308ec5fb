import { expect, test } from 'vitest';
import { FAST, openCard, openLine, openWechat } from '../../kit/wechat.ts';
import type { WechatServer } from '../../kit/wechat-server/server.ts';
import type { Group, Person } from '../../kit/wechat-server/account.ts';

const say = (text: string) => ({ text, mentions: [] });

/** Where things are in the login that is open. */
function idOf(server: WechatServer, of: Group | Person): string {
  const { session } = server.login;
  if (session === undefined) throw new Error('nobody is logged in');
  return session.idOf(of);
}
const toRoom = (server: WechatServer, room: Group) => ({ kind: 'room', outsideId: idOf(server, room) }) as const;
const toPerson = (server: WechatServer, person: Person) =>
  ({ kind: 'person', outsideId: idOf(server, person) }) as const;

test('a message in a room, with who says it under which name', async () => {
  const { server, heard, room, li, allTexts } = await openWechat();
  const { id } = server.say(room, li, '早');
  await allTexts();
  expect(heard.messages[0]).toEqual({
    key: `wechat4u:${id}`,
    conversation: { kind: 'room', outsideId: idOf(server, room), topic: '和美一号院邻里群' },
    sender: { outsideId: idOf(server, li), name: '3栋老李' },
    text: '早',
    mentionsBot: false,
  });
});

test('a message in private', async () => {
  const { server, heard, wang, allTexts } = await openWechat();
  server.say(server.account.bot, wang, '绑定 12345678');
  await allTexts();
  expect(heard.messages[0]).toMatchObject({
    conversation: { kind: 'direct' },
    sender: { outsideId: idOf(server, wang), name: '王阿姨' },
    text: '绑定 12345678',
  });
});

test('what calls the bot, by its name or by the one that it has in that room, and not in what is quoted', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  server.say(room, wang, '@六心小助手\u2005进度 101');
  room.members.set(server.account.bot, '和美 小六');
  server.tell(room);
  server.say(room, wang, '@和美 小六\u2005帮助');
  server.say(room, wang, '「老赵：@和美 小六 认领 101」\n- - - - - - - - - - - - - - -\n好的');
  server.say(room, wang, '@王阿姨 在吗');
  await allTexts();
  expect(heard.messages.slice(0, 4).map(({ text, mentionsBot }) => [text, mentionsBot])).toEqual([
    ['进度 101', true],
    ['帮助', true],
    ['好的', false],
    ['@王阿姨 在吗', false],
  ]);
});

test("what is no word of a neighbour's is not told: stickers, links, records, notices, and what the bot says itself", async () => {
  const { server, room, wang, allTexts } = await openWechat();
  for (const type of [42, 43, 47, 48, 51, 62, 10_002]) server.put(room, wang, type, '投诉 电梯');
  server.put(
    room,
    wang,
    49,
    '&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;投诉&lt;/title&gt;&lt;type&gt;19&lt;/type&gt;&lt;/appmsg&gt;&lt;/msg&gt;',
  );
  server.notice(room, '"王阿姨"邀请"李叔"加入了群聊');
  server.say(room, server.account.bot, '投诉 电梯');
  expect(await allTexts()).toEqual([]);
});

test('notices of who has joined, which the puppet cannot read, disturb nobody', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  server.notice(room, '"王阿姨"邀请"老赵、小刘"加入了群聊');
  server.say(room, wang, '欢迎');
  expect(await allTexts()).toEqual(['欢迎']);
  expect(heard.ended).toBeUndefined();
});

test('a message that is told again has the key that it had', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  const message = server.say(room, wang, '投诉 3号楼电梯坏了');
  server.tellAgain(message);
  await allTexts();
  server.tellAgain(message);
  await allTexts();
  const keys = heard.messages.filter(({ text }) => text.startsWith('投诉')).map(({ key }) => key);
  expect(keys).toEqual(Array.from({ length: 3 }, () => `wechat4u:${message.id}`));
});

test('two messages whose numbers JavaScript cannot tell apart have two keys', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  for (const id of ['7000000000000000001', '7000000000000000002']) server.put(room, wang, 1, id, { id });
  await allTexts();
  expect(new Set(heard.messages.map(({ key }) => key)).size).toBe(3);
});

test('a message with pictures and calls in it keeps its place in a batch', async () => {
  const { server, heard, room, wang, li, allTexts } = await openWechat();
  const bytes = new Uint8Array([1]);
  server.put(room, wang, 1, '一', { isHeld: true });
  server.put(room, wang, 3, '&lt;msg&gt;&lt;img/&gt;&lt;/msg&gt;', { isHeld: true, bytes });
  server.reply(room, li, '一', '二');
  server.say(room, wang, '@六心小助手 三');
  await allTexts();
  const said = heard.messages.map(({ text, media }) => media?.kind ?? text);
  expect(said.slice(0, 4)).toEqual(['一', 'image', '二', '三']);
});

test('a message that could not be recorded is told again', async () => {
  let times = 0;
  const { server, room, wang, allTexts } = await openWechat({
    onMessage: ({ text }) => {
      if (text !== '投诉 电梯') return Promise.resolve();
      times += 1;
      return times < 3 ? Promise.reject(new Error('locked')) : Promise.resolve();
    },
  });
  server.say(room, wang, '投诉 电梯');
  await allTexts();
  await server.until(() => times === 3);
});

test('pictures and voices, fetched again where WeChat has nothing yet', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  server.image(room, wang, new Uint8Array([255, 216, 1]));
  server.voice(server.account.bot, wang, new Uint8Array([2, 35, 33]));
  server.faults.emptyMedia = 2;
  await allTexts();
  const [image, voice] = heard.messages.map(({ media }) => media);
  expect([image?.kind, voice?.kind]).toEqual(['image', 'voice']);
  expect(Array.from((await image?.read?.()) ?? [])).toEqual([255, 216, 1]);
  expect(Array.from((await voice?.read?.()) ?? [])).toEqual([2, 35, 33]);
  expect([image?.file, voice?.file].join(' ')).toMatch(/^image-[0-9a-f]{32}\.jpg voice-[0-9a-f]{32}\.mp3$/u);
});

test('a picture that WeChat never gives is an error of whoever wants it', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  server.image(room, wang, new Uint8Array([1]));
  server.faults.emptyMedia = 100;
  await allTexts();
  await expect(heard.messages[0]?.media?.read?.()).rejects.toThrow('empty');
  expect(server.asked('webwxgetmsgimg')).toBe(1 + FAST.again.length);
});

test('what is sent arrives, in a room and with a friend', async () => {
  const { server, channel, room, wang } = await openWechat();
  expect(await channel.send(toRoom(server, room), say('@3栋老李 已登记 & 编号101'))).toEqual({ kind: 'sent' });
  expect(await channel.send(toPerson(server, wang), say('您好'))).toEqual({ kind: 'sent' });
  expect(server.account.sent.map(({ to, text }) => [to, text])).toEqual([
    [room, '@3栋老李 已登记 & 编号101'],
    [wang, '您好'],
  ]);
});

test('a file arrives under its name, and one whose name could be more than a name is not sent', async () => {
  const { server, channel, wang } = await openWechat();
  const send = (name: string) =>
    channel.send(toPerson(server, wang), { text: '日程', mentions: [], file: { name, content: 'BEGIN:VCALENDAR' } });
  expect(await send('duty.ics')).toEqual({ kind: 'sent' });
  expect(await send('a</title><type>2001</type>.ics')).toEqual({ kind: 'failed', reason: 'file-name' });
  expect(server.account.sent.map(({ to, file, text }) => [to, file, text])).toEqual([[wang, 'duty.ics', '']]);
});

test('somebody who is no friend is not even tried, nor a room of an earlier login', async () => {
  const { server, channel, li } = await openWechat();
  expect(await channel.send(toPerson(server, li), say('您好'))).toEqual({ kind: 'failed', reason: 'not-friend' });
  expect(await channel.send({ kind: 'room', outsideId: '@@old' }, say('在'))).toEqual({
    kind: 'failed',
    reason: 'no-such-room',
  });
  expect(server.asked('webwxsendmsg')).toBe(0);
});

test.each([
  [1205, { kind: 'later', reason: 'too-frequent' }],
  [1101, { kind: 'later', reason: 'offline' }],
  [1204, { kind: 'failed', reason: '1204' }],
  [-1, { kind: 'failed', reason: '-1' }],
  ['unanswered', { kind: 'unknown', reason: 'timeout' }],
  ['cut', { kind: 'unknown', reason: 'ECONNRESET' }],
  ['bad-gateway', { kind: 'unknown', reason: 'HTTP 502' }],
] as const)('a send that ends with %s', async (fault, result) => {
  const { server, channel, room } = await openWechat({
    timing: { ...FAST, send: fault === 'unanswered' ? 20 : 10_000 },
  });
  server.faults.send.push(fault);
  expect(await channel.send(toRoom(server, room), say('在'))).toEqual(result);
  if (fault !== 'unanswered') expect(await channel.send(toRoom(server, room), say('还在'))).toEqual({ kind: 'sent' });
});

test('sends go one after another, and no two have the same id', async () => {
  const { server, channel, room } = await openWechat();
  const words = Array.from({ length: 40 }, (_, nth) => String(nth));
  await Promise.all(words.map((word) => channel.send(toRoom(server, room), say(word))));
  expect(server.account.sent.map(({ text }) => text)).toEqual(words);
  expect(new Set(server.account.sent.map(({ clientMsgId }) => clientMsgId)).size).toBe(words.length);
});

test('who stops waits for what is on its way, and nothing goes out after that', async () => {
  const { server, channel, room } = await openWechat();
  const sending = channel.send(toRoom(server, room), say('在'));
  const waiting = channel.send(toRoom(server, room), say('还没轮到'));
  await Promise.resolve(); // the first one is at its turn
  await channel.stop();
  expect(await sending).toEqual({ kind: 'sent' });
  expect([await waiting, await channel.send(toRoom(server, room), say('晚了'))]).toEqual([
    { kind: 'later', reason: 'offline' },
    { kind: 'later', reason: 'offline' },
  ]);
  expect(server.account.sent).toHaveLength(1);
});

test('a remark is set on a friend, and on nobody else', async () => {
  const { server, channel, heard, wang, li } = await openWechat();
  expect(await channel.setRemark(idOf(server, wang), '王阿姨·ABCD')).toBe(true);
  expect(await channel.setRemark(idOf(server, li), '李叔·EFGH')).toBe(false);
  await server.until(async () => (await channel.friends())[0]?.remark !== '');
  expect(await channel.friends()).toEqual([{ outsideId: idOf(server, wang), name: '王阿姨', remark: '王阿姨·ABCD' }]);
  await server.until(() => heard.changes > 0);
});

test('a request to become a friend is accepted, and the friend is one', async () => {
  const { server, channel, heard } = await openWechat();
  const liu = server.friendRequest('小刘', '我是小刘 12345678');
  await server.until(() => heard.requests.length > 0);
  expect(heard.requests[0]).toMatchObject({ greeting: '我是小刘 12345678', sender: { name: '小刘' } });
  expect(await heard.requests[0]?.accept()).toBe(true);
  await server.until(async () => (await channel.friends()).length > 1);
  expect((await channel.friends()).map(({ name }) => name)).toEqual(['王阿姨', '小刘']);
  expect(await channel.send(toPerson(server, liu), say('您好'))).toEqual({ kind: 'sent' });
});

test('a request that WeChat does not let pass is not accepted', async () => {
  const { server, heard } = await openWechat();
  server.friendRequest('小刘', '101');
  await server.until(() => heard.requests.length > 0);
  server.faults.broken.add('webwxverifyuser');
  expect(await heard.requests[0]?.accept()).toBe(false);
});

test('a restart with the card keeps the session; a new login is another, with new ids, and remarks that stay', async () => {
  const { server, channel, heard, folder, wang, room } = await openWechat();
  await channel.setRemark(idOf(server, wang), '王阿姨·ABCD');
  const old = toRoom(server, room);
  await channel.stop();
  const second = openLine({ folder });
  await second.start();
  expect(second.heard.logins).toEqual(heard.logins);
  expect(await second.channel.send(old, say('还在'))).toEqual({ kind: 'sent' });
  await second.channel.stop();

  const message = server.say(room, wang, '停机时说的');
  const third = openLine({ folder: openCard(server) });
  await third.start(new Date());
  expect(third.heard.logins).not.toEqual(heard.logins);
  expect(await third.channel.send(old, say('丢了'))).toEqual({ kind: 'failed', reason: 'no-such-room' });
  expect((await third.channel.friends()).map(({ remark }) => remark)).toEqual(['王阿姨·ABCD']);
  await server.until(() => third.heard.messages.some(({ key }) => key.endsWith(message.id)));
});

test('a puppet that is not installed, or is none', async () => {
  for (const name of ['wechaty-puppet-nobody-has', 'left-pad']) {
    await expect(openLine({ name }).start()).rejects.toMatchObject({ name: 'PuppetNotFound', message: name });
  }
});
