import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PuppetWechat4u } from 'wechaty-puppet-wechat4u';
import { afterEach, expect, test, vi } from 'vitest';
import { cardFile } from '../../../src/adapters/wechaty/card.ts';
import type { MendName } from '../../../src/adapters/wechaty/wechat4u/mend.ts';
import { later, MINUTE } from '../../../src/kernel/clock.ts';
import { FAST, openFolder, openLine, openServer, openWechat } from '../../kit/wechat.ts';
import { writeCard, writeEmptyCard } from '../../kit/wechat-server/ways-in.ts';

const started = vi.spyOn(PuppetWechat4u.prototype, 'onStart');

afterEach(() => {
  vi.useRealTimers();
  // What is left unmended never stops by itself.
  for (const puppet of started.mock.contexts) {
    const client: unknown = Reflect.get(puppet as object, 'wechat4u');
    if (typeof client === 'object' && client !== null) Reflect.set(client, 'start', () => Promise.resolve());
  }
  started.mockClear();
});

/** The packages' own retry policy: it logs out, too. */
const THEIRS: readonly MendName[] = ['connection', 'noLogout'];
const PATIENT = { ...FAST, retry: { from: 20, to: 3_600_000 } };

test('without a network it asks ever more slowly, where the client asks hundreds of times a second', async () => {
  const begin = async (without: readonly MendName[]) => {
    const server = await openServer();
    const folder = openFolder();
    writeEmptyCard(server, folder);
    server.away(true);
    const line = openLine({ folder, without, timing: PATIENT });
    void line.start();
    return { server, ...line };
  };
  const theirs = await begin(THEIRS);
  const ours = await begin([]);
  await theirs.server.until(() => theirs.server.asked('jslogin') >= 200);
  await ours.server.until(() => ours.heard.outages.length > 0);
  expect(ours.server.asked('jslogin')).toBeLessThan(20);
  expect(ours.heard).toMatchObject({ outages: ['ECONNRESET'], ended: undefined });
});

test('a gateway that fails at the start costs neither the card nor the session', async () => {
  const begin = async (without: readonly MendName[]) => {
    const server = await openServer();
    const folder = openFolder();
    writeCard(server, folder);
    server.faults.broken.add('webwxinit');
    server.login.scansByItself = false;
    const line = openLine({ folder, without });
    const started = line.start();
    return { server, folder, started, ...line };
  };
  const theirs = await begin(THEIRS);
  await theirs.server.until(() => theirs.server.asked('jslogin') > 0);
  expect(await readFile(cardFile(theirs.folder), 'utf8')).not.toContain('uin');

  const ours = await begin([]);
  await ours.server.until(() => ours.heard.outages.length > 0);
  ours.server.faults.broken.clear();
  await ours.started;
  expect(ours.heard).toMatchObject({ outages: ['HTTP 502'], ended: undefined });
  expect(ours.heard.logins).toHaveLength(1);
  expect(ours.heard.returns).toHaveLength(1);
  expect(ours.heard.reconnections).toEqual([]);
  expect([ours.server.asked('webwxlogout'), ours.server.asked('jslogin')]).toEqual([0, 0]);
  expect(existsSync(cardFile(ours.folder))).toBe(true);
});

