import type { StaffMember } from '../../engine/identity/people.ts';
import { findPerson, findStaff } from '../../engine/identity/store.ts';
import { LIFETIME } from '../../engine/outbox/rules.ts';
import type { Turn, Work } from '../../engine/work.ts';
import { later } from '../../kernel/clock.ts';
import { dayOf, momentAt, monthOf, sayMoment } from '../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { lines, officeWords, type PrivateText } from '../../kernel/text.ts';
import { plainWords } from '../../kernel/words.ts';
import { mayClose, nextRungDue, type Rung, rungAt, RUNGS, type WelfareCheck } from './rules.ts';
import {
  appendWelfareEvent,
  closeChecks,
  countChecks,
  findDueChecks,
  findLastCheck,
  findOpenChecks,
  insertCheck,
  type NewCheck,
  nextCheckDue,
  takeRung,
} from './store.ts';
import { texts } from './texts.ts';

/** Begins to look for somebody: the first rung is told at once. A second alarm of the same day is the same check. */
export async function openWelfareCheck(work: Work, subject: NewCheck): Promise<void> {
  const check = await insertCheck(work.tx, work.community.id, subject, work.at);
  if (check === undefined) return;
  await appendWelfareEvent(work.tx, work.community.id, event(check, 'open', 'bot', work.at, subject.reason));
  await tellRung(work, check);
  await tellFamily(work, check);
}

const event = (check: WelfareCheck, kind: string, actor: string, at: Date, detail: string) => ({
  checkId: check.id,
  kind,
  actor,
  at,
  detail,
});

/** The members of the staff on a rung; those who have not paired cannot be reached. */
function onRung(staff: readonly StaffMember[], rung: Rung, grid: number | null): readonly StaffMember[] {
  return staff.filter(
    ({ role, personId, grid: own }) =>
      role === rung && personId !== null && (rung !== 'grid-worker' || grid === null || own === grid),
  );
}

const alarm = (work: Work) =>
  ({ lane: 'urgent', keepsHours: false, expiresAt: later(work.at, LIFETIME.alarm) }) as const;

/** Tells the next rung; the staff's room hears the number where nobody on it can be reached, and from the second rung on. */
async function tellRung(work: Work, check: WelfareCheck): Promise<void> {
  const { tx, community, at } = work;
  if (!(await takeRung(tx, community.id, check, nextRungDue(at, check.rung, check.stepMinutes)))) return;
  const staff = await findStaff(tx, community.id);
  const rung = rungAt(check.rung);
  const told = onRung(staff, rung, check.grid);
  for (const { personId } of told) {
    if (personId !== null) await work.post.toPerson(personId, rungText(work, check, staff), alarm(work));
  }
  if (told.length === 0 || check.rung > 0) {
    const who =
      rung === 'grid-worker' && check.grid !== null
        ? officeWords(texts.gridWorker.replace('{grid}', String(check.grid)))
        : officeWords(texts.office);
    const slots = { no: check.subjectNo, reason: officeWords(check.reason), who };
    await work.post.toStaffRoom(texts.inRoom(slots), alarm(work));
  }
  const names = told.map(({ name }) => name).join(' ');
  await appendWelfareEvent(tx, community.id, event(check, `tell-${rung}`, 'bot', at, names));
}

function rungText(work: Work, check: WelfareCheck, staff: readonly StaffMember[]): PrivateText {
  const slots = { no: check.subjectNo, who: plainWords(check.name), reason: check.reason };
  const details = check.details === null ? undefined : texts.address({ details: `“${plainWords(check.details)}”` });
  if (check.rung === 0) return lines<PrivateText>(texts.look(slots), details, texts.lookHow(slots));
  const rungsBefore = RUNGS.slice(0, Math.min(check.rung, RUNGS.length - 1));
  const names = rungsBefore.flatMap((rung) => onRung(staff, rung, check.grid).map(({ name }) => name)).join('、');
  return lines<PrivateText>(
    texts.higher({ ...slots, since: sayMoment(check.openedAt, work.community.zone) }),
    details,
    names === '' ? undefined : texts.toldBefore({ names }),
    texts.lookHow(slots),
  );
}

const isFor = ({ role, grid }: StaffMember, check: WelfareCheck): boolean =>
  role !== 'grid-worker' || check.grid === null || grid === check.grid;

/** Whoever ordered for somebody else may reach them by telephone. */
async function tellFamily(work: Work, check: WelfareCheck): Promise<void> {
  const person = await findPerson(work.tx, work.community.id, check.personId);
  if (person?.isFriend !== true) return;
  const slots = { no: check.subjectNo, reason: check.reason };
  await work.post.toPerson(check.personId, texts.toFamily(slots), alarm(work));
}

/** When the next rung is to be told. */
export function nextClimb({ tx, community }: Work): Promise<Date | undefined> {
  return nextCheckDue(tx, community.id);
}

/** Tells the next rung of every check whose time has come. */
export async function climb(work: Work): Promise<void> {
  for (const check of await findDueChecks(work.tx, work.community.id, work.at)) await tellRung(work, check);
}

/** Somebody writes that the person is well: whoever was told hears that nobody need go any more. */
export async function reportWell(
  turn: Turn,
  subjectNo: number,
  words: string,
): Promise<Result<WelfareCheck, 'none' | 'not-yours' | 'closed-before'>> {
  const { tx, community, at, speaker } = turn;
  const check = await findLastCheck(tx, community.id, subjectNo);
  if (check === undefined) return refuse('none');
  const may = mayClose(check, { personId: speaker.personId, isStaff: speaker.staff !== undefined });
  if (!may.ok) return may;
  const actor = speaker.staff === undefined ? `person:${speaker.personId}` : `staff:${speaker.staff.id}`;
  await closeChecks(tx, community.id, subjectNo, { closedBy: actor, outcome: words, closedAt: at });
  await appendWelfareEvent(tx, community.id, event(check, 'well', actor, at, words));
  await tellWell(turn, check);
  return accept(check);
}

async function tellWell(turn: Turn, check: WelfareCheck): Promise<void> {
  const { tx, community, speaker } = turn;
  const staff = await findStaff(tx, community.id);
  const slots = { no: check.subjectNo, name: speaker.staff?.name ?? plainWords(speaker.name) };
  const told = new Set<number>();
  for (let rung = 0; rung < check.rung; rung += 1) {
    for (const { personId } of onRung(staff, rungAt(rung), check.grid)) if (personId !== null) told.add(personId);
  }
  told.delete(speaker.personId);
  for (const personId of told) await turn.post.toPerson(personId, texts.wellToOthers(slots), alarm(turn));
  if (check.rung > 1 || told.size === 0) await turn.post.toStaffRoom(texts.wellInRoom(slots), alarm(turn));
  const person = await findPerson(tx, community.id, check.personId);
  if (person?.isFriend === true && check.personId !== speaker.personId) {
    await turn.post.toPerson(check.personId, texts.familyWell({ no: check.subjectNo }), alarm(turn));
  }
}

/** The checks that are open, for whoever has to see to them. */
export async function openChecksFor(work: Work, member: StaffMember): Promise<readonly WelfareCheck[]> {
  const open = await findOpenChecks(work.tx, work.community.id);
  if (member.role === 'clerk' || member.role === 'secretary') return open;
  return open.filter((check) => member.role === 'grid-worker' && isFor(member, check));
}

/** This month's figures. */
export function monthChecks(work: Work) {
  const { zone, id } = work.community;
  return countChecks(work.tx, id, momentAt(`${monthOf(dayOf(work.at, zone))}-01`, 0, zone));
}
