import { expect, test } from 'vitest';
import { insertPerson } from '../../../src/engine/identity/store.ts';
import type { Work } from '../../../src/engine/work.ts';
import { forgetOldWords } from '../../../src/features/privacy/service.ts';
import { saveBeneficiary } from '../../../src/features/services/store/beneficiaries.ts';
import { insertBooking } from '../../../src/features/services/store/bookings.ts';
import { endMealOrder, insertMealOrder } from '../../../src/features/services/store/meals.ts';
import { appendWelfareEvent, closeCheck, insertCheck } from '../../../src/features/welfare/store.ts';
import { openEngine } from '../../kit/engine.ts';

const START = new Date('2026-11-02T09:00:00+08:00');
const after = (days: number): Date => new Date(START.getTime() + days * 86_400_000);
const HOME = '3号楼2单元501｜忌口：不吃辣';

/** An order, and what is remembered of the home. */
async function order(work: Work, no: number, to: string | null): Promise<void> {
  const { tx, community } = work;
  const { id: personId } = await insertPerson(tx, community.id, `居民${String(no)}`, true, START);
  await insertMealOrder(tx, community.id, {
    no,
    service: '助老送餐',
    state: 'active',
    weekdays: [1],
    from: '2026-11-02',
    to,
    personId,
    name: '居民',
    roomId: null,
    grid: 1,
    relation: 'self',
    beneficiary: '',
    consentAt: null,
    details: HOME,
    orderedAt: START,
    endedAt: null,
  });
  await saveBeneficiary(tx, community.id, personId, '', { age: 70, details: HOME }, START);
}

/** An appointment at somebody's home. */
async function booking(work: Work, no: number, startsAt: Date): Promise<void> {
  const { tx, community } = work;
  const { id: personId } = await insertPerson(tx, community.id, `约的${String(no)}`, true, START);
  await insertBooking(tx, community.id, {
    no,
    service: '上门理发',
    state: 'booked',
    day: '2026-11-03',
    start: 540,
    minutes: 40,
    startsAt,
    personId,
    name: '居民',
    roomId: null,
    grid: 1,
    relation: 'self',
    beneficiary: '',
    consentAt: null,
    details: HOME,
    sequence: 0,
    eveDue: null,
    soonDue: null,
    marks: null,
    bookedAt: START,
    changedAt: START,
  });
}

/** A check about a number, and what was written with its end. */
async function check(work: Work, subjectNo: number, isClosed: boolean): Promise<void> {
  const { tx, community } = work;
  const { id: personId } = await insertPerson(tx, community.id, `被找的${String(subjectNo)}`, true, START);
  const subject = { subjectNo, day: '2026-11-02', personId, name: '居民', grid: 1, details: HOME };
  const opened = await insertCheck(tx, community.id, { ...subject, reason: '送餐没人开门', stepMinutes: 60 }, START);
  if (opened === undefined) throw new Error('not opened');
  const event = { checkId: opened.id, actor: 'staff:1', at: START };
  await appendWelfareEvent(tx, community.id, { ...event, kind: 'tell-clerk', detail: '小何' });
  await appendWelfareEvent(tx, community.id, { ...event, kind: 'word', detail: '在医院' });
  if (!isClosed) return;
  const closing = { state: 'unwell', closedBy: 'staff:1', outcome: '住院了', closedAt: START } as const;
  await closeCheck(tx, community.id, opened.id, closing);
}

test('addresses, diets and words about somebody go 90 days after what they were told for has ended', async () => {
  const stage = await openEngine(START);
  await stage.engine.work(async (work) => {
    await order(work, 1, null);
    await order(work, 2, null);
    await order(work, 3, '2026-11-06');
    await endMealOrder(work.tx, work.community.id, 2, START);
    await booking(work, 4, START);
    await booking(work, 5, after(80));
    await check(work, 1, false);
    await check(work, 2, true);
  });
  const forget = (days: number): Promise<void> =>
    stage.engine.work((work) => forgetOldWords({ ...work, at: after(days) }));
  const kept = async (): Promise<unknown> => ({
    orders: await stage.sql('select no from meal_orders where details is not null order by no'),
    bookings: await stage.sql('select no from bookings where details is not null order by no'),
    homes: await stage.sql('select count(*) n from beneficiaries where details is not null'),
    checks: await stage.sql(
      'select subject_no no from welfare_checks where details is not null or outcome is not null order by id',
    ),
    words: await stage.sql(
      "select kind, count(*) n from welfare_events where detail != '' group by kind order by kind",
    ),
  });
  const all = {
    orders: [{ no: 1 }, { no: 2 }, { no: 3 }],
    bookings: [{ no: 4 }, { no: 5 }],
    homes: [{ n: 3 }],
    checks: [{ no: 1 }, { no: 2 }],
  };
  const tells = { kind: 'tell-clerk', n: 2 };

  await forget(90);
  expect(await kept()).toEqual({ ...all, words: [tells, { kind: 'word', n: 2 }] });
  await forget(91);
  expect(await kept()).toEqual({
    orders: [{ no: 1 }, { no: 3 }],
    bookings: [{ no: 5 }],
    homes: [{ n: 2 }],
    checks: [{ no: 1 }],
    words: [tells, { kind: 'word', n: 1 }],
  });
  await forget(96);
  expect(await kept()).toEqual({
    orders: [{ no: 1 }],
    bookings: [{ no: 5 }],
    homes: [{ n: 1 }],
    checks: [{ no: 1 }],
    words: [tells, { kind: 'word', n: 1 }],
  });
  expect(await stage.sql('select state from welfare_checks where subject_no = 2')).toEqual([{ state: 'unwell' }]);
});
