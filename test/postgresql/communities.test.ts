import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentProfile, importCommunity, readCommunityFile } from '../../src/app/community.ts';
import { readConfig } from '../../src/app/config.ts';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { openForBot, openStore, queryStore } from '../../src/app/database.ts';
import { temporaryFolder } from '../kit/database.ts';
import { type Ended, runBuilt } from '../kit/program.ts';
import { root } from '../kit/project-files.ts';
import { addressOf, emptyDatabase, onServer } from '../kit/store.ts';

const FIRST = '人民西路社区';
const SECOND = '和平社区';
const AT = new Date('2026-11-02T01:00:00Z');

let folder: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let first: string;
let second: string;

beforeEach(async () => {
  folder = temporaryFolder();
  database = await emptyDatabase();
  const sample = readFileSync(sampleProfile(root), 'utf8');
  first = join(folder, 'first.yaml');
  second = join(folder, 'second.yaml');
  writeFileSync(first, sample.replace(/^name:.*$/mu, `name: ${FIRST}`));
  writeFileSync(second, sample.replace(/^name:.*$/mu, `name: ${SECOND}`));
});

afterEach(async () => {
  await database.remove();
  rmSync(folder, { recursive: true });
});

/** Runs a command of the terminal with these settings, in a data folder of this test. */
function run(script: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runBuilt(script, args, [], { DATABASE_URL: database.address, DATA_DIR: join(folder, 'data'), ...more });
}

const rows = (sql: string) => queryStore(database.address, sql);

describe('a database with several communities', () => {
  test('importing another file adds a community; importing again updates its own', async () => {
    expect(await run('community', ['import', first])).toMatchObject({ status: 0, errors: '' });
    expect(await run('community', ['import', second])).toMatchObject({ status: 0, errors: '' });
    expect(await run('community', ['import', second])).toMatchObject({ status: 0, errors: '' });
    expect(await rows('select name, profile_version from communities order by id')).toEqual([
      { name: FIRST, profile_version: 1 },
      { name: SECOND, profile_version: 2 },
    ]);
    expect(await rows('select community_id, count(*) n from rooms group by 1 order by 1')).toEqual(
      [1, 2].map((community) => ({ community_id: community, n: expect.any(Number) as number })),
    );

    const one = { COMMUNITY: SECOND };
    const line = (text: string) => expect.stringMatching(new RegExp(`^${text}.*\n$`, 'u')) as string;
    const both = `${FIRST}、${SECOND}`;
    for (const command of [() => run('start', []), () => run('pair', ['小刘']), () => run('community', ['export'])]) {
      expect(await command()).toMatchObject({ status: 2, out: [], errors: line(`.*COMMUNITY.*${both}`) });
    }
    expect(await run('start', [], { COMMUNITY: '某社区' })).toMatchObject({
      status: 2,
      errors: line(`.*“某社区”.*${both}`),
    });
    expect((await run('pair', ['小刘'], one)).out.join()).toMatch(/小刘的绑定码：\d{8}/u);
    expect(await rows('select community_id, target_id from pairing_codes')).toEqual(
      await rows("select community_id, id target_id from staff where name = '小刘' and community_id = 2"),
    );
    const exported = await run('community', ['export'], one);
    expect(`${exported.out.join('\n')}\n`).toBe(
      readFileSync(second, 'utf8')
        .split('\n')
        .filter((text) => text !== '')
        .join('\n')
        .concat('\n'),
    );
    const doctor = await run('doctor', [], one);
    expect(doctor.out.join('\n')).toMatch(new RegExp(`社区：${SECOND}[\\s\\S]*还有别的社区：${FIRST}`, 'u'));
    const store = await bot(one);
    expect(store.database.community).toBe(SECOND);
    await store.database.close();
    store.release();
  }, 120_000);

  test('what is done in one is neither seen nor changed in the other', async () => {
    const say = (from: string, text: string): string => JSON.stringify({ say: text, from });
    const rehearse = (file: string, ...lines: readonly string[]) =>
      runBuilt('rehearse', ['--json', '--db', database.address, '--community', file], lines);
    const alone = await rehearse(second, say('王阿姨', '投诉 3号楼2单元电梯坏了'), say('王阿姨', '我的事项'));
    await rehearse(
      first,
      JSON.stringify({ pair: '小刘' }),
      say('王阿姨', '投诉 5号楼停水了'),
      say('李姐', '投诉 楼上邻居天天吵架'),
      say('小刘', '认领 101'),
      JSON.stringify({ now: '2026-11-12T09:00:00+08:00' }),
    );
    const cases = `select * from cases where community_id = (select id from communities where name = '${SECOND}')`;
    const before = await rows(cases);
    const again = await rehearse(
      second,
      say('王阿姨', '进度 101'),
      say('王阿姨', '进度 102'),
      say('小刘', '认领 101'),
      say('李姐', '我的事项'),
    );
    expect(alone.out.join()).toContain('编号101');
    expect(again.out.join()).not.toContain('停水');
    expect(again.out.join()).not.toContain('办理中');
    expect(again.out[2]).not.toContain('编号102：');
    expect(before.length).toBe(1);
    expect(await rows(cases)).toEqual(before);
  }, 120_000);
});

/** What `npm start` does before it speaks to anybody. */
const bot = (more: Readonly<Record<string, string>> = {}) =>
  openForBot(readConfig({ DATABASE_URL: database.address, DATA_DIR: join(folder, 'data'), ...more }));

