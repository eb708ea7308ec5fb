import { existsSync } from 'node:fs';
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u';
import { afterEach, expect, test, vi } from 'vitest';
import { cardFile } from '../../../src/adapters/wechaty/card.ts';
import type { MendName } from '../../../src/adapters/wechaty/wechat4u/mend.ts';
import { FAST, openCard, openFolder, openLine, openServer, openWechat } from '../../kit/wechat.ts';
import { writeCard } from '../../kit/wechat-server/ways-in.ts';

// Each scenario runs twice: without the mend it shows the fault of the packages, with it the fault is gone.

afterEach(() => {
  vi.restoreAllMocks();
});

const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);
const HOUR = 3_600;

/** Runs the scenario without one mend and with all of them. */
function both<Outcome>(mend: MendName, scenario: (without: readonly MendName[]) => Promise<Outcome>) {
  return { unmended: () => scenario([mend]), mended: () => scenario([]), mend };
}

test('history: what was written while the machine was down is heard, and a clock that is fast makes nobody deaf', async () => {
  const { unmended, mended } = both('history', async (without) => {
    const heardUntil = new Date(Date.now() - HOUR * 2_000);
    const { server, room, wang, allTexts } = await openWechat({ without, heardUntil });
    const from = seconds(heardUntil);
    server.say(room, wang, '四天前说的', { at: from - 73 * HOUR });
    server.say(room, wang, '停机前说的', { at: from - 71 * HOUR });
    server.say(room, wang, '停机时说的', { at: from + HOUR });
    return allTexts();
  });
  expect(await unmended()).toEqual([]);
  expect(await mended()).toEqual(['停机前说的', '停机时说的']);
});

test('history: before anything was heard, a machine that is ten minutes fast hears all the same', async () => {
  const { unmended, mended } = both('history', async (without) => {
    const { server, room, wang, allTexts } = await openWechat({ without });
    server.say(room, wang, '昨天说的', { at: seconds(new Date()) - 24 * HOUR });
    server.say(room, wang, '刚才说的', { at: seconds(new Date()) - 600 });
    return allTexts();
  });
  expect(await unmended()).toEqual([]);
  expect(await mended()).toEqual(['刚才说的']);
});

test('reading: a complaint is heard to its last line, with its signs', async () => {
  const { unmended, mended } = both('reading', async (without) => {
    const { server, room, wang, allTexts } = await openWechat({ without });
    server.say(room, wang, '投诉:\n3号楼 & 4号楼:\n电梯 <坏了>');
    return allTexts();
  });
  expect(await unmended()).toEqual(['投诉']);
  expect(await mended()).toEqual(['投诉:\n3号楼 & 4号楼:\n电梯 <坏了>']);
});

test('reading: nobody is looked up for an @', async () => {
  const { unmended, mended } = both('reading', async (without) => {
    const search = vi.spyOn(PuppetWechat4u.prototype, 'roomMemberSearch');
    const { server, room, wang, allTexts } = await openWechat({ without });
    server.say(room, wang, '@王阿姨 @李叔 @老赵 @六心小助手\u2005 帮助');
    await allTexts();
    const times = search.mock.calls.length;
    search.mockRestore();
    return times;
  });
  expect(await unmended()).toBeGreaterThanOrEqual(12);
  expect(await mended()).toBe(0);
});

test('reading: of a quoting reply the reply is heard, as it was typed', async () => {
  const { unmended, mended } = both('reading', async (without) => {
    const { server, room, wang, allTexts } = await openWechat({ without });
    server.reply(room, wang, '认领 101', '补充 101 A & B');
    return allTexts();
  });
  expect(await unmended()).toEqual(['补充 101 A &amp; B']);
  expect(await mended()).toEqual(['补充 101 A & B']);
});

test('reading: names come as people wrote them', async () => {
  const { unmended, mended } = both('reading', async (without) => {
    const { server, heard, room, allTexts } = await openWechat({ without });
    const zhao = server.account.addPerson('老赵');
    room.members.set(zhao, '3栋🌚老赵 & 小赵');
    server.tell(room);
    server.say(room, zhao, '早');
    await allTexts();
    return heard.messages[0]?.sender.name;
  });
  expect(await unmended()).toBe('3栋<span class="emoji emoji1f31a"></span>老赵 &amp; 小赵');
  expect(await mended()).toBe('3栋🌚老赵 & 小赵');
});

