import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../kit/database.ts';
import { type Ended, runScript } from '../kit/program.ts';
import { emptyDatabase, STORE } from '../kit/store.ts';

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
  const database = STORE === 'postgresql' && !options.includes('--db') ? await emptyDatabase() : undefined;
  const place = database === undefined ? [] : ['--db', database.address];
  const ended = await runScript('rehearse', ['--json', ...place, ...options], lines);
  await database?.remove();
  return { ...ended, said: ended.out.map((printed) => JSON.parse(printed) as Json) };
}

const messages = (said: readonly Json[]): readonly Json[] => said.filter((one) => 'text' in one);
const oks = (said: readonly Json[]): readonly unknown[] => said.flatMap((one) => ('ok' in one ? [one['ok']] : []));
const rowsOf = (said: readonly Json[]): readonly unknown[] =>
  said.flatMap((one) => ('rows' in one ? [one['rows']] : []));
const textsIn = (said: readonly Json[], room: string): readonly string[] =>
  messages(said).flatMap((one) => (one['in'] === room ? [String(one['text'])] : []));

/** Each process takes a second or two, and the machine may be busy with others. */
const patient = { timeout: 180_000 };

describe('a morning', () => {
  const once = say('李姐', '投诉 4号楼电梯坏了', { in: ROOM, id: 'm1' });
  const plain = say('赵姐', '投诉 5号楼电梯坏了', { in: ROOM });
  const LINES = {
    unknownPair: line({ pair: '某某' }),
    pair: line({ pair: '小刘' }),
    blank: '   ',
    filing: say('王阿姨', '投诉 3号楼2单元电梯坏了', { in: ROOM }),
    photo: line({ from: '王阿姨', in: ROOM, image: '../../a b.jpg' }),
    attachments: sql('select case_no, file from case_attachments'),
    once,
    again: once,
    cases: sql('select no, urgent, filed_at from cases order by no limit 1'),
    count: sql('select count(*) n from cases'),
    plain,
    plainAgain: plain,
    countAgain: sql('select count(*) n from cases'),
    mention: say('钱叔', '帮助一下', { in: ROOM, mention: true }),
    quote: say('钱叔', '这个怎么弄', { in: ROOM, quote: '投诉 3号楼电梯坏了' }),
    private: say('钱叔', '帮助'),
    stranger: say('孙姐', '投诉 3号楼电梯坏了', { in: '别的群' }),
    strangerMention: say('孙姐', '帮助', { in: '别的群', mention: true }),
    unknown: sql("select count(*) n from people where name = '孙姐'"),
    delete: sql('delete from cases'),
    nowhere: sql('select * from nowhere'),
    two: sql('select 1; select 2'),
    pragma: sql('pragma journal_mode = delete'),
    login: line({ login: 'again' }),
    staff: say('小刘', '待办'),
    namesake: say('小刘', '待办', { person: 'namesake' }),
  } as const;
  const names = Object.keys(LINES) as readonly (keyof typeof LINES)[];
  const after = new Map<string, readonly Json[]>();
  let ended: Awaited<ReturnType<typeof rehearse>>;

  beforeAll(async () => {
    ended = await rehearse(Object.values(LINES));
    let heard: Json[] = [];
    for (const one of ended.said) {
      heard.push(one);
      if (!('ok' in one)) continue;
      after.set(names[Number(one['ok']) - 1] ?? '', heard);
      heard = [];
    }
  }, 60_000);
  const to = (name: keyof typeof LINES): readonly Json[] => after.get(name) ?? [];

  test('ends with 0; each line ends with ok and its number, a blank one says nothing', () => {
    expect(ended.status).toBe(0);
    expect(oks(ended.said)).toEqual(names.flatMap((name, index) => (name === 'blank' ? [] : [index + 1])));
    expect(to('filing').at(-1)).toEqual({ ok: 4 });
  });

  test('a message carries its moment, its place, its words and whom it mentions', () => {
    const [receipt] = messages(to('filing')).filter((one) => one['in'] === ROOM);
    expect(Object.keys(receipt ?? {}).sort()).toEqual(['at', 'in', 'mentions', 'text']);
    expect(receipt?.['at']).toMatch(/^2026-11-02T09:00:\d\d\+08:00$/);
    expect(receipt?.['mentions']).toEqual(['王阿姨']);
    expect(receipt?.['text']).toContain('编号101');
    expect(Object.keys(messages(to('private'))[0] ?? {}).sort()).toEqual(['at', 'text', 'to']);
  });

  test('one id delivered twice is one message; without an id two equal messages are two', () => {
    expect(rowsOf(to('count'))).toEqual([[{ n: 2 }]]);
    expect(messages(to('again'))).toEqual([]);
    expect(rowsOf(to('countAgain'))).toEqual([[{ n: 4 }]]);
  });

  test('mention, quote, image', () => {
    expect(textsIn(to('mention'), ROOM).length).toBe(1);
    expect(messages(to('quote'))).toEqual([]);
    expect(textsIn(to('photo'), ROOM).join()).toContain('编号101');
    expect(rowsOf(to('attachments'))).toEqual([[{ case_no: 101, file: expect.not.stringMatching(/[/ ]/) as string }]]);
  });

  test('sql: rows before ok, reading only, errors without an end', () => {
    expect(to('cases')).toEqual([
      { rows: [{ no: 101, urgent: 0, filed_at: '2026-11-02T01:00:00.000+00:00' }] },
      { ok: 9 },
    ]);
    for (const name of ['delete', 'nowhere', 'two', 'pragma'] as const) {
      expect(to(name)).toEqual([{ ok: names.indexOf(name) + 1, error: expect.any(String) as string }]);
    }
  });

  test('in a room that the profile does not name there is silence, and nobody is remembered', () => {
    expect([...messages(to('stranger')), ...messages(to('strangerMention'))]).toEqual([]);
    expect(rowsOf(to('unknown'))).toEqual([[{ n: 0 }]]);
  });

  test('pair: unknown names are refused; after a new login the paired one keeps the right by the remark, a namesake has none', () => {
    expect(to('unknownPair')).toEqual([{ ok: 1, error: expect.any(String) as string }]);
    expect(to('pair')).toEqual([{ ok: 2 }]);
    expect(String(messages(to('staff'))[0]?.['text'])).not.toContain('工作人员');
    expect(String(messages(to('namesake'))[0]?.['text'])).toContain('工作人员');
  });
});

