import { audit } from '../../engine/audit/store.ts';
import type { StaffMember } from '../../engine/identity/people.ts';
import { findStaff } from '../../engine/identity/store.ts';
import type { PostOptions } from '../../engine/outbox/poster.ts';
import { LIFETIME } from '../../engine/outbox/rules.ts';
import type { Work } from '../../engine/work.ts';
import { later } from '../../kernel/clock.ts';
import { addDays, type Day, dayOf, daysBetween, daysFrom } from '../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { type DutyRefusal, GAP_AHEAD, JUST_ASKED, SWAP_HORIZON, turnOn } from './rules.ts';
import { endSwap, findAsked, findChanges, insertSwap, type Swap, voidSwaps, writeChange } from './store.ts';
import { notices } from './texts.ts';

/** A day and who is on duty then; nobody where the roster has a gap. */
export interface Duty {
  readonly day: Day;
  readonly member: StaffMember | undefined;
}

type Outcome<Value> = Promise<Result<Value, DutyRefusal>>;

export const today = (work: Work): Day => dayOf(work.at, work.community.zone);

/** The roster of some days: the profile's turns, and what was changed since. */
export async function readDuties(work: Work, from: Day, count: number): Promise<readonly Duty[]> {
  const { tx, community } = work;
  const staff = await findStaff(tx, community.id);
  const days = daysFrom(from, count);
  const changes = new Map(
    (await findChanges(tx, community.id, from, days.at(-1) ?? from)).map((change) => [change.day, change.staffId]),
  );
  const { window: names, turn } = community.profile.duty;
  return days.map((day) => {
    const changed = changes.get(day);
    const member =
      changed === undefined
        ? staff.find(({ name }) => name === turnOn({ names, turn }, day))
        : staff.find(({ id }) => id === changed);
    return { day, member };
  });
}

/** Who is on duty on one day. */
export async function readDuty(work: Work, day: Day): Promise<Duty> {
  const [duty] = await readDuties(work, day, 1);
  return duty ?? { day, member: undefined };
}

async function ownDuty(work: Work, member: StaffMember, day: Day): Outcome<Duty> {
  if (day < today(work)) return refuse({ code: 'past' });
  const duty = await readDuty(work, day);
  return duty.member?.id === member.id ? accept(duty) : refuse({ code: 'not-yours', name: duty.member?.name });
}

const noticeOptions = (work: Work): PostOptions => ({
  lane: 'staff',
  keepsHours: true,
  expiresAt: later(work.at, LIFETIME.staff),
});

/** Asks a colleague to take a day of one's own; the colleague's next day after today is taken in return. */
export async function askSwap(work: Work, member: StaffMember, day: Day, name: string): Outcome<Swap> {
  const { tx, community, at } = work;
  const own = await ownDuty(work, member, day);
  if (!own.ok) return own;
  const names = community.profile.duty.window.filter((one) => one !== member.name);
  const other = (await findStaff(tx, community.id)).find((one) => one.name === name && names.includes(name));
  if (other === undefined) return refuse({ code: 'no-such-colleague', names });
  if (other.personId === null) return refuse({ code: 'not-paired', name });
  const ahead = await readDuties(work, addDays(today(work), 1), SWAP_HORIZON);
  const inReturn = ahead.find((duty) => duty.member?.id === other.id && duty.day !== day);
  if (inReturn === undefined) return refuse({ code: 'nothing-in-return', name });
  await voidSwaps(tx, community.id, day, at);
  const swap = { day, dayInReturn: inReturn.day, fromId: member.id, toId: other.id };
  await insertSwap(tx, community.id, swap, at);
  await work.post.toPerson(other.personId, notices.asked(member, swap), noticeOptions(work));
  return accept({ ...swap, id: 0 });
}

/** The one swap that somebody is asked about; of several the one of that day. */
async function findOneAsked(work: Work, member: StaffMember, day: Day | undefined): Outcome<Swap> {
  const asked = await findAsked(work.tx, work.community.id, member.id, today(work));
  const meant = day === undefined ? asked : asked.filter((swap) => swap.day === day || swap.dayInReturn === day);
  const [first, ...others] = meant;
  if (first === undefined) return refuse({ code: 'nothing-asked' });
  return others.length === 0 ? accept(first) : refuse({ code: 'several-asked', days: meant.map((swap) => swap.day) });
}

/** Whether a colleague has just asked somebody; later 好 is said to something else. */
export async function isJustAsked(work: Work, member: StaffMember): Promise<boolean> {
  const since = later(work.at, -JUST_ASKED);
  return (await findAsked(work.tx, work.community.id, member.id, today(work), since)).length > 0;
}

async function tellAsker(work: Work, swap: Swap, text: ReturnType<typeof notices.refused>): Promise<void> {
  const asker = (await findStaff(work.tx, work.community.id)).find((one) => one.id === swap.fromId);
  if (asker !== undefined && asker.personId !== null) {
    await work.post.toPerson(asker.personId, text, noticeOptions(work));
  }
}

