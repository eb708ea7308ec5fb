import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/database.ts';
import { type Ended, runScript } from '../kit/program.ts';

/** The contract of docs/rehearsal.md, as outside checks use it: a process, lines in, lines out, an exit status. */

type Json = Readonly<Record<string, unknown>>;

const ROOM = '和美一号院邻里群';
const line = (value: Json): string => JSON.stringify(value);
const say = (from: string, text: string, more: Json = {}): string => line({ say: text, from, ...more });
const sql = (query: string): string => line({ sql: query });

async function rehearse(
  lines: readonly string[],
  ...options: readonly string[]
): Promise<Ended & { readonly said: readonly Json[] }> {
  const ended = await runScript('rehearse', ['--json', ...options], lines);
  return { ...ended, said: ended.out.map((printed) => JSON.parse(printed) as Json) };
}

const messages = (said: readonly Json[]): readonly Json[] => said.filter((one) => 'text' in one);
const oks = (said: readonly Json[]): readonly unknown[] => said.flatMap((one) => ('ok' in one ? [one['ok']] : []));
const rowsOf = (said: readonly Json[]): readonly unknown[] =>
  said.flatMap((one) => ('rows' in one ? [one['rows']] : []));
const textsIn = (said: readonly Json[], room: string): readonly string[] =>
  messages(said).flatMap((one) => (one['in'] === room ? [String(one['text'])] : []));

test('a message is answered, then ok with the number of its line; blank lines count and say nothing', async () => {
  const { status, said } = await rehearse([
    say('王阿姨', '投诉 3号楼2单元电梯坏了', { in: ROOM }),
    '',
    '   ',
    say('王阿姨', '帮助'),
  ]);
  expect(status).toBe(0);
  expect(oks(said)).toEqual([1, 4]);
  const [receipt] = messages(said).filter((one) => one['in'] === ROOM);
  expect(Object.keys(receipt ?? {}).sort()).toEqual(['at', 'in', 'mentions', 'text']);
  expect(receipt?.['at']).toMatch(/^2026-11-02T09:00:\d\d\+08:00$/);
  expect(receipt?.['mentions']).toEqual(['王阿姨']);
  expect(receipt?.['text']).toContain('编号101');
  expect(messages(said).at(-1)).toMatchObject({ to: '王阿姨' });
  expect(said.at(-1)).toEqual({ ok: 4 });
});

test('an empty input ends well', async () => {
  expect(await rehearse([])).toMatchObject({ status: 0, out: [] });
});

test.each(['not json', '{"say":"x","from":"王阿姨","unknown":1}'])(
  'a line that cannot be read ends it with 2 and its number: %s',
  async (bad) => {
    const { status, said, errors } = await rehearse([say('王阿姨', '帮助'), '', bad, say('王阿姨', '帮助')]);
    expect(status).toBe(2);
    expect(errors).toMatch(/\b3\b/);
    expect(oks(said)).toEqual([1]);
  },
);

test('an unknown option, a wrong value, a missing community: 2, and nothing on standard output', async () => {
  for (const options of [
    ['--nonsense'],
    ['--start', 'yesterday'],
    ['--seed', 'x'],
    ['--community', '/nowhere.yaml'],
    ['--db', 'mysql://a/b'],
  ]) {
    const ended = await rehearse([say('王阿姨', '帮助')], ...options);
    expect([options, ended.status, ended.out]).toEqual([options, 2, []]);
    expect(ended.errors.trim().split('\n').length).toBeLessThanOrEqual(2);
  }
});

const STORY = [
  line({ pair: '小刘' }),
  say('王阿姨', '投诉 3号楼2单元电梯坏了', { in: ROOM }),
  line({ fault: 'send', times: 2, code: 1205 }),
  say('小刘', '认领 101'),
  line({ fault: 'send', code: 'timeout' }),
  say('王阿姨', '进度 101', { in: ROOM }),
  line({ login: 'again' }),
  line({ crash: true, until: '2026-11-02T11:00:00+08:00' }),
  line({ now: '2026-11-10T12:00:00+08:00' }),
  sql('select no, state from cases'),
];