test('a start into an outage ends in a client that says login and never asks again; here it asks', async () => {
  const begin = async (without: readonly MendName[]) => {
    const server = await openServer();
    const folder = openFolder();
    writeCard(server, folder);
    server.away(true);
    const line = openLine({ folder, without });
    void line.start();
    await server.until(() => server.asked('webwxinit') > 0);
    return { server, ...line };
  };
  const ours = await begin([]);
  ours.server.away(false);
  await ours.server.until(() => ours.server.asked('synccheck') > 0);

  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const theirs = await begin(THEIRS);
  theirs.server.away(false);
  for (let minute = 0; minute < 20 && theirs.server.asked('webwxinit') < 2; minute += 1) {
    let looks = 0;
    await theirs.server.until(() => (looks += 1) > 5);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(theirs.server.asked('webwxinit')).toBe(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(theirs.server.asked('synccheck')).toBe(0);
});

test('an outage in the middle costs no message, no session and no scan', async () => {
  const { server, heard, room, wang, allTexts, channel, folder } = await openWechat();
  server.say(room, wang, '断网前');
  await allTexts();
  server.away(true);
  server.say(room, wang, '断网时');
  await server.until(() => heard.outages.length > 0);
  expect(await channel.send({ kind: 'room', outsideId: '@@any' }, { text: '在', mentions: [] })).toEqual({
    kind: 'later',
    reason: 'offline',
  });
  server.away(false);
  await server.until(() => heard.returns.length > 0);
  await server.until(() => heard.reconnections.length > 0);
  expect(heard.reconnections).toEqual(heard.returns);
  expect((await allTexts()).filter((text) => text.startsWith('断'))).toEqual(['断网前', '断网时']);
  expect(heard).toMatchObject({ ended: undefined, outages: [expect.any(String)] });
  expect([server.asked('webwxinit'), server.asked('webwxlogout')]).toEqual([1, 0]);
  expect(existsSync(cardFile(folder))).toBe(true);
});

test('a single failure is nothing to speak of', async () => {
  const { server, heard, allTexts } = await openWechat({ timing: { ...FAST, retry: { from: 100, to: 100 } } });
  server.away(true);
  server.away(false);
  await allTexts();
  expect(heard).toMatchObject({ outages: [], returns: [] });
});

test('ended from the phone it ends, and its card is gone', async () => {
  const { server, heard, folder, channel } = await openWechat();
  server.kick();
  expect(await channel.ended).toBe('logged-out');
  expect(existsSync(cardFile(folder))).toBe(false);
  expect([heard.outages, server.asked('webwxlogout')]).toEqual([[], 0]);
});

test('a card of a session that is gone ends the start', async () => {
  const server = await openServer();
  const folder = openFolder();
  writeCard(server, folder);
  server.kick();
  const { channel, start } = openLine({ folder });
  void start();
  expect(await channel.ended).toBe('logged-out');
  expect(existsSync(cardFile(folder))).toBe(false);
});

test('a refusal that is taken back costs nothing', async () => {
  const { server, heard, allTexts, folder } = await openWechat();
  const session = server.login.session;
  if (session === undefined) throw new Error('nobody is logged in');
  server.kick();
  session.isOver = false;
  await allTexts();
  expect(heard.ended).toBeUndefined();
  expect(existsSync(cardFile(folder))).toBe(true);
});

test('a connection that hangs ends the process, with its card; one in which nothing is said does not', async () => {
  let now = new Date('2026-11-02T09:00:00+08:00');
  const timing = { ...FAST, stale: 5 * MINUTE, watch: 1 };
  const { server, channel, heard, folder } = await openWechat({
    timing,
    clock: { now: () => now },
    pollMilliseconds: 2,
  });
  for (let polls = 0; polls < 50; polls += 10) {
    now = later(now, 4 * MINUTE);
    await server.until(() => server.asked('synccheck') > polls + 10);
  }
  expect(heard.ended).toBeUndefined();
  server.faults.silent.add('synccheck');
  const polls = server.asked('synccheck');
  await server.until(() => server.asked('synccheck') > polls);
  now = later(now, 6 * MINUTE);
  expect(await channel.ended).toBe('stale');
  expect(existsSync(cardFile(folder))).toBe(true);
});

test('what cannot be read in an answer is no fault of the connection', async () => {
  const { server, heard, room, wang, allTexts } = await openWechat({ without: ['wholeRooms'] });
  server.account.addGroup('没有名单的群', [wang], 'nameless');
  server.tell(...server.account.groups);
  server.say(room, wang, '还在');
  expect(await allTexts()).toEqual(['还在']);
  expect(heard).toMatchObject({ outages: [], logged: ['wechat-sync-broken'] });
});

test('stop neither logs out nor throws the card away, and nothing is heard after it', async () => {
  const { server, channel, heard, folder, room, wang } = await openWechat();
  await channel.stop();
  server.say(room, wang, '晚了');
  const again = openLine({ folder });
  await again.start();
  await server.until(() => again.heard.messages.length > 0);
  expect(heard.messages).toEqual([]);
  expect(again.heard.logins).toEqual(heard.logins);
  expect(server.asked('webwxlogout')).toBe(0);
});

test('the person at the terminal logs out, and the card is gone', async () => {
  const { server, channel, folder } = await openWechat();
  await channel.logOut();
  expect(await channel.ended).toBe('logged-out');
  expect(server.asked('webwxlogout')).toBe(1);
  expect(existsSync(cardFile(folder))).toBe(false);
});
