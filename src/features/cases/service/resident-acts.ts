import { findStaff } from '../../../engine/identity/store.ts';
import type { Turn } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import type { Place } from '../../../kernel/place.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import {
  CALL_BACK_DAYS,
  daysAfterReopening,
  dueAfterWorkingDays,
  SATISFIED_FROM,
  WITHDRAWAL,
} from '../rules/deadlines.ts';
import { expectedOwner } from '../rules/rights.ts';
import { insertAttachment, insertRating } from '../store.ts';
import type { CaseRecord } from '../rules/case.ts';
import { steps } from '../texts/steps.ts';
import { canMove, canNote, change } from './change.ts';
import { categoryOf, clockworkOf, gridOf } from './file.ts';
import { getCase, proofOfReporter, type ReporterProof } from './lookup.ts';
import type { Refusal } from '../rules/case.ts';
import { isConfidential, staffById, tellNewCase, tellOwner } from './tell.ts';

type Outcome = Promise<Result<CaseRecord, Refusal>>;

/** The case, if the speaker reported it. `by-name` is proof enough for a word on the outcome, for nothing else. */
async function getOwn(turn: Turn, no: number, enough: readonly ReporterProof[]) {
  const found = await getCase(turn, no);
  if (!found.ok) return found;
  const proof = await proofOfReporter(turn, found.value);
  return enough.includes(proof)
    ? accept({ record: found.value, isVerified: proof === 'proven' })
    : refuse({ code: 'not-reporter', no } as const);
}

const actorOf = (turn: Turn): string => `person:${turn.speaker.personId}`;

/** Takes a case back, within ten minutes of filing it. */
export async function withdrawCase(turn: Turn, no: number): Outcome {
  const found = await getOwn(turn, no, ['proven']);
  if (!found.ok) return found;
  const { record } = found.value;
  if (canMove(record, 'withdraw') && turn.at > later(record.filedAt, WITHDRAWAL))
    return refuse({ code: 'too-late', no });
  const withdrawn = await change(turn, record, { kind: 'withdraw', actor: actorOf(turn) });
  if (withdrawn.ok) await tellOwner(turn, withdrawn.value, steps.withdrawn(record));
  return withdrawn;
}

/** Adds words to a case; its owner hears them. */
export async function supplementCase(turn: Turn, no: number, words: string): Outcome {
  const found = await getOwn(turn, no, ['proven']);
  if (!found.ok) return found;
  const noted = await change(turn, found.value.record, { kind: 'supplement', actor: actorOf(turn), detail: { words } });
  if (noted.ok) await tellOwner(turn, noted.value, steps.supplemented(noted.value, words));
  return noted;
}

/** Says where a case lies. While nobody has claimed it, it moves to the worker of that grid. */
export async function placeCase(turn: Turn, record: CaseRecord, place: Place): Outcome {
  const grid = gridOf(turn, place, turn.place);
  const staff = await findStaff(turn.tx, turn.community.id);
  const owner = expectedOwner(staff, { isDispute: record.isDispute, grid, about: record.about });
  const moves = !record.claimed && owner !== undefined && owner.id !== record.ownerId;
  const facts = moves ? { facts: { ownerId: owner.id } } : {};
  const placed = await change(turn, record, { kind: 'place', actor: actorOf(turn), place, grid, ...facts });
  if (!placed.ok) return placed;
  if (moves) await tellNewCase(turn, placed.value, categoryOf(turn, record.category), owner);
  else await tellOwner(turn, placed.value, steps.placed(placed.value));
  return placed;
}

/** Keeps a photo or voice message with a case. */
export async function attachToCase(
  turn: Turn,
  record: CaseRecord,
  media: { readonly kind: string; readonly file: string },
): Outcome {
  const noted = await change(turn, record, { kind: 'attach', actor: actorOf(turn), detail: { ...media } });
  if (!noted.ok) return noted;
  await insertAttachment(turn.tx, turn.community.id, { caseNo: record.no, at: turn.at, ...media });
  await tellOwner(turn, noted.value, steps.attached(record, media.kind));
  return noted;
}

/** Opens a settled case again: half of the time, the same owner, one rung up. */
export async function reopenCase(turn: Turn, no: number, reason: string | undefined): Outcome {
  const found = await getOwn(turn, no, ['proven', 'by-name']);
  if (!found.ok) return found;
  const { record, isVerified } = found.value;
  const reopened = await reopen(turn, record, reason, isVerified);
  const above = reopened.ok ? await officeExcept(turn, record) : undefined;
  if (reopened.ok && above !== undefined) {
    const step = steps.reopened(reopened.value, reason, isVerified, turn.community.zone);
    await tellOwner(turn, { ...reopened.value, ownerId: above.id }, step);
  }
  return reopened;
}