test('the same input, options and seed give the same bytes; another seed other moments', async () => {
  const [first, second, other] = await Promise.all([rehearse(STORY), rehearse(STORY), rehearse(STORY, '--seed', '7')]);
  expect(second.out).toEqual(first.out);
  expect(other.out).not.toEqual(first.out);
  expect(first.status).toBe(0);
  expect(oks(first.said)).toEqual(STORY.map((_, index) => index + 1));
  expect(messages(first.said).length).toBeGreaterThan(20);
});

test('the clock: jumps forward, never back; --start and `at` set it', async () => {
  const { said, status } = await rehearse(
    [
      say('王阿姨', '帮助', { at: '2026-03-05T10:00:00+08:00' }),
      line({ now: '2026-03-01T00:00:00+08:00' }),
      say('王阿姨', '帮助', { at: '2026-03-01T00:00:00+08:00' }),
      line({ now: '2027-03-05T10:00:00+08:00' }),
    ],
    '--start',
    '2026-03-05T09:00:00+08:00',
  );
  expect(status).toBe(0);
  expect(said[0]).toMatchObject({ at: '2026-03-05T10:00:00+08:00', to: '王阿姨' });
  expect(said.find((one) => one['ok'] === 2)).toHaveProperty('error');
  expect(oks(said)).toEqual([1, 2, 3, 4]);
  const moments = messages(said).map((one) => String(one['at']));
  expect(moments).toEqual(moments.toSorted());
  // 12 assemblies, two reminders each, to each of 8 rooms.
  expect(messages(said).filter((one) => /^[今明]天/.test(String(one['text']))).length).toBe(12 * 2 * 8);
});

test('sql: rows before ok, reading only, errors without an end', async () => {
  const { said, status } = await rehearse([
    say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM }),
    sql('select no, urgent, filed_at from cases'),
    sql('select count(*) n from people'),
    sql('delete from cases'),
    sql('select * from nowhere'),
    sql('select 1; select 2'),
    sql('pragma journal_mode = delete'),
    sql('select count(*) n from cases'),
  ]);
  expect(status).toBe(0);
  expect(rowsOf(said)).toEqual([
    [{ no: 101, urgent: 0, filed_at: '2026-11-02T01:00:00.000+00:00' }],
    [{ n: 1 }],
    [{ n: 1 }],
  ]);
  const refused = said.filter((one) => 'error' in one).map((one) => one['ok']);
  expect(refused).toEqual([4, 5, 6, 7]);
  expect(said.findIndex((one) => 'rows' in one) + 1).toBe(said.findIndex((one) => one['ok'] === 2));
});

test('pair and login: unknown names are refused, a paired one keeps its rights by the remark', async () => {
  const { said } = await rehearse([
    line({ pair: '某某' }),
    line({ pair: '小刘' }),
    line({ login: 'again' }),
    say('小刘', '待办'),
    say('小刘', '待办', { person: 'namesake' }),
  ]);
  expect(said[0]).toMatchObject({ ok: 1, error: expect.any(String) as string });
  const [own, other] = messages(said).map((one) => String(one['text']));
  expect(own).not.toContain('工作人员');
  expect(other).toContain('工作人员');
});

test('one id delivered twice is one message; without an id two equal messages are two', async () => {
  const once = say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM, id: 'm1' });
  const plain = say('李姐', '投诉 4号楼电梯坏了', { in: ROOM });
  const { said } = await rehearse([once, once, plain, plain, sql('select count(*) n from cases')]);
  expect(rowsOf(said)).toEqual([[{ n: 3 }]]);
});

test('addressing: mention, quote and image', async () => {
  const { said } = await rehearse([
    say('王阿姨', '帮助一下', { in: ROOM, mention: true }),
    say('王阿姨', '这个怎么弄', { in: ROOM, quote: '投诉 3号楼电梯坏了' }),
    say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM }),
    line({ from: '王阿姨', in: ROOM, image: '../../a b.jpg' }),
    sql('select case_no, file from case_attachments'),
    sql('select count(*) n from cases'),
  ]);
  expect(oks(said)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(rowsOf(said)).toEqual([[{ case_no: 101, file: expect.not.stringMatching(/[/ ]/) as string }], [{ n: 1 }]]);
});

