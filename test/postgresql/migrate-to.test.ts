import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { lockDataDir } from '../../src/adapters/db/lock.ts';
import { readOnlyQuery } from '../../src/adapters/db/query.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';
import { queryStore } from '../../src/app/database.ts';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { moveCommunity } from '../../src/app/migrate-to.ts';
import { createRehearsal, transcriptLine } from '../../src/app/rehearse.ts';
import { temporaryFolder } from '../kit/database.ts';
import { runScript } from '../kit/program.ts';
import { root } from '../kit/project-files.ts';
import { readLine } from '../kit/rehearsal.ts';
import { emptyDatabase } from '../kit/store.ts';

const ROOM = '@和美一号院邻里群';
const START = new Date('2026-11-02T09:00:00+08:00');

const removers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const remove of removers.splice(0)) await remove();
});

/** Plays lines on a database and returns what was said, until the end of that rehearsal. */
async function play(address: string, start: Date, lines: readonly string[]): Promise<readonly string[]> {
  const heard: string[] = [];
  const take = (at: string, message: Taken): void => {
    heard.push(`${at} ${transcriptLine(message)}`);
  };
  const options = { community: sampleProfile(root), start, seed: '1', address };
  const rehearsal = await createRehearsal(options, take);
  await rehearsal.start();
  for (const typed of lines) {
    const line = readLine(typed);
    if (line === undefined) throw new Error(typed);
    const { error } = await rehearsal.run(line);
    if (error !== undefined) throw new Error(`${typed}: ${error}`);
  }
  await rehearsal.end();
  return heard;
}

const BEFORE = [
  '（配对 小刘）',
  '（配对 小何）',
  '（配对 周书记）',
  `王阿姨${ROOM}: 投诉 3号楼2单元电梯坏了`,
  '李姐: 投诉 楼上邻居天天吵架',
  '小刘: 认领 101',
  '小刘: 办结 101 换了门机板',
  `王阿姨${ROOM}: 评价 101 5`,
  '小何: 学习 添加 党纪学习 https://www.12371.cn/special/20d/',
  `赵姐${ROOM}: 议题 加装充电桩`,
  // Rows that were deleted: a dialogue that nobody answered, and messages older than sixty days.
  '李姐: 投诉',
  '（到 2027-01-25 10:00）',
  `王阿姨${ROOM}: 报修 5号楼停水了`,
  '（崩溃）',
];
/** What depends on nearly everything that was kept: ties, marks, open questions, running numbers, ledgers, catalogues. */
const AFTER = [
  `王阿姨${ROOM}: 进度 103`,
  '小刘: 认领 103',
  '小刘: 待办',
  '周书记: 统计',
  '李姐: 我的事项',
  `钱叔${ROOM}: 投诉 4号楼电梯坏了`,
  '小何: 学习 列表',
  '（重新登录）',
  '小刘: 办结 103 通水了',
  '（到 2027-02-11 12:00）',
  '小刘: 待办',
];
const TABLES =
  "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_%' escape '\\' order by name";

/** Every row of every table, as text. */
async function everything(address: string, tables: readonly string[]): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const rows = await queryStore(address, `select * from ${table}`);
    all[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return all;
}

async function livedIn(): Promise<string> {
  const folder = temporaryFolder();
  removers.push(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'liuxin.db');
  await play(path, START, BEFORE);
  return path;
}

test('after the move everything is there, and the bot goes on where it was, word for word', async () => {
  const path = await livedIn();
  const database = await emptyDatabase();
  removers.push(database.remove);
  const tables = readOnlyQuery(path, TABLES).map(({ name }) => String(name));
  const before = await everything(path, tables);

  const copied = await moveCommunity(path, database.address);
  expect(copied.filter(({ from, to }) => from !== to)).toEqual([]);
  expect(copied.map(({ table }) => table)).toEqual(tables);
  expect(copied.filter(({ from }) => from > 0).length).toBeGreaterThan(15);
  expect(await everything(database.address, tables)).toEqual(before);

  const later = new Date('2027-01-25T11:00:00+08:00');
  const there = await play(database.address, later, AFTER);
  expect(there).toEqual(await play(path, later, AFTER));
  expect(there.join('\n')).toContain('编号104');
  expect(await everything(database.address, tables)).toEqual(await everything(path, tables));
});

test('a database that holds something already is refused, and nothing is written', async () => {
  const path = await livedIn();
  const database = await emptyDatabase();
  removers.push(database.remove);
  await play(database.address, START, [`钱叔${ROOM}: 投诉 4号楼电梯坏了`]);
  const before = await everything(database.address, ['cases', 'communities', 'inbox']);
  await expect(moveCommunity(path, database.address)).rejects.toThrow(/已经有数据（.*cases.*）.*没有搬/u);
  expect(await everything(database.address, ['cases', 'communities', 'inbox'])).toEqual(before);
});

test('the command: refused while a bot is running, and without a database; otherwise it prints a table', async () => {
  const path = await livedIn();
  const folder = join(path, '..');
  const database = await emptyDatabase();
  removers.push(database.remove);
  const run = (dataDir: string) => runScript('migrate-to', [database.address], [], { DATA_DIR: dataDir });

  const lock = lockDataDir(folder);
  if (!lock.ok) throw new Error('held');
  expect(await run(folder)).toMatchObject({
    status: 2,
    out: [],
    errors: expect.stringContaining('正被另一个进程使用') as string,
  });
  lock.value.release();

  const empty = temporaryFolder();
  removers.push(() => rmSync(empty, { recursive: true }));
  expect(await run(empty)).toMatchObject({ status: 2, errors: expect.stringContaining('还没有数据') as string });

  const done = await run(folder);
  expect(done).toMatchObject({ status: 0, errors: '' });
  expect(done.out.filter((line) => /^ {2}cases +这里3行，那里3行$/u.test(line)).length).toBe(1);
  expect(done.out.at(-1)).toContain('搬好了');
  expect(done.out.join('\n')).not.toContain(new URL(database.address).password);
  expect((await run(folder)).status).toBe(2);
});