test('order: a room that has to be asked for first does not let the next message overtake', async () => {
  const { unmended, mended } = both('order', async (without) => {
    const { server, room, wang, li, texts, allTexts } = await openWechat({ without });
    const late = server.account.addGroup('商户群', [li], 'late');
    server.say(late, li, '一', { isHeld: true });
    server.say(room, wang, '二', { isHeld: true });
    server.say(late, li, '三');
    await allTexts();
    await server.until(() => texts().length > 3);
    return texts().filter((text) => text.length === 1);
  });
  expect(await unmended()).toEqual(['二', '一', '三']);
  expect(await mended()).toEqual(['一', '二', '三']);
});

test('order: who has just joined has a name', async () => {
  const { unmended, mended } = both('order', async (without) => {
    const { server, heard, room, allTexts } = await openWechat({ without });
    const fresh = server.account.addPerson('新邻居');
    room.members.set(fresh, '5栋新邻居');
    server.say(room, fresh, '大家好');
    await allTexts();
    return heard.messages[0]?.sender.name;
  });
  expect(await unmended()).toBe('');
  expect(await mended()).toBe('5栋新邻居');
});

test('order: a message that is none does not end the process', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat();
  server.put(room, wang, 1, '没有号码', { extra: () => ({ MsgId: '' }), isHeld: true });
  server.put(room, wang, 1, '没有话', { extra: () => ({ Content: null }) });
  server.say(room, wang, '还在');
  expect(await allTexts()).toEqual(['还在']);
  expect(heard.logged).toEqual(['wechat-message-broken']);
});

test('noLogout: no face and no word of anybody logs the bot out', async () => {
  const { unmended, mended } = both('noLogout', async (without) => {
    const { server, heard, wang, allTexts, folder } = await openWechat({ without });
    server.say(server.account.bot, wang, '🌚 🌝🌚 🌝🌚 🌝');
    server.put(server.account.bot, server.account.bot, 1, '退出wechat4u', {
      extra: () => ({ ToUserName: 'filehelper' }),
    });
    const texts = without.length > 0 ? [] : await allTexts();
    await server.until(() => texts.length > 0 || heard.ended !== undefined);
    if (without.length === 0) expect(server.asked('webwxlogout')).toBe(0);
    return { texts, ended: heard.ended, card: existsSync(cardFile(folder)) };
  });
  expect(await unmended()).toEqual({ texts: [], ended: 'logged-out', card: false });
  expect(await mended()).toEqual({ texts: ['🌚 🌝🌚 🌝🌚 🌝'], ended: undefined, card: true });
});

test('oneLife: a puppet that its watchdog begins anew ends the process instead', async () => {
  const { unmended, mended } = both('oneLife', async (without) => {
    const started = vi.spyOn(PuppetWechat4u.prototype, 'onStart');
    const { server, heard } = await openWechat({ without });
    const puppet = started.mock.contexts[0] as PuppetWechat4u; // the one that was started
    await puppet.reset();
    await server.until(() => heard.ended !== undefined || server.asked('webwxinit') > 1);
    const outcome = { ended: heard.ended, lives: started.mock.calls.length };
    started.mockRestore();
    return outcome;
  });
  expect(await unmended()).toEqual({ ended: 'logged-out', lives: 2 });
  expect(await mended()).toEqual({ ended: 'stale', lives: 1 });
});

test('fresh: a member who becomes a friend is one, and a room that is renamed has its name', async () => {
  const { unmended, mended } = both('fresh', async (without) => {
    const { server, channel, heard, room, li, allTexts } = await openWechat({ without });
    server.say(room, li, '早');
    await allTexts();
    li.isFriend = true;
    room.topic = '和美一号院业主群';
    server.tell(li, room);
    await allTexts();
    const friends = (await channel.friends()).map(({ name }) => name);
    const topics = (await channel.rooms()).map(({ topic }) => topic);
    if (without.length === 0) await server.until(() => heard.changes > 0);
    return { friends, topics };
  });
  expect(await unmended()).toEqual({ friends: ['王阿姨'], topics: ['和美一号院邻里群'] });
  expect(await mended()).toEqual({ friends: ['王阿姨', '李叔'], topics: ['和美一号院业主群'] });
});