test('in a room that the profile does not name there is silence, and nothing is kept', async () => {
  const { said } = await rehearse([
    say('王阿姨', '投诉 3号楼电梯坏了', { in: '别的群' }),
    say('王阿姨', '帮助', { in: '别的群', mention: true }),
    sql('select (select count(*) from inbox) + (select count(*) from people) + (select count(*) from cases) n'),
  ]);
  expect(messages(said)).toEqual([]);
  expect(rowsOf(said)).toEqual([[{ n: 0 }]]);
});

test('a crash with until: nothing is sent before, what was said meanwhile is answered after', async () => {
  const until = '2026-11-02T15:00:00+08:00';
  const { said } = await rehearse([
    line({ crash: true, until }),
    say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM }),
    line({ now: '2026-11-02T14:59:59+08:00' }),
    line({ crash: true, until: '2026-11-02T10:00:00+08:00' }),
    line({ now: '2026-11-02T16:00:00+08:00' }),
  ]);
  expect(said.slice(0, 4).map((one) => one['ok'])).toEqual([1, 2, 3, 4]);
  expect(said[3]).toHaveProperty('error');
  expect(messages(said).every((one) => String(one['at']) >= until)).toBe(true);
  expect(textsIn(said, ROOM).join('\n')).toContain('编号101');
});

test('faults: 1205 is tried again, 1204 is not, and staff are told', async () => {
  const { said } = await rehearse([
    line({ fault: 'send', times: 1, code: 1205 }),
    say('王阿姨', '帮助', { in: ROOM }),
    line({ now: '2026-11-02T10:00:00+08:00' }),
    line({ fault: 'send', times: 1, code: 1204 }),
    say('李姐', '帮助', { in: ROOM }),
    line({ now: '2026-11-02T11:00:00+08:00' }),
    sql("select state from outbox where lane = 'receipt' order by id"),
  ]);
  expect(textsIn(said, ROOM).filter((text) => text.startsWith('@王阿姨')).length).toBe(1);
  expect(textsIn(said, ROOM).filter((text) => text.startsWith('@李姐')).length).toBe(0);
  expect(textsIn(said, '社区工作群').length).toBe(1);
  expect(rowsOf(said)).toEqual([[{ state: 'sent' }, { state: 'failed' }]]);
});

test('--db keeps the file, and the next rehearsal goes on in it', async () => {
  const path = join(temporaryFolder(), 'kept.db');
  const first = await rehearse(
    [line({ pair: '小刘' }), say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM })],
    '--db',
    `file:${path}`,
  );
  expect(first.status).toBe(0);
  expect(existsSync(path)).toBe(true);
  const next = await rehearse(
    [
      say('王阿姨', '投诉 4号楼电梯坏了', { in: ROOM }),
      say('小刘', '认领 101'),
      sql('select no, claimed from cases order by no'),
    ],
    '--db',
    path,
    '--start',
    '2026-11-02T10:00:00+08:00',
  );
  expect(rowsOf(next.said)).toEqual([
    [
      { no: 101, claimed: 1 },
      { no: 102, claimed: 0 },
    ],
  ]);
});

test('typed lines: arrows out, one bad line does not stop it and ends it with 2', async () => {
  const ended = await runScript(
    'rehearse',
    [],
    [
      `王阿姨@${ROOM}: 投诉 3号楼2单元电梯坏了`,
      '（过1小时）',
      '（到 2026-11-02 10:30）',
      '（配对 小刘）',
      '（重新登录）',
      '（崩溃）',
      '小刘: 认领 101',
    ],
  );
  expect(ended.status).toBe(0);
  expect(ended.out.filter((printed) => printed.startsWith(`→${ROOM}: `)).length).toBe(2);
  expect(ended.out.filter((printed) => printed.startsWith('→小刘: ')).length).toBe(1);
  const bad = await runScript('rehearse', [], ['这是什么', '王阿姨: 帮助']);
  expect(bad.status).toBe(2);
  expect(bad.errors).toContain('1');
  expect(bad.out.length).toBeGreaterThan(0);
});
