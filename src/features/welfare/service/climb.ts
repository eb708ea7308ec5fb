import type { StaffMember } from '../../../engine/identity/people.ts';
import { findPerson, findStaff } from '../../../engine/identity/store.ts';
import type { Work } from '../../../engine/work.ts';
import { groupBy } from '../../../kernel/group.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { isHeardInRoom, nextStepDue, type Step, stepOf, type WelfareCheck } from '../rules/check.ts';
import {
  appendWelfareEvent,
  BETWEEN_NAMES,
  findDueChecks,
  insertCheck,
  type NewCheck,
  nextCheckDue,
  reopenCheck,
  takeStep,
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

/** A step that was taken, and who has been told before it. */
interface Taken extends Step {
  readonly check: WelfareCheck;
  readonly people: readonly StaffMember[];
  readonly before: readonly StaffMember[];
}

/**
 * Tells the next rung of every check whose time has come. What one person is to hear is told together; the staff's room
 * hears the numbers where a rung has nobody, and from the second rung on.
 */
export async function climb(work: Work): Promise<void> {
  const { tx, community } = work;
  const due = await findDueChecks(tx, community.id, work.at);
  if (due.length === 0) return;
  const staff = await findStaff(tx, community.id);
  const taken: Taken[] = [];
  for (const check of due) {
    const step = await take(work, check, staff);
    if (step !== undefined) taken.push(step);
  }
  const heard = new Map<number, Taken[]>();
  for (const step of taken) {
    for (const { personId } of step.people) {
      if (personId !== null) heard.set(personId, [...(heard.get(personId) ?? []), step]);
    }
  }
  for (const [personId, steps] of heard) {
    const checks = steps.map(({ check }) => check);
    for (const text of alarmTexts(checks, before(work, steps))) {
      await work.post.toPerson(personId, text, alarm(work));
    }
  }
  const isForRoom = taken.filter(({ rung }) => isHeardInRoom(rung));
  for (const steps of groupBy(isForRoom, said).values()) {
    const [first] = steps;
    if (first === undefined) continue;
    const checks = steps.map(({ check }) => check);
    const since = first.isReminder ? sayMoment(earliestOf(checks), community.zone) : undefined;
    for (const text of roomTexts(checks, { ...first, grid: first.check.grid, since })) {
      await work.post.toStaffRoom(text, alarm(work));
    }
  }
}

/** Checks of which the room is told the same are told together. */
const said = ({ told, empty, isReminder, check }: Taken): string => {
  const namesGrid = told === 'grid-worker' || empty.includes('grid-worker');
  return [told, isReminder, namesGrid ? check.grid : '', ...empty].join(' ');
};

/** Takes one step of one check; undefined where another process has taken it. */
async function take(work: Work, check: WelfareCheck, staff: readonly StaffMember[]): Promise<Taken | undefined> {
  const { tx, community, at } = work;
  const { profile, zone } = community;
  const step = stepOf(check.rung, (rung) => onRung(staff, rung, check.grid).length > 0);
  const nextDue = nextStepDue(at, step.rung, check.stepMinutes, profile.proactiveHours, zone);
  if (!(await takeStep(tx, community.id, check, { rung: step.rung, nextDue }))) return undefined;
  const before = await toldOf(work, staff, check);
  const people = step.told === undefined ? [] : onRung(staff, step.told, check.grid);
  const names = people.map(({ name }) => name).join(BETWEEN_NAMES);
  const kind = `tell-${step.told ?? 'room'}`;
  await appendWelfareEvent(tx, community.id, eventOf(check, kind, 'bot', at, names));
  return { ...step, check, people, before };
}

const earliestOf = (checks: readonly WelfareCheck[]): Date =>
  new Date(Math.min(...checks.map(({ openedAt }) => openedAt.getTime())));

/** Who has been told of any of these before, and since when nobody has answered. */
function before({ community }: Work, steps: readonly Taken[]) {
  if (steps.every(({ check }) => check.rung === 0)) return undefined;
  const names = new Set(steps.flatMap((step) => step.before.map(({ name }) => name)));
  return {
    names: [...names].join('、'),
    since: sayMoment(earliestOf(steps.map(({ check }) => check)), community.zone),
  };
}
