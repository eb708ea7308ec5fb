import { expect, test } from 'vitest';
import { runBuilt } from '../kit/program.ts';
import { emptyDatabase } from '../kit/store.ts';

const ROOM = '和美一号院邻里群';
const line = (value: Readonly<Record<string, unknown>>): string => JSON.stringify(value);
const say = (from: string, text: string, more: Readonly<Record<string, unknown>> = {}): string =>
  line({ say: text, from, ...more });

/** Two weeks with everything that takes a number and then does not keep it: twins, refusals, faults, crashes. */
const LINES = [
  line({ pair: '小刘' }),
  line({ pair: '周书记' }),
  say('王阿姨', '投诉 3号楼2单元电梯坏了', { in: ROOM, id: 'm1' }),
  say('王阿姨', '投诉 3号楼2单元电梯坏了', { in: ROOM, id: 'm1' }),
  say('李姐', '今天天气不错', { in: ROOM }),
  say('李姐', '投诉 楼上邻居天天吵架'),
  line({ fault: 'send', times: 2, code: 1205 }),
  say('小刘', '认领 101'),
  line({ fault: 'send', code: 'timeout' }),
  say('王阿姨', '进度 101', { in: ROOM }),
  ...Array.from({ length: 12 }, (_, nth) => say('赵姐', `投诉 ${nth + 1}号楼停水了`, { in: ROOM })),
  line({ now: '2026-11-10T08:31:00+08:00' }),
  line({ crash: true, until: '2026-11-10T09:00:00+08:00' }),
  say('周书记', '议事日 停 11月10日'),
  say('小刘', '办结 101 换了门机板'),
  say('王阿姨', '评价 101 2', { in: ROOM }),
  say('王阿姨', '评价 101 2', { in: ROOM }),
  line({ login: 'again' }),
  say('小刘', '待办'),
  say('周书记', '统计'),
  line({ now: '2026-11-16T12:00:00+08:00' }),
  line({ sql: 'select * from inbox order by id' }),
  line({ sql: 'select * from outbox order by id' }),
  line({ sql: 'select * from cases order by no' }),
  line({ sql: 'select * from case_events order by id' }),
  line({ sql: 'select * from people order by id' }),
  line({ sql: 'select job, slot, outcome, started_at from job_runs order by started_at, job, slot' }),
  line({ sql: 'select count(*) n, sum(no) total, avg(no) mean, max(filed_at) last from cases where urgent' }),
];

test('the same rehearsal on a file and on a server: the same bytes', { timeout: 120_000 }, async () => {
  const database = await emptyDatabase();
  const file = await runBuilt('rehearse', ['--json'], LINES);
  const server = await runBuilt('rehearse', ['--json', '--db', database.address], LINES);
  await database.remove();
  expect([file.status, file.errors]).toEqual([0, '']);
  expect(file.out.filter((one) => one.includes('"text"')).length).toBeGreaterThan(50);
  expect(server).toEqual(file);
});