test('the first start on an empty database is that of the sample; a name that is not there is refused', async () => {
  await expect(bot({ COMMUNITY: SECOND })).rejects.toThrow(`没有叫“${SECOND}”的社区`);
  const store = await bot();
  const sample = readCommunityFile(sampleProfile(root)).profile.name;
  expect(store.database.community).toBe(sample);
  expect(await currentProfile(store.database)).toBeUndefined();
  await importCommunity(store.database, sampleProfile(root), AT);
  expect((await currentProfile(store.database))?.name).toBe(sample);
  await expect(importCommunity(store.database, second, AT)).rejects.toThrow('another community');
  await store.database.close();
  store.release();
  const again = await bot();
  expect(again.database.community).toBe(sample);
  await again.database.close();
  again.release();
});

test('what was held is free again after a start that was refused', async () => {
  await expect(bot({ COMMUNITY: SECOND })).rejects.toThrow();
  await expect(bot({ COMMUNITY: SECOND })).rejects.toThrow(`没有叫“${SECOND}”的社区`);
});

test('a second bot of one community is refused in one line, whatever its folder', async () => {
  const holder = await openStore(database.address, AT, '示例', 'alone');
  await holder.close();
  await run('community', ['import', first]);
  const running = await openStore(database.address, AT, FIRST, 'alone');
  const ended = await run('start', []);
  expect(ended).toMatchObject({ status: 2, out: [] });
  expect(ended.errors).toMatch(new RegExp(`^“${FIRST}”已经有一个小助手在运行：\\S+ ${process.pid}。.*\n$`, 'u'));
  expect((await run('pair', ['小刘'])).status).toBe(0);
  expect((await run('doctor', [])).out.join('\n')).toContain(`机器人正在运行：`);
  await running.close();
}, 120_000);

describe('a server that does not serve: one line that says what to do, never the password', () => {
  const SECRET = 'geheim-4711';
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(database.address);
    change(url);
    return url.href;
  };
  const CASES: readonly (readonly [string, () => string, RegExp])[] = [
    ['no address', () => 'postgresql://', /DATABASE_URL.*postgresql:\/\/USER/u],
    ['another kind of store', () => `mysql://u:${SECRET}@127.0.0.1/x`, /DATABASE_URL.*postgresql:\/\/USER/u],
    ['a sign in the password', () => `postgresql://u:${SECRET}#/?@127.0.0.1/x`, /DATABASE_URL.*%加两位/u],
    ['no database named', () => changed((url) => (url.pathname = '/')), /DATABASE_URL/u],
    ['a wrong password', () => changed((url) => (url.password = SECRET)), /用户名或密码不对/u],
    ['no password', () => changed((url) => (url.password = '')), /用户名或密码不对/u],
    ['nobody there', () => changed((url) => (url.port = '1')), /连不上数据库 127\.0\.0\.1:1/u],
    ['no such host', () => changed((url) => (url.hostname = 'nowhere.invalid')), /连不上数据库 nowhere\.invalid/u],
    ['no such database', () => addressOf('nowhere'), /还没有。.*createdb/u],
    ['encryption that it does not have', () => changed((url) => (url.search = '?sslmode=require')), /加密/u],
  ];

  test.each(CASES)(
    '%s',
    async (_, address, said) => {
      const { password } = new URL(database.address);
      for (const script of ['start', 'doctor'] as const) {
        const ended = await run(script, [], { DATABASE_URL: address() });
        const lines = [...ended.out, ...ended.errors.split('\n')].filter((line) => said.test(line));
        expect([ended.status, lines.length]).toEqual([
          script === 'start' || /DATABASE_URL/u.test(said.source) ? 2 : 1,
          1,
        ]);
        expect(ended.errors + ended.out.join('\n')).not.toContain(SECRET);
        expect(ended.errors + ended.out.join('\n')).not.toContain(password);
        if (script === 'start')
          expect(ended.errors.trim().split('\n').length).toBe(/DATABASE_URL/u.test(said.source) ? 2 : 1);
      }
    },
    60_000,
  );

  test('a role that may not make tables', async () => {
    const role = `guest_${process.pid}`;
    await onServer(`CREATE ROLE ${role} LOGIN PASSWORD '${SECRET}'`);
    const address = changed((url) => {
      url.username = role;
      url.password = SECRET;
    });
    const ended = await run('start', [], { DATABASE_URL: address });
    await onServer(`DROP ROLE ${role}`);
    expect(ended).toMatchObject({ status: 2, out: [] });
    expect(ended.errors).toMatch(/^这个用户在数据库 .* 里不能建表。.*\n$/u);
  }, 120_000);

  test('a database that is newer than the program', async () => {
    await run('community', ['import', first]);
    const name = new URL(database.address).pathname.slice(1);
    expect(name).toMatch(/^liuxin_test_/u);
    await onServerDatabase("UPDATE _prisma_migrations SET migration_name = '99990101000000_newer'");
    const ended = await run('start', []);
    expect(ended).toMatchObject({ status: 2, out: [] });
    expect(ended.errors).toMatch(/^数据库和程序版本对不上（unknown，99990101000000_newer）.*\n$/u);
  }, 120_000);
});

/** A statement in this test's database, as its keeper. */
async function onServerDatabase(sql: string): Promise<void> {
  await onServer(sql, database.address);
}