test('an empty input ends well', patient, async () => {
  expect(await rehearse([])).toMatchObject({ status: 0, out: [] });
});

test('a line that cannot be read ends it with 2 and its number', patient, async () => {
  const { status, said, errors } = await rehearse([say('王阿姨', '帮助'), '', '{"say":"x"}', say('王阿姨', '帮助')]);
  expect(status).toBe(2);
  expect(errors).toMatch(/\b3\b/);
  expect(oks(said)).toEqual([1]);
});

test.each([
  ['an unknown option', ['--nonsense']],
  ['a wrong moment', ['--start', 'yesterday']],
  ['no such community', ['--community', '/nowhere.yaml']],
])('%s: 2, one line of what is wrong, and nothing on standard output', patient, async (_, options) => {
  const ended = await rehearse([say('王阿姨', '帮助')], ...options);
  expect([ended.status, ended.out]).toEqual([2, []]);
  expect(ended.errors.trim().split('\n').length).toBe(1);
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

test('the same input, options and seed give the same bytes; another seed other moments', patient, async () => {
  const [first, second] = await Promise.all([rehearse(STORY), rehearse(STORY)]);
  const other = await rehearse(STORY, '--seed', '7');
  expect(second.out).toEqual(first.out);
  expect(other.out).not.toEqual(first.out);
  expect(first.status).toBe(0);
  expect(oks(first.said)).toEqual(STORY.map((_, index) => index + 1));
  expect(messages(first.said).length).toBeGreaterThan(20);
});

test('the clock: jumps forward, never back; --start and `at` set it', patient, async () => {
  const { said, status } = await rehearse(
    [
      say('王阿姨', '帮助', { at: '2026-03-05T10:00:00+08:00' }),
      line({ now: '2026-03-01T00:00:00+08:00' }),
      say('王阿姨', '帮助', { at: '2026-03-01T00:00:00+08:00' }),
      line({ now: '2026-05-05T10:00:00+08:00' }),
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
  // Two assemblies, two reminders each, to each of 8 rooms.
  expect(messages(said).filter((one) => /^[今明]天/.test(String(one['text']))).length).toBe(2 * 2 * 8);
});

test(
  'a crash with until: nothing before it, what was said meanwhile is answered after; faults of sending',
  patient,
  async () => {
    const until = '2026-11-02T10:00:00+08:00';
    const { said } = await rehearse([
      line({ crash: true, until }),
      say('王阿姨', '投诉 3号楼电梯坏了', { in: ROOM }),
      line({ now: '2026-11-02T09:59:59+08:00' }),
      line({ crash: true, until: '2026-11-02T09:00:00+08:00' }),
      line({ now: '2026-11-02T10:10:00+08:00' }),
      line({ fault: 'send', times: 1, code: 1205 }),
      say('钱叔', '帮助', { in: ROOM }),
      line({ now: '2026-11-02T11:00:00+08:00' }),
      line({ fault: 'send', times: 1, code: 1204 }),
      say('李姐', '帮助', { in: ROOM }),
      line({ now: '2026-11-02T11:30:00+08:00' }),
      sql("select state from outbox where lane = 'receipt' order by id"),
    ]);
    expect(said.slice(0, 4).map((one) => one['ok'])).toEqual([1, 2, 3, 4]);
    expect(said[3]).toHaveProperty('error');
    expect(messages(said).every((one) => String(one['at']) >= until)).toBe(true);
    const heard = textsIn(said, ROOM);
    expect(heard[0]).toContain('编号101');
    // 1205 is tried again until it goes; 1204 is not, and the staff are told.
    expect(heard.filter((text) => text.startsWith('@钱叔')).length).toBe(1);
    expect(heard.filter((text) => text.startsWith('@李姐')).length).toBe(0);
    expect(textsIn(said, '社区工作群').filter((text) => text.includes('没有送到')).length).toBe(1);
    expect(rowsOf(said)).toEqual([[{ state: 'sent' }, { state: 'sent' }, { state: 'failed' }]]);
  },
);

test('--db keeps the file, and the next rehearsal goes on in it', patient, async () => {
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

test('typed lines: arrows out, one bad line does not stop it and ends it with 2', patient, async () => {
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