async function reopen(turn: Turn, record: CaseRecord, reason: string | undefined, isVerified: boolean): Outcome {
  const category = categoryOf(turn, record.category);
  const { due, provisional } = dueAfterWorkingDays(
    daysAfterReopening(category.resolveDays),
    turn.at,
    clockworkOf(turn),
  );
  const reopened = await change(turn, record, {
    kind: 'reopen',
    actor: actorOf(turn),
    facts: { resolveDue: due, provisional },
    detail: { reason: reason ?? '', verified: isVerified },
  });
  if (!reopened.ok) return reopened;
  await tellOwner(turn, reopened.value, steps.reopened(reopened.value, reason, isVerified, turn.community.zone));
  return reopened;
}

/** One rung up from the owner: a clerk or the secretary, whoever is not the owner and not whom it is about. */
async function officeExcept(turn: Turn, record: CaseRecord) {
  const staff = await findStaff(turn.tx, turn.community.id);
  const free = staff.filter((member) => member.id !== record.ownerId && !record.about.includes(member.id));
  const clerk = isConfidential(record) ? undefined : free.find((member) => member.role === 'clerk');
  return clerk ?? free.find((member) => member.role === 'secretary');
}

export interface Rated {
  readonly record: CaseRecord;
  readonly isSatisfied: boolean;
  /** When somebody other than the owner calls back, after a low mark. */
  readonly callBackBy: Date | undefined;
}

/**
 * Keeps a resident's marks: once for each cycle, never from the owner. Three and more close the case; less opens it again,
 * and somebody other than the owner calls back within three working days.
 */
export async function rateCase(
  turn: Turn,
  no: number,
  marks: number,
  reason: string | undefined,
): Promise<Result<Rated, Refusal>> {
  const found = await getOwn(turn, no, ['proven', 'by-name']);
  if (!found.ok) return found;
  const { record, isVerified } = found.value;
  if (turn.speaker.staff !== undefined && turn.speaker.staff.id === record.ownerId)
    return refuse({ code: 'own-case', no });
  if (!canNote(record, 'rate')) return refuse({ code: 'wrong-state', no, state: record.state });
  const isSatisfied = marks >= SATISFIED_FROM;
  const isFirst = await insertRating(turn.tx, turn.community.id, {
    caseNo: no,
    cycle: record.cycle,
    personId: turn.speaker.personId,
    marks,
    outcome: isSatisfied ? 'solved' : 'unsolved',
    reason: reason ?? null,
    verified: isVerified,
    at: turn.at,
  });
  if (!isFirst) return refuse({ code: 'already-rated', no });
  const rated = await change(turn, record, {
    kind: 'rate',
    actor: actorOf(turn),
    detail: { marks, reason: reason ?? '' },
  });
  if (!rated.ok) return rated;
  if (isSatisfied) return closeSatisfied(turn, rated.value);
  return callBack(turn, rated.value, marks, reason, isVerified);
}

async function closeSatisfied(turn: Turn, record: CaseRecord): Promise<Result<Rated, Refusal>> {
  if (!canMove(record, 'confirm')) return accept({ record, isSatisfied: true, callBackBy: undefined });
  const closed = await change(turn, record, { kind: 'confirm', actor: actorOf(turn) });
  if (!closed.ok) return closed;
  await tellOwner(turn, closed.value, steps.confirmed(closed.value));
  return accept({ record: closed.value, isSatisfied: true, callBackBy: undefined });
}

async function callBack(
  turn: Turn,
  record: CaseRecord,
  marks: number,
  reason: string | undefined,
  isVerified: boolean,
): Promise<Result<Rated, Refusal>> {
  const reopened = await reopen(turn, record, reason, isVerified);
  if (!reopened.ok) return reopened;
  const { due } = dueAfterWorkingDays(CALL_BACK_DAYS, turn.at, clockworkOf(turn));
  const caller = await officeExcept(turn, record);
  const owner = await staffById(turn, record.ownerId);
  if (caller !== undefined) {
    const step = steps.callBack(record, { marks, reason, caller, owner, due, zone: turn.community.zone });
    await tellOwner(turn, { ...reopened.value, ownerId: caller.id }, step);
  }
  return accept({ record: reopened.value, isSatisfied: false, callBackBy: due });
}
