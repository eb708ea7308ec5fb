import type { Tx } from '../../engine/tx.ts';
import type { WelfareCheck, WelfareState } from './rules/check.ts';

type Row = Awaited<ReturnType<Tx['welfareCheck']['findFirstOrThrow']>>;

const fromRow = ({
  communityId: _,
  closedAt: __,
  closedBy: ___,
  outcome: ____,
  state,
  ...rest
}: Row): WelfareCheck => ({
  ...rest,
  state: state as WelfareState, // held to its list by a CHECK
});

export type NewCheck = Pick<
  WelfareCheck,
  'subjectNo' | 'day' | 'personId' | 'name' | 'grid' | 'details' | 'reason' | 'stepMinutes'
>;

/** Opens a check, once for each subject and day: undefined where there is one already. */
export async function insertCheck(
  tx: Tx,
  communityId: number,
  check: NewCheck,
  at: Date,
): Promise<WelfareCheck | undefined> {
  const { subjectNo, day, personId, name, grid, details, reason, stepMinutes } = check;
  const count = await tx.$executeRaw`
    INSERT INTO welfare_checks (community_id, subject_no, day, person_id, name, grid, details, reason, state, rung,
      step_minutes, next_due, opened_at)
    VALUES (${communityId}, ${subjectNo}, ${day}, ${personId}, ${name}, ${grid}, ${details}, ${reason}, 'open', 0,
      ${stepMinutes}, ${at}, ${at}) ON CONFLICT DO NOTHING`;
  if (count === 0) return undefined;
  const row = await tx.welfareCheck.findFirst({ where: { communityId, subjectNo, day } });
  return row === null ? undefined : fromRow(row);
}

/** Looks again for somebody who had been seen before on that day; undefined where the check is open anyway. */
export async function reopenCheck(
  tx: Tx,
  communityId: number,
  { subjectNo, day, reason, details }: NewCheck,
  at: Date,
): Promise<WelfareCheck | undefined> {
  const { count } = await tx.welfareCheck.updateMany({
    where: { communityId, subjectNo, day, state: { not: 'open' } },
    data: { state: 'open', reason, details, rung: 0, nextDue: at, closedAt: null, closedBy: null, outcome: null },
  });
  if (count === 0) return undefined;
  const row = await tx.welfareCheck.findFirst({ where: { communityId, subjectNo, day } });
  return row === null ? undefined : fromRow(row);
}

/** The check of that number that was opened last. */
export async function findLastCheck(tx: Tx, communityId: number, subjectNo: number): Promise<WelfareCheck | undefined> {
  const row = await tx.welfareCheck.findFirst({ where: { communityId, subjectNo }, orderBy: { id: 'desc' } });
  return row === null ? undefined : fromRow(row);
}

export async function findOpenChecks(tx: Tx, communityId: number): Promise<readonly WelfareCheck[]> {
  const rows = await tx.welfareCheck.findMany({ where: { communityId, state: 'open' }, orderBy: { id: 'asc' } });
  return rows.map(fromRow);
}

export async function findDueChecks(tx: Tx, communityId: number, now: Date): Promise<readonly WelfareCheck[]> {
  const rows = await tx.welfareCheck.findMany({
    where: { communityId, state: 'open', nextDue: { lte: now } },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}

export async function nextCheckDue(tx: Tx, communityId: number): Promise<Date | undefined> {
  const row = await tx.welfareCheck.findFirst({
    where: { communityId, state: 'open' },
    orderBy: { nextDue: 'asc' },
    select: { nextDue: true },
  });
  return row?.nextDue ?? undefined;
}

/** Takes a step, unless somebody else has, or the person is well meanwhile: then false. */
export async function takeStep(
  tx: Tx,
  communityId: number,
  check: WelfareCheck,
  { rung, nextDue }: Pick<WelfareCheck, 'rung' | 'nextDue'>,
): Promise<boolean> {
  const { count } = await tx.welfareCheck.updateMany({
    where: { communityId, id: check.id, state: 'open', rung: check.rung },
    data: { rung, nextDue },
  });
  return count === 1;
}

/** Ends a check, unless somebody else has: then false. */
export async function closeCheck(
  tx: Tx,
  communityId: number,
  id: number,
  closing: {
    readonly state: Exclude<WelfareState, 'open'>;
    readonly closedBy: string;
    readonly outcome: string;
    readonly closedAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.welfareCheck.updateMany({
    where: { communityId, id, state: 'open' },
    data: { ...closing, nextDue: null },
  });
  return count === 1;
}

export async function appendWelfareEvent(
  tx: Tx,
  communityId: number,
  event: {
    readonly checkId: number;
    readonly kind: string;
    readonly actor: string;
    readonly at: Date;
    readonly detail: string;
  },
): Promise<void> {
  await tx.welfareEvent.create({ data: { ...event, communityId }, select: { id: true } });
}

/** The events that name who was told. */
const TOLD = 'tell-';
/** In the details of an event, between two names. */
export const BETWEEN_NAMES = ' ';

/** Who was told of a check since it was opened last, the first one first. */
export async function findTold(tx: Tx, communityId: number, checkId: number): Promise<readonly string[]> {
  const events = await tx.welfareEvent.findMany({ where: { communityId, checkId }, orderBy: { id: 'asc' } });
  const opened = events.findLastIndex(({ kind }) => kind === 'open');
  const told = events.slice(opened + 1).filter(({ kind }) => kind.startsWith(TOLD));
  return [...new Set(told.flatMap(({ detail }) => (detail === '' ? [] : detail.split(BETWEEN_NAMES))))];
}

/** How many checks were opened since a moment, and how many are open. */
export async function countChecks(
  tx: Tx,
  communityId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<{ readonly opened: number; readonly open: number }> {
  return {
    opened: await tx.welfareCheck.count({ where: { communityId, openedAt: { gte: from, lte: to } } }),
    open: await tx.welfareCheck.count({ where: { communityId, state: 'open' } }),
  };
}

/** Forgets where somebody was looked for, and what was written of them, of checks that ended before a moment. */
export async function forgetChecks(
  tx: Tx,
  communityId: number,
  before: Date,
  wordKinds: readonly string[],
): Promise<void> {
  const rows = await tx.welfareCheck.findMany({
    where: { communityId, closedAt: { lt: before }, OR: [{ details: { not: null } }, { outcome: { not: null } }] },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  await tx.welfareCheck.updateMany({
    where: { communityId, id: { in: ids } },
    data: { details: null, outcome: null },
  });
  await tx.welfareEvent.updateMany({
    where: { communityId, checkId: { in: ids }, kind: { in: [...wordKinds] } },
    data: { detail: '' },
  });
}
