import type { StaffMember } from '../../../engine/identity/people.ts';
import { findPerson, findStaff } from '../../../engine/identity/store.ts';
import type { Work } from '../../../engine/work.ts';
import { groupBy } from '../../../kernel/group.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { nextRungDue, rungAt, type WelfareCheck } from '../rules/check.ts';
import {
  appendWelfareEvent,
  findDueChecks,
  insertCheck,
  type NewCheck,
  nextCheckDue,
  reopenCheck,
  takeRung,
} from '../store.ts';
import { alarmTexts, roomTexts, texts } from '../texts.ts';
import { alarm, eventOf, onRung, toldOf } from './people.ts';

/**
 * Begins to look for some people: the first rung is told at once, each member of the staff of all of them together. A
 * second alarm of the same day is the same check; it begins anew where somebody had been seen before it.
 */
export async function openWelfareChecks(work: Work, subjects: readonly NewCheck[]): Promise<void> {
  for (const subject of subjects) {
    const { tx, community, at } = work;
    const check =
      (await insertCheck(tx, community.id, subject, at)) ?? (await reopenCheck(tx, community.id, subject, at));
    if (check === undefined) continue;
    await appendWelfareEvent(tx, community.id, eventOf(check, 'open', 'bot', at, subject.reason));
    await tellFamily(work, check);
  }
  await climb(work);
}

/** Whoever ordered may reach them by telephone. */
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

/**
 * Tells the next rung of every check whose time has come. What one person is to hear is told together; the staff's room
 * hears the numbers where nobody on the rung can be reached, and from the second rung on.
 */
export async function climb(work: Work): Promise<void> {
  const { tx, community } = work;
  const due = await findDueChecks(tx, community.id, work.at);
  if (due.length === 0) return;
  const staff = await findStaff(tx, community.id);
  const heard = new Map<number, WelfareCheck[]>();
  const inRoom: WelfareCheck[] = [];
  for (const check of due) {
    const told = await takeStep(work, check, staff);
    if (told === undefined) continue;
    if (told.length === 0 || check.rung > 0) inRoom.push(check);
    for (const { personId } of told) {
      if (personId !== null) heard.set(personId, [...(heard.get(personId) ?? []), check]);
    }
  }
  for (const [personId, checks] of heard) {
    for (const text of alarmTexts(checks, before(work, checks, staff))) {
      await work.post.toPerson(personId, text, alarm(work));
    }
  }
  const rooms = groupBy(inRoom, (check) => (rungAt(check.rung) === 'grid-worker' ? check.grid : null));
  for (const [grid, checks] of rooms) {
    for (const text of roomTexts(checks, grid)) await work.post.toStaffRoom(text, alarm(work));
  }
}

/** Takes one step of one check; who stands on it, or undefined where another process has taken it. */
async function takeStep(
  work: Work,
  check: WelfareCheck,
  staff: readonly StaffMember[],
): Promise<readonly StaffMember[] | undefined> {
  const { tx, community, at } = work;
  const { profile, zone } = community;
  const nextDue = nextRungDue(at, check.rung, check.stepMinutes, profile.proactiveHours, zone);
  if (!(await takeRung(tx, community.id, check, nextDue))) return undefined;
  const rung = rungAt(check.rung);
  const told = onRung(staff, rung, check.grid);
  const names = told.map(({ name }) => name).join(' ');
  await appendWelfareEvent(tx, community.id, eventOf(check, `tell-${rung}`, 'bot', at, names));
  return told;
}

/** Who has been told of any of these before, and since when nobody has answered. */
function before({ community }: Work, checks: readonly WelfareCheck[], staff: readonly StaffMember[]) {
  const names = new Set(checks.flatMap((check) => toldOf(staff, check).map(({ name }) => name)));
  const since = checks.map(({ openedAt }) => openedAt).toSorted((a, b) => a.getTime() - b.getTime())[0];
  const isFirst = checks.every(({ rung }) => rung === 0);
  if (isFirst || since === undefined) return undefined;
  return { names: [...names].join('、'), since: sayMoment(since, community.zone) };
}
