import { afterEach, expect, test } from 'vitest';
import { createWechatChannel, WECHAT4U } from '../../src/adapters/wechaty/channel.ts';
import { importCommunity } from '../../src/app/community.ts';
import { composeBot } from '../../src/app/compose.ts';
import { makeCode } from '../../src/app/pair.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import type { Bot } from '../../src/engine/bot.ts';
import { noMediaFiles } from '../../src/engine/media.ts';
import { DEFAULT_LIMITS } from '../../src/engine/outbox/rules.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { keyedRandom } from '../../src/kernel/random.ts';
import { temporaryDatabase } from '../kit/database.ts';
import { root } from '../kit/project-files.ts';
import { openCard, openServer } from '../kit/wechat.ts';
import type { Group, Person } from '../kit/wechat-server/account.ts';
import type { WechatServer } from '../kit/wechat-server/server.ts';

// The whole program on the real packages, with nothing between it and a server of WeChat's protocol. It runs on the
// machine's own clock, so that only answers are waited for: they come at any hour.

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const QUICK = { ...DEFAULT_LIMITS, gapSeconds: [0, 0], perMinute: 1_000, perRoomMinute: 1_000 } as const;

async function openDatabase() {
  const file = temporaryDatabase();
  const database = await openMigrated(file.path, systemClock.now());
  closers.push(
    () => file.remove(),
    () => database.close(),
  );
  await importCommunity(database, sampleProfile(root), systemClock.now());
  return database;
}

/** Starts the program on that folder; what is due is done until it is stopped. */
async function startBot(server: WechatServer, database: Awaited<ReturnType<typeof openDatabase>>, folder: string) {
  const channel = createWechatChannel({
    folder,
    puppet: WECHAT4U,
    clock: systemClock,
    log,
    onQrCode: () => undefined,
    onLogin: () => undefined,
    onUnreachable: () => undefined,
    onReachable: () => undefined,
  });
  const random = keyedRandom('1');
  const bot: Bot = composeBot({ clock: systemClock, random, channel, database, log, media: noMediaFiles }, QUICK);
  await bot.start();
  let isOn = true;
  const ringing = (async () => {
    while (isOn) {
      await bot.runDue();
      let looks = 0;
      await server.until(() => (looks += 1) > 2);
    }
  })();
  const stop = async (): Promise<void> => {
    isOn = false;
    await ringing;
    await bot.stop();
  };
  closers.push(stop);
  return { bot, channel, stop };
}

/** What was sent to somebody or into a room, once something with these words has been. */
async function heardBy(server: WechatServer, to: Person | Group, words: string): Promise<string> {
  const find = () => server.account.sent.find((sent) => sent.to === to && sent.text.includes(words));
  await server.until(() => find() !== undefined);
  return find()?.text ?? '';
}

test('from a friend request to a receipt, and all of it known again after a new login', async () => {
  const server = await openServer();
  const database = await openDatabase();
  const neighbours = Array.from({ length: 5 }, (_, nth) => server.account.addPerson(`邻居${nth}`));
  const wang = server.account.addPerson('王阿姨');
  const room = server.account.addGroup('和美一号院邻里群', [...neighbours, [wang, '1栋王阿姨']], 'saved');
  const first = await startBot(server, database, openCard(server));

  const liu = server.friendRequest('小刘', `我是小刘 ${await makeCode(database, { kind: 'staff', name: '小刘' })}`);
  await server.until(() => liu.isFriend);
  server.say(server.account.bot, liu, `绑定 ${await makeCode(database, { kind: 'staff', name: '小刘' })}`);
  await heardBy(server, liu, '小刘');
  await server.until(() => /^小刘·[A-Z2-7]+$/u.test(liu.remark));
  room.members.set(liu, '');
  server.tell(room);
  server.say(room, liu, `绑定群 ${await makeCode(database, { kind: 'room', name: '和美一号院邻里群' })}`);
  await heardBy(server, room, '@小刘');
  server.say(room, wang, '投诉:\n3号楼2单元电梯 & 门都坏了\n请快点');
  const receipt = await heardBy(server, room, '编号101');
  expect(receipt).toMatch(/^@1栋王阿姨 已登记，编号101/u);
  expect(receipt).toContain('3号楼2单元');
  await first.stop();

  const sent = server.account.sent.length;
  await startBot(server, database, openCard(server));
  server.say(room, wang, '进度 101');
  await server.until(() =>
    server.account.sent.slice(sent).some(({ to, text }) => to === room && text.includes('编号101')),
  );
  server.say(server.account.bot, liu, '认领 101');
  await server.until(() => server.account.sent.slice(sent).some(({ to, text }) => to === liu && text.includes('101')));
});
