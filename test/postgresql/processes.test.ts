import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importCommunity } from '../../src/app/community.ts';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { openStore, queryStore } from '../../src/app/database.ts';
import { startChild } from '../kit/child.ts';
import { temporaryFolder } from '../kit/database.ts';
import { runBuilt } from '../kit/program.ts';
import { root } from '../kit/project-files.ts';
import { emptyDatabase } from '../kit/store.ts';

const ROOM = '和美一号院邻里群';
const NAMES = ['东街社区', '西街社区', '南街社区', '北街社区'] as const;
const START = '2026-01-01T00:00:00+08:00';
const END = '2027-01-01T00:00:00+08:00';
const YEAR_OF_PROCESSES = 300_000;

const say = (nth: number): string =>
  JSON.stringify({ say: `投诉 ${1 + (nth % 4)}号楼电梯坏了`, from: `居民${nth % 5}`, in: ROOM, id: `m${nth}` });

/** A year with thirty complaints, each delivered twice, and a crash in every third month. */
const YEAR = [
  JSON.stringify({ pair: '小何' }),
  JSON.stringify({ say: '学习 添加 党纪学习 https://www.12371.cn/special/20d/', from: '小何' }),
  ...Array.from({ length: 12 }, (_, month) => [
    JSON.stringify({ now: `2026-${String(month + 1).padStart(2, '0')}-05T10:00:00+08:00` }),
    ...[0, 1, 0, 2, 1].map((nth) => say(month * 3 + nth)),
    ...(month % 3 === 2 ? [JSON.stringify({ crash: true })] : []),
  ]).flat(),
  JSON.stringify({ now: END }),
];

/** What was said to whom, without the seconds between. */
function saidIn(out: readonly string[], name: string): readonly string[] {
  return out
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter((line) => 'text' in line)
    .map((line) => JSON.stringify([line['in'], line['to'], line['text'], String(line['at']).slice(0, 13)]))
    .map((line) => line.replaceAll(name, '社区'))
    .sort();
}

test('four processes of four communities on one database: a year in each is word for word the year of one on a file', {
  timeout: YEAR_OF_PROCESSES,
}, async () => {
  const folder = temporaryFolder();
  const database = await emptyDatabase();
  const play = async (name: string, db: string): Promise<readonly string[]> => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, readFileSync(sampleProfile(root), 'utf8').replace(/^name:.*$/mu, `name: ${name}`));
    const options = ['--json', '--start', START, '--db', db, '--community', file];
    const ended = await runBuilt('rehearse', options, YEAR);
    expect([name, ended.status, ended.errors]).toEqual([name, 0, '']);
    return saidIn(ended.out, name);
  };
  const years = await Promise.all(NAMES.map((name) => play(name, database.address)));
  const alone = await play('独社区', join(folder, 'alone.db'));
  expect(alone.length).toBeGreaterThan(280);
  for (const year of years) expect(year).toEqual(alone);

  const rows = (sql: string) => queryStore(database.address, sql);
  expect(await rows('select count(*) n from communities')).toEqual([{ n: 4 }]);
  const each = (n: number) => NAMES.map(() => ({ n }));
  expect(await rows('select count(*) n from cases group by community_id')).toEqual(each(36));
  const slots = await rows('select count(*) n from job_runs group by community_id');
  expect(new Set(slots.map(({ n }) => n)).size).toBe(1);
  const twins = `select text from outbox where broadcast_no is not null and state = 'sent'
    group by community_id, room_id, broadcast_no, text having count(*) > 1`;
  expect(await rows(twins)).toEqual([]);
  await database.remove();
  rmSync(folder, { recursive: true });
});

test('four processes in one community, without the lease: no slot of a year is run twice, no key is taken twice', {
  timeout: YEAR_OF_PROCESSES,
}, async () => {
  const KEYS = 400;
  const database = await emptyDatabase();
  const [name] = NAMES;
  const folder = temporaryFolder();
  const file = join(folder, 'community.yaml');
  writeFileSync(file, readFileSync(sampleProfile(root), 'utf8').replace(/^name:.*$/mu, `name: ${name}`));
  const store = await openStore(database.address, new Date(START), name, 'beside');
  await importCommunity(store, file, new Date(START));
  await store.close();

  const args = [database.address, name, START, END, String(KEYS)];
  const children = NAMES.map(() => startChild('postgresql/children/fight.ts', ...args));
  const results: { readonly slots: number; readonly done: readonly string[] }[] = [];
  try {
    for (const child of children) expect(await child.nextLine()).toBe('ready');
    for (const child of children) child.say('go');
    for (const child of children) results.push(JSON.parse(await child.nextLine()) as (typeof results)[number]);
  } finally {
    for (const child of children) await child.kill();
  }
  const done = results.flatMap((result) => result.done);
  expect(done.length).toBe(new Set(done).size);
  expect(done.filter((line) => line.startsWith('key-')).length).toBe(KEYS);
  // It was a fight: everybody won something.
  expect(results.filter((result) => result.done.length > 0).length).toBe(NAMES.length);

  const rows = (sql: string) => queryStore(database.address, sql);
  const ran = done.filter((line) => !line.startsWith('key-')).length;
  expect(await rows("select count(*) n from job_runs where outcome <> 'missed'")).toEqual([{ n: ran }]);
  expect(await rows("select count(*) n from job_runs where outcome = 'missed'")).toEqual([{ n: 0 }]);
  expect(await rows('select count(*) n from inbox')).toEqual([{ n: KEYS }]);
  expect(
    await rows('select once_key from outbox where once_key is not null group by once_key having count(*) > 1'),
  ).toEqual([]);
  // The reminders of the year, each to each room once.
  const broadcast = 'select count(*) n from outbox where broadcast_no is not null';
  expect(Number((await rows(broadcast))[0]?.['n'])).toBeGreaterThanOrEqual(2 * 8 * 12);
  const twins = 'select room_id from outbox where broadcast_no is not null group by room_id, text having count(*) > 1';
  expect(await rows(twins)).toEqual([]);
  await database.remove();
  rmSync(folder, { recursive: true });
});
