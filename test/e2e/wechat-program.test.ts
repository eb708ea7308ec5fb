import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readOnlyQuery } from '../../src/adapters/db/query.ts';
import { temporaryFolder } from '../kit/database.ts';
import { type LiveProgram, runCommandLine, startProgram } from '../kit/live-program.ts';
import { root } from '../kit/project-files.ts';
import type { Group, Person } from '../kit/wechat-server/account.ts';
import { startWechatServer, type WechatServer } from '../kit/wechat-server/server.ts';

/**
 * The built program as it ships, through a server of the web protocol and by its environment alone: from the code that
 * the phone scans to a new login with new ids. Each test goes on where the one before it has stopped.
 */
// Processes start and log in; beside other tests that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const database = join(dataDir, 'liuxin.db');
const card = join(dataDir, 'wechat.memory-card.json');
const code = join(dataDir, 'qr.png');
const LOGGED_IN = '登录好了';

let server: WechatServer;
let environment: Readonly<Record<string, string>>;
let program: LiveProgram;
let residents: Group;
let office: Group;
let worker: Person;
let aunt: Person;

beforeAll(async () => {
  server = await startWechatServer({ pollMilliseconds: 1_000 });
  server.login.scansByItself = false;
  const { account } = server;
  worker = account.addPerson('小刘', { friend: true });
  aunt = account.addPerson('王阿姨');
  const neighbours = ['李姐', '张叔', '赵姐', '老钱', '小孙'].map((name) => account.addPerson(name));
  residents = account.addGroup('和美一号院邻里群', [worker, aunt, ...neighbours]);
  office = account.addGroup('社区工作群', [worker, account.addPerson('小何'), account.addPerson('周书记')]);
  environment = {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    SEND_GAP_SECONDS: '0-0',
    SEND_PER_MINUTE: '1000',
    SEND_PER_ROOM_MINUTE: '1000',
    HTTPS_PROXY: server.url,
    NODE_EXTRA_CA_CERTS: await server.openTunnel(folder),
  };
  // At whatever hour the tests run, the community is awake.
  const sample = readFileSync(join(root, 'prisma/communities/renmin-xilu.yaml'), 'utf8');
  const file = join(folder, 'community.yaml');
  writeFileSync(file, sample.replace(/^proactiveHours:.*$/mu, 'proactiveHours: "00:00-24:00"'));
  expect(await runCommandLine('community.js', ['import', file], environment)).toMatchObject({ status: 0 });
});

afterAll(async () => {
  await program.kill();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const textsTo = (to: Group | Person): readonly string[] =>
  server.account.sent.filter((sent) => sent.to === to).map((sent) => sent.text);

/** Waits for the next text to somebody that holds these words, and returns it. */
async function hears(to: Group | Person, words: string, act: () => void): Promise<string> {
  const before = textsTo(to).length;
  act();
  const found = (): string | undefined =>
    textsTo(to)
      .slice(before)
      .find((text) => text.includes(words));
  await server.until(() => found() !== undefined);
  return found() ?? '';
}

const eightDigits = (printed: string): string => /\d{8}/u.exec(printed)?.[0] ?? '';
const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('the code is shown, as letters and as a picture for the owner alone; once scanned it is gone', async () => {
  program = startProgram(environment);
  await program.until(/[▀▄█]{5}/u);
  await program.until('qr.png');
  expect(modeOf(code)).toBe(0o600);
  server.scan();
  await program.until(LOGGED_IN);
  await expect.poll(() => existsSync(code)).toBe(false);
  await expect.poll(() => existsSync(card)).toBe(true);
  expect(modeOf(card)).toBe(0o600);
  expect(modeOf(dataDir)).toBe(0o700);
});

test('a member of the staff pairs in private and gets a remark; rooms are bound by a code', async () => {
  const pairing = eightDigits((await runCommandLine('pair.js', ['小刘'], environment)).out);
  await hears(worker, '绑定好了', () => server.say(server.account.bot, worker, `绑定 ${pairing}`));
  await server.until(() => /^小刘·[A-Z2-7]{10}$/u.test(worker.remark));
  for (const group of [office, residents]) {
    const binding = eightDigits((await runCommandLine('pair.js', ['--room', group.topic], environment)).out);
    await hears(group, '绑定好了', () => server.say(group, worker, `绑定群 ${binding}`));
  }
});

test('a complaint of several lines gets its receipt, and nothing of it is lost', async () => {
  const words = '投诉:\n3号楼2单元电梯坏了\n按钮 & 灯都不亮';
  const receipt = await hears(residents, '编号101', () => server.say(residents, aunt, words));
  expect(receipt).toContain('和美一号院3号楼2单元');
  expect(readOnlyQuery(database, 'select words from cases')).toEqual([
    { words: '3号楼2单元电梯坏了\n按钮 & 灯都不亮' },
  ]);
});

test('the paired worker settles it in private, and the room hears it', async () => {
  const heard = await hears(residents, '办好了', () => server.say(server.account.bot, worker, '办结 101 换了按钮'));
  expect(heard).toContain('@王阿姨 编号101 办好了：换了按钮');
});

test('killed and started again it needs no new code, and knows everybody', async () => {
  await program.kill();
  program = startProgram(environment);
  await program.until(LOGGED_IN);
  expect(program.printed()).not.toMatch(/[▀▄█]{5}/u);
  await hears(residents, '编号101', () => server.say(residents, aunt, '进度 101'));
  await hears(worker, '没有待办', () => server.say(server.account.bot, worker, '待办'));
});

test('SIGTERM ends it without logging out of WeChat', async () => {
  expect(await program.terminate()).toBe(0);
  expect(server.asked('webwxlogout')).toBe(0);
  expect(existsSync(card)).toBe(true);
});

test('after a new login with new ids the worker is known by the remark, the room by its members, a stranger not', async () => {
  server.kick();
  program = startProgram(environment);
  await program.until(/[▀▄█]{5}/u);
  server.scan();
  await program.until(LOGGED_IN);
  await hears(residents, '编号101', () => server.say(residents, aunt, '进度 101'));
  await hears(worker, '没有待办', () => server.say(server.account.bot, worker, '待办'));
  const stranger = server.account.addPerson('小刘', { friend: true });
  server.tell(stranger);
  await hears(stranger, '工作人员', () => server.say(server.account.bot, stranger, '待办'));
});

test('when WeChat ends the session, a fresh process asks for a new code', async () => {
  const before = program.printed().length;
  server.kick();
  await expect.poll(() => program.printed().slice(before), { timeout: 30_000 }).toMatch(/[▀▄█]{5}/u);
  server.scan();
  await expect.poll(() => program.printed().slice(before), { timeout: 30_000 }).toContain(LOGGED_IN);
  await hears(worker, '没有待办', () => server.say(server.account.bot, worker, '待办'));
  expect(await program.terminate()).toBe(0);
});

test('npm run logout signs off and throws the card away', async () => {
  expect(await runCommandLine('logout.js', [], environment)).toMatchObject({ status: 0 });
  expect(server.asked('webwxlogout')).toBe(1);
  expect(existsSync(card)).toBe(false);
});
