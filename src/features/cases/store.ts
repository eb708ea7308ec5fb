import type { Tx } from '../../engine/tx.ts';
import type { Place as BuildingPlace } from '../../kernel/place.ts';
import type { CaseEvent, CaseRecord } from './rules/case.ts';
import { type CaseCore, type CaseKind, type CaseState, OPEN_STATES } from './rules/states.ts';

type Row = Awaited<ReturnType<Tx['case']['findFirstOrThrow']>>;

/** Kind and state are held to their lists by CHECKs; `about` is written below only. */
function fromRow(row: Row): CaseRecord {
  const { compound, building, unit, floor, room, about, kind, state, ...rest } = row;
  const place: BuildingPlace = {
    ...(compound === null ? {} : { compound }),
    ...(building === null ? {} : { building }),
    ...(unit === null ? {} : { unit }),
    ...(floor === null ? {} : { floor }),
    ...(room === null ? {} : { room }),
  };
  return { ...rest, place, kind: kind as CaseKind, state: state as CaseState, about: JSON.parse(about) as number[] };
}

function placeColumns(place: BuildingPlace) {
  const { compound = null, building = null, unit = null, floor = null, room = null } = place;
  return { compound, building, unit, floor, room };
}

export async function insertCase(tx: Tx, communityId: number, record: CaseRecord): Promise<void> {
  const { place, about, ...columns } = record;
  await tx.case.create({
    data: { ...columns, ...placeColumns(place), about: JSON.stringify(about), communityId },
    select: { no: true },
  });
}

export async function findCase(tx: Tx, communityId: number, no: number): Promise<CaseRecord | undefined> {
  const row = await tx.case.findUnique({ where: { communityId_no: { communityId, no } } });
  return row === null ? undefined : fromRow(row);
}

/** Saves what the events add up to, unless somebody else has moved the case since it was read: then false. */
export async function saveCore(
  tx: Tx,
  communityId: number,
  before: CaseRecord,
  after: CaseCore & { readonly place?: BuildingPlace; readonly grid?: number | null },
  at: Date,
): Promise<boolean> {
  const { state, cycle, ownerId, claimed, returns, contactedAt, resolveDue, provisional, resolvedAt, closedAt } = after;
  const { count } = await tx.case.updateMany({
    where: { communityId, no: before.no, state: before.state, cycle: before.cycle, ownerId: before.ownerId },
    data: {
      state,
      cycle,
      ownerId,
      claimed,
      returns,
      contactedAt,
      resolveDue,
      provisional,
      resolvedAt,
      closedAt,
      touchedAt: at,
      ...(after.place === undefined ? {} : placeColumns(after.place)),
      ...(after.grid === undefined ? {} : { grid: after.grid }),
    },
  });
  return count === 1;
}

export async function appendEvent(tx: Tx, communityId: number, event: CaseEvent): Promise<void> {
  await tx.caseEvent.create({
    data: { ...event, detail: JSON.stringify(event.detail), communityId },
    select: { id: true },
  });
}

export async function findEvents(tx: Tx, communityId: number, caseNo: number): Promise<readonly CaseEvent[]> {
  const rows = await tx.caseEvent.findMany({ where: { communityId, caseNo }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
}

/** The last event of one kind. */
export async function findLastEvent(
  tx: Tx,
  communityId: number,
  caseNo: number,
  kind: string,
): Promise<CaseEvent | undefined> {
  const row = await tx.caseEvent.findFirst({ where: { communityId, caseNo, kind }, orderBy: { id: 'desc' } });
  return row === null ? undefined : { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> };
}

/** The cases of a reporter in those states, the one touched last first. */
export async function findCasesOf(
  tx: Tx,
  communityId: number,
  reporterId: number,
  states: readonly CaseState[],
  most: number,
): Promise<readonly CaseRecord[]> {
  const rows = await tx.case.findMany({
    where: { communityId, reporterId, state: { in: [...states] } },
    orderBy: [{ touchedAt: 'desc' }, { no: 'desc' }],
    take: most,
  });
  return rows.map(fromRow);
}

/** The last case that a person has filed since a moment. */
export async function findLatestCase(
  tx: Tx,
  communityId: number,
  reporterId: number,
  since: Date,
): Promise<CaseRecord | undefined> {
  const row = await tx.case.findFirst({
    where: { communityId, reporterId, filedAt: { gte: since } },
    orderBy: { no: 'desc' },
  });
  return row === null ? undefined : fromRow(row);
}

/** Open cases that are a staff member's, or of nobody in particular; the most pressing first. */
export async function findOpenCases(
  tx: Tx,
  communityId: number,
  scope: { readonly ownerId: number } | { readonly everyones: true },
  most: number,
): Promise<readonly CaseRecord[]> {
  const rows = await tx.case.findMany({
    where: { communityId, state: { in: [...OPEN_STATES] }, ...('ownerId' in scope ? { ownerId: scope.ownerId } : {}) },
    orderBy: [{ resolveDue: 'asc' }, { no: 'asc' }],
    take: most,
  });
  return rows.map(fromRow);
}

/** Cases that wait for the resident's word since before a moment. */
export async function findAwaitingCheck(
  tx: Tx,
  communityId: number,
  resolvedBefore: Date,
): Promise<readonly CaseRecord[]> {
  const rows = await tx.case.findMany({
    where: { communityId, state: 'awaiting-check', resolvedAt: { lte: resolvedBefore } },
    orderBy: { no: 'asc' },
  });
  return rows.map(fromRow);
}

export interface NewRating {
  readonly caseNo: number;
  readonly cycle: number;
  readonly personId: number;
  readonly marks: number;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly verified: boolean;
  readonly at: Date;
}

/** Keeps a rating; false where the same person has rated this cycle already. */
export async function insertRating(tx: Tx, communityId: number, rating: NewRating): Promise<boolean> {
  const { caseNo, cycle, personId, marks, outcome, reason, verified, at } = rating;
  const count = await tx.$executeRaw`
    INSERT INTO case_ratings (community_id, case_no, cycle, person_id, marks, outcome, reason, verified, at)
    VALUES (${communityId}, ${caseNo}, ${cycle}, ${personId}, ${marks}, ${outcome}, ${reason}, ${verified}, ${at})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}

export async function insertAttachment(
  tx: Tx,
  communityId: number,
  attachment: { readonly caseNo: number; readonly kind: string; readonly file: string; readonly at: Date },
): Promise<void> {
  await tx.caseAttachment.create({ data: { ...attachment, communityId } });
}

/** The figures of a stretch of time. */
export interface CaseFigures {
  readonly filed: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
  readonly rated: number;
  readonly satisfied: number;
}

export async function readFigures(
  tx: Tx,
  communityId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  now: Date,
  satisfiedFrom: number,
): Promise<CaseFigures> {
  const open = { communityId, state: { in: [...OPEN_STATES] } };
  const within = { gte: from, lte: to };
  const ratings = { communityId, at: within };
  return {
    filed: await tx.case.count({ where: { communityId, filedAt: within } }),
    closed: await tx.case.count({ where: { communityId, resolvedAt: within } }),
    open: await tx.case.count({ where: open }),
    overdue: await tx.case.count({ where: { ...open, resolveDue: { lt: now } } }),
    rated: await tx.caseRating.count({ where: ratings }),
    satisfied: await tx.caseRating.count({ where: { ...ratings, marks: { gte: satisfiedFrom } } }),
  };
}
