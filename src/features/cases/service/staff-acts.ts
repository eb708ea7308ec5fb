import { findStaff } from '../../../engine/identity/store.ts';
import type { StaffMember } from '../../../engine/identity/people.ts';
import { stopWaiting } from '../../../engine/outbox/store.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { mayAct } from '../rules/rights.ts';
import { SILENCE } from '../rules/deadlines.ts';
import { findAwaitingCheck, findCase } from '../store.ts';
import type { CaseRecord } from '../rules/case.ts';
import { steps } from '../texts/steps.ts';
import { categoryOf } from './file.ts';
import { canMove, change } from './change.ts';
import type { Refusal } from '../rules/case.ts';
import { isConfidential, newCaseKey, staffById, tellNewCase, tellOwner, tellReporter } from './tell.ts';

type Outcome = Promise<Result<CaseRecord, Refusal>>;

/** The case of that number, if the staff member may act on it. Of one that they may not even see, no more is said. */
export async function getForStaff(work: Work, staff: StaffMember, no: number): Outcome {
  const record = await findCase(work.tx, work.community.id, no);
  if (record === undefined) return refuse({ code: 'unknown-case', no });
  return mayAct(staff, record) ? accept(record) : refuse({ code: 'not-yours', no });
}

const actorOf = (staff: StaffMember): string => `staff:${staff.id}`;

/** Whoever takes a case on need not be told any more that it is there. */
async function claim(turn: Turn, staff: StaffMember, record: CaseRecord): Outcome {
  const claimed = await change(turn, record, { kind: 'claim', actor: actorOf(staff), facts: { ownerId: staff.id } });
  if (claimed.ok) await stopWaiting(turn.tx, turn.community.id, newCaseKey(record.no), turn.at);
  return claimed;
}

/** Takes a case on. */
export async function claimCase(turn: Turn, staff: StaffMember, no: number): Outcome {
  const found = await getForStaff(turn, staff, no);
  if (!found.ok) return found;
  if (found.value.claimed && found.value.ownerId === staff.id) return refuse({ code: 'already-yours', no });
  const claimed = await change(turn, found.value, {
    kind: 'claim',
    actor: actorOf(staff),
    facts: { ownerId: staff.id },
  });
  if (claimed.ok) await tellReporter(turn, claimed.value, steps.claimed(claimed.value, staff, turn.community.zone));
  return claimed;
}

/** What staff report on a case that nobody has claimed yet claims it: one line, not two. */
async function claimedFirst(turn: Turn, staff: StaffMember, no: number): Outcome {
  const found = await getForStaff(turn, staff, no);
  if (!found.ok || !canMove(found.value, 'claim')) return found;
  return claim(turn, staff, found.value);
}

/** Says how far a case has come. */
export async function progressCase(turn: Turn, staff: StaffMember, no: number, words: string): Outcome {
  const found = await claimedFirst(turn, staff, no);
  if (!found.ok) return found;
  const noted = await change(turn, found.value, { kind: 'progress', actor: actorOf(staff), detail: { words } });
  if (noted.ok) await tellReporter(turn, noted.value, steps.progressed(noted.value, staff, words));
  return noted;
}

/** Says that a case is settled and what was done. The resident has the last word. */
export async function resolveCase(turn: Turn, staff: StaffMember, no: number, words: string): Outcome {
  const found = await claimedFirst(turn, staff, no);
  if (!found.ok) return found;
  const resolved = await change(turn, found.value, { kind: 'resolve', actor: actorOf(staff), detail: { words } });
  if (resolved.ok) await tellReporter(turn, resolved.value, steps.resolved(resolved.value, staff, words));
  return resolved;
}

/** Gives a case to somebody else, who is told; so are the resident and whoever had it. */
export async function assignCase(turn: Turn, staff: StaffMember, no: number, name: string, reason: string): Outcome {
  const found = await getForStaff(turn, staff, no);
  if (!found.ok) return found;
  const record = found.value;
  const members = await findStaff(turn.tx, turn.community.id);
  const next = members.find((member) => member.name === name);
  if (next === undefined) return refuse({ code: 'no-such-staff', names: members.map((member) => member.name) });
  if (record.about.includes(next.id)) return refuse({ code: 'about-them', no, name });
  if (record.isDispute && !['secretary', 'mediator', 'legal-adviser'].includes(next.role)) {
    return refuse({ code: 'not-for-disputes', no });
  }
  const before = await staffById(turn, record.ownerId);
  const facts = { ownerId: next.id };
  const assigned = await change(turn, record, { kind: 'assign', actor: actorOf(staff), facts, detail: { reason } });
  if (!assigned.ok) return assigned;
  await tellNewCase(turn, assigned.value, categoryOf(turn, record.category), next);
  await tellReporter(turn, assigned.value, steps.assigned(assigned.value, next));
  if (before !== undefined && before.id !== staff.id && before.id !== next.id && !isConfidential(record)) {
    await tellOwner(turn, record, steps.taken(record, next, reason));
  }
  return assigned;
}

/** Closes what was settled and has met with seven days of silence; the resident hears that it can be reopened. */
export async function closeSilent(work: Work): Promise<number> {
  const silent = await findAwaitingCheck(work.tx, work.community.id, later(work.at, -SILENCE));
  for (const record of silent) {
    const lapsed = await change(work, record, { kind: 'lapse', actor: 'bot' });
    if (lapsed.ok) await tellReporter(work, lapsed.value, steps.lapsed(lapsed.value));
  }
  return silent.length;
}