/** Agrees to what a colleague has asked: both days change hands, and the staff's room hears it. */
export async function agreeSwap(work: Work, member: StaffMember, day: Day | undefined): Outcome<Swap> {
  const { tx, community, at } = work;
  const found = await findOneAsked(work, member, day);
  if (!found.ok) return found;
  const swap = found.value;
  const given = await readDuty(work, swap.day);
  const returned = await readDuty(work, swap.dayInReturn);
  if (given.member?.id !== swap.fromId || returned.member?.id !== member.id) {
    await endSwap(tx, community.id, swap.id, 'void', at);
    return refuse({ code: 'roster-changed' });
  }
  if (!(await endSwap(tx, community.id, swap.id, 'agreed', at))) return refuse({ code: 'nothing-asked' });
  await writeChange(tx, community.id, swap.day, member.id, at);
  await writeChange(tx, community.id, swap.dayInReturn, swap.fromId, at);
  await voidSwaps(tx, community.id, swap.day, at);
  await voidSwaps(tx, community.id, swap.dayInReturn, at);
  await audit(work, { actor: `staff:${member.id}`, action: 'swap-duty', subject: `duty:${swap.day}` });
  await work.post.toStaffRoom(notices.swapped(given.member, member, swap), noticeOptions(work));
  await tellAsker(work, swap, notices.agreed(member, swap));
  return accept(swap);
}

/** Declines what a colleague has asked; the roster stays. */
export async function refuseSwap(work: Work, member: StaffMember, day: Day | undefined): Outcome<Swap> {
  const found = await findOneAsked(work, member, day);
  if (!found.ok) return found;
  await endSwap(work.tx, work.community.id, found.value.id, 'refused', work.at);
  await tellAsker(work, found.value, notices.refused(member, found.value));
  return found;
}

/** The roster of those of the days that have not gone by. */
async function dutiesAhead(work: Work, days: readonly Day[]): Promise<readonly Duty[]> {
  const ahead = days.filter((day) => day >= today(work));
  const [first] = ahead;
  if (first === undefined) return [];
  const duties = await readDuties(work, first, daysBetween(first, ahead.at(-1) ?? first).length);
  return duties.filter(({ day }) => ahead.includes(day));
}

async function change(work: Work, member: StaffMember, duties: readonly Duty[], to: number | null): Promise<void> {
  const action = to === null ? 'leave-duty' : 'cover-duty';
  for (const { day } of duties) {
    await writeChange(work.tx, work.community.id, day, to, work.at);
    if (to === null) await voidSwaps(work.tx, work.community.id, day, work.at);
    await audit(work, { actor: `staff:${member.id}`, action, subject: `duty:${day}` });
  }
}

/** Gives one's own of those days up; the staff's room hears of the gap, at once where it is near. Answers with them. */
export async function takeLeave(work: Work, member: StaffMember, days: readonly Day[]): Outcome<readonly Day[]> {
  const ahead = await dutiesAhead(work, days);
  const own = ahead.filter((duty) => duty.member?.id === member.id);
  const [first, ...others] = ahead;
  if (first === undefined) return refuse({ code: 'past' });
  if (own.length === 0 && others.length > 0) return refuse({ code: 'none-yours' });
  if (own.length === 0) return refuse({ code: 'not-yours', name: first.member?.name });
  await change(work, member, own, null);
  const left = own.map(({ day }) => day);
  await work.post.toStaffRoom(notices.onLeave(member, left), noticeOptions(work));
  return accept(left);
}

/** Takes those of the days on that nobody has. Answers with them. */
export async function coverDuty(work: Work, member: StaffMember, days: readonly Day[]): Outcome<readonly Day[]> {
  const ahead = await dutiesAhead(work, days);
  const gaps = ahead.filter((duty) => duty.member === undefined);
  const [first, ...others] = ahead;
  if (first === undefined) return refuse({ code: 'past' });
  if (gaps.length === 0 && others.length > 0) return refuse({ code: 'no-gaps' });
  if (gaps.length === 0) return refuse({ code: 'no-gap', name: first.member?.name ?? '' });
  await change(work, member, gaps, member.id);
  const covered = gaps.map(({ day }) => day);
  await work.post.toStaffRoom(notices.covered(member, covered), noticeOptions(work));
  return accept(covered);
}

/** Tells the staff's room and the secretary of the days ahead on which nobody is there. Answers whether there are any. */
export async function tellGaps(work: Work): Promise<boolean> {
  const gaps = (await readDuties(work, today(work), GAP_AHEAD + 1)).filter((duty) => duty.member === undefined);
  for (const { day } of gaps) {
    await work.post.toStaffRoom(notices.gap(day), noticeOptions(work));
    const secretary = (await findStaff(work.tx, work.community.id)).find(({ role }) => role === 'secretary');
    if (secretary !== undefined && secretary.personId !== null) {
      await work.post.toPerson(secretary.personId, notices.gap(day), noticeOptions(work));
    }
  }
  return gaps.length > 0;
}