test('strangers: who asks to become a friend has a name', async () => {
  const { unmended, mended } = both('strangers', async (without) => {
    const { server, heard } = await openWechat({ without });
    server.friendRequest('小刘', '12345678');
    await server.until(() => heard.requests.length > 0);
    return heard.requests.map(({ sender, greeting }) => ({ name: sender.name, greeting }));
  });
  expect(await unmended()).toEqual([{ name: '', greeting: '12345678' }]);
  expect(await mended()).toEqual([{ name: '小刘', greeting: '12345678' }]);
});

test('unknownIds: somebody of an earlier login holds up nobody', async () => {
  const { unmended, mended } = both('unknownIds', async (without) => {
    // Nothing is sent here, so that who leaves has nothing to wait for.
    const timing = { ...FAST, send: 20 };
    const { server, channel, room, wang, allTexts } = await openWechat({ without, timing });
    const retries = vi.spyOn(PuppetWechat4u.prototype, 'contactRawPayload');
    const lost = channel.send({ kind: 'person', outsideId: '@0123456789' }, { text: '您好', mentions: [] });
    server.say(room, wang, '早');
    await allTexts();
    const result = await Promise.race([lost, server.until(() => retries.mock.calls.length > 0).then(() => 'waits')]);
    retries.mockRestore();
    return result;
  });
  expect(await unmended()).toBe('waits');
  expect(await mended()).toEqual({ kind: 'failed', reason: 'no-such-person' });
});

test('wholeRooms: news of a room without its members is news like any other', async () => {
  const { unmended, mended } = both('wholeRooms', async (without) => {
    const { server, channel, heard, wang, li, allTexts } = await openWechat({ without });
    server.tell(server.account.addGroup('没有名单的群', [wang], 'nameless'));
    await allTexts();
    li.isFriend = true;
    server.account.addGroup('又一个', [wang], 'nameless');
    server.tell(...server.account.groups, li);
    await allTexts();
    return { friends: (await channel.friends()).length, logged: heard.logged.length };
  });
  expect(await unmended()).toEqual({ friends: 2, logged: 2 });
  expect(await mended()).toEqual({ friends: 2, logged: 0 });
});

test('a burst in a large room looks its members up once, and all of them are kept', async () => {
  const server = await openServer();
  const people = Array.from({ length: 150 }, (_, nth) => server.account.addPerson(`居民${nth}`));
  const room = server.account.addGroup('和美一号院邻里群', people);
  const started = vi.spyOn(PuppetWechat4u.prototype, 'onStart');
  const lookUps = vi.spyOn(PuppetWechat4u.prototype, 'roomMemberList');
  const { heard, start } = openLine({ folder: openCard(server) });
  await start();
  for (const person of people) server.say(room, person, '@六心小助手\u2005帮助', { isHeld: true });
  server.tell();
  await server.until(() => heard.messages.length === people.length);
  expect(heard.messages.map(({ sender }) => sender.name)).toEqual(people.map(({ name }) => name));
  expect(lookUps.mock.calls.length).toBeLessThan(5);
  const { cache } = started.mock.contexts[0] as PuppetWechat4u; // the one that was started
  expect(Reflect.get(cache.contact, 'maxSize')).toBe(20_000);
});

test("peopleOnly: WeChat's own helpers are no friends", async () => {
  const { unmended, mended } = both('peopleOnly', async (without) => {
    const { channel } = await openWechat({ without });
    return (await channel.friends()).map(({ name }) => name);
  });
  expect(await unmended()).toEqual(expect.arrayContaining(['文件传输助手', '王阿姨']));
  expect(await mended()).toEqual(['王阿姨']);
});

test('lists: at the login friends, remarks, rooms and members are known', async () => {
  const { unmended, mended } = both('lists', async (without) => {
    const server = await openServer();
    const wang = server.account.addPerson('王阿姨', { friend: true, remark: '王阿姨·ABCD' });
    const saved = server.account.addGroup('和美一号院邻里群', [[wang, '1栋王']], 'saved');
    const folder = openFolder();
    writeCard(server, folder);
    const { channel, start } = openLine({ folder, without });
    await start();
    const [friends, rooms] = [await channel.friends(), await channel.rooms()];
    expect(saved.members.size).toBe(2);
    return { friends: friends.map(({ remark }) => remark), rooms: rooms.map(({ memberNames }) => memberNames) };
  });
  expect(await unmended()).toEqual({ friends: [], rooms: [] });
  expect(await mended()).toEqual({ friends: ['王阿姨·ABCD'], rooms: [['1栋王']] });
});
