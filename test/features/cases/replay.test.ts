import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CaseCore,
  type CaseMove,
  type CaseNote,
  type EventFacts,
  isOpen,
  move,
  note,
  NOTES,
} from '../../../src/features/cases/rules/states.ts';
import { openStage, type Stage } from '../../kit/rehearsal.ts';

interface EventRow {
  readonly kind: string;
  readonly cycle: number;
  readonly actor: string;
  readonly at: string;
  readonly detail: string;
}

interface CaseRow {
  readonly no: number;
  readonly state: string;
  readonly cycle: number;
  readonly owner_id: number | null;
  readonly claimed: number;
  readonly returns: number;
  readonly contacted_at: string | null;
  readonly resolve_due: string;
  readonly provisional: number;
  readonly resolved_at: string | null;
  readonly closed_at: string | null;
  readonly touched_at: string;
}

type Detail = Readonly<Record<string, unknown>> & {
  readonly ownerId?: number | null;
  readonly resolveDue?: string;
  readonly provisional?: boolean;
};

function factsOf({ ownerId, resolveDue, provisional }: Detail): EventFacts {
  return { ownerId, provisional, resolveDue: resolveDue === undefined ? undefined : new Date(resolveDue) };
}

/** The case that its events add up to, by the rules alone. */
function replay([filed, ...later]: readonly EventRow[]): CaseCore {
  if (filed?.kind !== 'file') throw new Error('a case does not begin with its filing');
  const first = JSON.parse(filed.detail) as Detail;
  let core: CaseCore = {
    state: 'unclaimed',
    cycle: 1,
    ownerId: first.ownerId ?? null,
    claimed: false,
    returns: 0,
    contactedAt: null,
    resolveDue: new Date(first.resolveDue ?? ''),
    provisional: first.provisional ?? false,
    resolvedAt: null,
    closedAt: null,
  };
  for (const event of later) {
    const facts = factsOf(JSON.parse(event.detail) as Detail);
    const at = new Date(event.at);
    const next =
      event.kind in NOTES
        ? note(core, event.kind as CaseNote, at, facts)
        : move(core, event.kind as CaseMove, at, facts);
    if (!next.ok) throw new Error(`${event.kind} in ${core.state}`);
    core = next.value;
    expect(event.cycle).toBe(core.cycle);
  }
  return core;
}

const moment = (stored: string | null): Date | null => (stored === null ? null : new Date(stored));

/** Every case’s row is what its events add up to, and the rules of the closed loop hold. */
async function expectReplayed(stage: Stage): Promise<void> {
  for (const row of (await stage.sql('select * from cases order by no')) as unknown as readonly CaseRow[]) {
    const events = (await stage.sql(
      `select kind, cycle, actor, at, detail from case_events where case_no = ${row.no} order by id`,
    )) as unknown as readonly EventRow[];
    expect(replay(events)).toEqual({
      state: row.state,
      cycle: row.cycle,
      ownerId: row.owner_id,
      claimed: row.claimed === 1,
      returns: row.returns,
      contactedAt: moment(row.contacted_at),
      resolveDue: new Date(row.resolve_due),
      provisional: row.provisional === 1,
      resolvedAt: moment(row.resolved_at),
      closedAt: moment(row.closed_at),
    });
    expect(new Date(row.touched_at)).toEqual(new Date(events.at(-1)?.at ?? ''));
    if (isOpen(row.state as CaseCore['state']) && row.claimed === 1) expect(row.owner_id).not.toBeNull();
  }
  const twice = await stage.sql(
    'select case_no from case_ratings group by case_no, cycle, person_id having count(*) > 1',
  );
  expect(twice).toEqual([]);
  const own = await stage.sql(
    'select r.case_no from case_ratings r join cases c on c.no = r.case_no join staff s on s.id = c.owner_id where s.person_id = r.person_id',
  );
  expect(own).toEqual([]);
}

const ROOM = '@和美一号院邻里群';
const no = fc.integer({ min: 101, max: 104 });
const who = fc.constantFrom(`王阿姨${ROOM}`, '王阿姨', `李姐${ROOM}`, '李姐@西城花园邻里群', '赵姐', '小刘');
const staff = fc.constantFrom('小刘', '小何', '秦老师', '周书记', '小刘@社区工作群');
const filing = fc.constantFrom(
  '投诉 3号楼2单元电梯坏了',
  '报修 停水了',
  '投诉 楼上邻居天天吵架',
  '反映 小刘态度不好',
  '建议 加个长椅',
  '投诉 9号楼垃圾没人收',
  '投诉 5号楼着火了',
);
const about = (words: string, more = ''): fc.Arbitrary<string> => no.map((number) => `${words} ${number}${more}`);
const residentWords = fc.oneof(
  { arbitrary: filing, weight: 4 },
  {
    arbitrary: fc.constantFrom(
      '3号楼2单元',
      '金河湾',
      '1',
      '[图片 a.jpg]',
      '进度',
      '我的事项',
      '撤回',
      '满意',
      '没解决',
    ),
    weight: 3,
  },
  about('补充', ' 还有老人'),
  about('撤回'),
  about('满意'),
  about('不满意', ' 又坏了'),
  about('没解决', ' 还是漏'),
  fc.tuple(no, fc.integer({ min: 1, max: 5 })).map(([number, given]) => `评价 ${number} ${given}`),
);
const staffWords = fc.oneof(
  about('认领'),
  about('认领'),
  about('进展', ' 师傅在路上'),
  about('办结', ' 修好了'),
  about('办结', ' 换了新的'),
  fc
    .tuple(no, fc.constantFrom('小陈', '小刘', '秦老师', '方律师', '周书记', '某某'))
    .map(([number, name]) => `转派 ${number} ${name} 换人`),
);
const line = fc.oneof(
  { arbitrary: fc.tuple(who, residentWords).map(([from, words]) => `${from}: ${words}`), weight: 8 },
  { arbitrary: fc.tuple(staff, staffWords).map(([from, words]) => `${from}: ${words}`), weight: 7 },
  { arbitrary: fc.constantFrom('（过11分钟）', '（过2小时）', '（过1天）', '（过8天）'), weight: 3 },
  {
    arbitrary: fc.constantFrom('（崩溃）', '（重新登录）', '（发送失败 1次 timeout）', '（发送失败 1次 1204）'),
    weight: 1,
  },
);

test('after whatever was said in whatever order, the state of every case is what its events add up to', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 45, size: 'max' }), async (lines) => {
      const stage = await openStage({ start: '2026-11-11T08:30:00+08:00' });
      await stage.play('（配对 小刘）', '（配对 小何）', '（配对 秦老师）', '（配对 周书记）', ...lines);
      await expectReplayed(stage);
      await stage.finish();
    }),
    { numRuns: 8, seed: 7, endOnFailure: true },
  );
});

test('the comparison sees a row that its events do not add up to', async () => {
  const stage = await openStage();
  await stage.play(`王阿姨${ROOM}: 投诉 3号楼2单元电梯坏了`);
  await expectReplayed(stage);
  const forged: Stage = {
    ...stage,
    sql: async (query) =>
      (await stage.sql(query)).map((row) => ('resolve_due' in row ? { ...row, state: 'closed' } : row)),
  };
  await expect(expectReplayed(forged)).rejects.toThrow();
});
