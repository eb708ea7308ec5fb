import { audit } from '../../engine/audit/store.ts';
import { findRooms } from '../../engine/identity/store.ts';
import type { Room, StaffMember } from '../../engine/identity/people.ts';
import { LIFETIME } from '../../engine/outbox/rules.ts';
import type { Place, Work } from '../../engine/work.ts';
import { later } from '../../kernel/clock.ts';
import { dayOf, monthOf } from '../../kernel/moment.ts';
import { nextMonth } from '../../kernel/month.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { officeWords } from '../../kernel/text.ts';
import { type Broadcast, dropPlan, hasGoneOut, planBroadcast, releaseBroadcast } from '../broadcasts/feature.ts';
import {
  type Meeting,
  meetingOf,
  REMINDERS,
  type Reminder,
  reminderAt,
  reminderExpiry,
  reminderKey,
  takesTopics,
} from './rules.ts';
import { findArrangement, findTopics, insertTopic, saveArrangement, type Topic } from './store.ts';
import { type MeetingView, monthNumber, momentWords, REMINDER_TITLES, reminderText, texts } from './texts.ts';

/** The assembly of a month, as the profile rules it or the staff have arranged it. */
export async function readMeeting(work: Work, month: string): Promise<Meeting> {
  const { tx, community } = work;
  return meetingOf(month, community.profile.assembly, community.zone, await findArrangement(tx, community.id, month));
}

/** The assembly that comes next: this month's until it has begun, then the next month's. */
export async function nextMeeting(work: Work): Promise<Meeting> {
  const month = monthOf(dayOf(work.at, work.community.zone));
  const meeting = await readMeeting(work, month);
  return work.at < meeting.startsAt ? meeting : readMeeting(work, nextMonth(month));
}

export function viewOf({ community }: Pick<Work, 'community'>, meeting: Meeting): MeetingView {
  const { place, host } = community.profile.assembly;
  return { meeting, place: officeWords(place), host: officeWords(host), zone: community.zone };
}

/** The assembly is for residents, merchants and property companies. */
export async function audience(work: Work): Promise<readonly Room[]> {
  const rooms = await findRooms(work.tx, work.community.id);
  return rooms.filter((room) => room.kind === 'residents' || room.kind === 'merchants');
}

const audienceIds = async (work: Work): Promise<readonly number[]> => (await audience(work)).map((room) => room.id);

/** Gives a reminder its number, so that staff can stop it. */
export async function planReminder(work: Work, meeting: Meeting, reminder: Reminder): Promise<Broadcast> {
  const { profile, zone } = work.community;
  return planBroadcast(work, {
    key: reminderKey(meeting, reminder, zone),
    title: REMINDER_TITLES[reminder],
    rooms: await audienceIds(work),
    dueAt: reminderAt(meeting, reminder, profile.assembly, zone),
  });
}

/** Sends a reminder to every room, or tells the staff that it is too late. */
export async function remind(work: Work, meeting: Meeting, reminder: Reminder): Promise<'done' | 'skipped' | 'missed'> {
  const expiresAt = reminderExpiry(meeting, reminder, work.community.zone);
  if (work.at >= expiresAt) {
    await tellMissed(work, meeting, reminder);
    return 'missed';
  }
  const broadcast = await planReminder(work, meeting, reminder);
  const text = reminderText(reminder, viewOf(work, meeting));
  const released = await releaseBroadcast(work, broadcast, text, { lane: 'reminder', expiresAt });
  return released > 0 ? 'done' : 'skipped';
}

/** A reminder that nobody was awake to send. Staff can still say it themselves. */
export async function tellMissed(work: Work, meeting: Meeting, reminder: Reminder): Promise<void> {
  const { place, zone } = viewOf(work, meeting);
  const slots = {
    month: monthNumber(meeting.month),
    title: officeWords(REMINDER_TITLES[reminder]),
    at: momentWords(meeting.startsAt, zone),
    place,
  };
  await work.post.toStaffRoom(texts.missed(slots), {
    lane: 'staff',
    keepsHours: false,
    expiresAt: later(work.at, LIFETIME.staff),
    onceKey: `missed:${reminderKey(meeting, reminder, zone)}`,
  });
}

export type ChangeRefusal = 'begun' | 'past' | 'other-month';

export interface Changed {
  readonly meeting: Meeting;
  /** The reminders that are still to come. */
  readonly reminders: readonly Broadcast[];
  /** Set where rooms that had been reminded are told of the change. */
  readonly notice: Broadcast | undefined;
}

/** Moves the coming assembly within its month; a cancelled one takes place again. */
export async function moveMeeting(
  work: Work,
  staff: StaffMember,
  startsAt: Date,
): Promise<Result<Changed, ChangeRefusal>> {
  const { zone } = work.community;
  if (startsAt <= work.at) return refuse('past');
  const month = monthOf(dayOf(startsAt, zone));
  const thisMonth = monthOf(dayOf(work.at, zone));
  if (month !== thisMonth && month !== nextMonth(thisMonth)) return refuse('other-month');
  return arrange(work, staff, await readMeeting(work, month), { startsAt, cancelledAt: null });
}

/** Cancels the coming assembly. */
export async function cancelMeeting(work: Work, staff: StaffMember): Promise<Result<Changed, ChangeRefusal>> {
  const meeting = await nextMeeting(work);
  return arrange(work, staff, meeting, { startsAt: meeting.startsAt, cancelledAt: work.at });
}

async function arrange(
  work: Work,
  staff: StaffMember,
  before: Meeting,
  arrangement: { readonly startsAt: Date; readonly cancelledAt: Date | null },
): Promise<Result<Changed, ChangeRefusal>> {
  const { tx, community, at } = work;
  if (at >= before.startsAt && !before.isCancelled) return refuse('begun');
  await saveArrangement(tx, community.id, before.month, arrangement, at);
  await audit(work, {
    actor: `staff:${staff.id}`,
    action: arrangement.cancelledAt === null ? 'move-assembly' : 'cancel-assembly',
    subject: `assembly:${before.month}`,
    detail: arrangement.startsAt.toISOString(),
  });
  const meeting = meetingOf(before.month, community.profile.assembly, community.zone, arrangement);
  const wasTold = await dropReminders(work, before);
  const reminders = meeting.isCancelled ? [] : await planComingReminders(work, meeting);
  return accept({ meeting, reminders, notice: wasTold ? await announceChange(work, before, meeting) : undefined });
}

/** The reminders of a new date get their numbers at once, so that staff can stop them. */
async function planComingReminders(work: Work, meeting: Meeting): Promise<readonly Broadcast[]> {
  const { profile, zone } = work.community;
  const planned: Broadcast[] = [];
  for (const reminder of REMINDERS) {
    const dueAt = reminderAt(meeting, reminder, profile.assembly, zone);
    if (dueAt > work.at && dueAt < meeting.startsAt) planned.push(await planReminder(work, meeting, reminder));
  }
  return planned;
}

/** Drops the reminders of the old date; answers whether one of them had reached a room. */
async function dropReminders(work: Work, before: Meeting): Promise<boolean> {
  let wasTold = false;
  for (const reminder of REMINDERS) {
    const key = reminderKey(before, reminder, work.community.zone);
    if (await hasGoneOut(work, key)) wasTold = true;
    else await dropPlan(work, key);
  }
  return wasTold;
}

/** Whoever was invited to the old date must hear that it is off. */
async function announceChange(work: Work, before: Meeting, meeting: Meeting): Promise<Broadcast> {
  const { zone } = work.community;
  const notice = await planBroadcast(work, {
    key: `assembly:${meeting.month}:change:${work.at.toISOString()}`,
    title: REMINDER_TITLES.change,
    rooms: await audienceIds(work),
    dueAt: work.at,
  });
  const month = monthNumber(meeting.month);
  const text = meeting.isCancelled
    ? texts.cancelled({ month, at: momentWords(before.startsAt, zone) })
    : texts.moved({ month, at: momentWords(meeting.startsAt, zone) });
  const expiresAt = before.startsAt > work.at ? before.startsAt : meeting.startsAt;
  await releaseBroadcast(work, notice, text, { lane: 'reminder', expiresAt });
  return notice;
}

/** Keeps a resident's topic for the coming assembly; `isTaken` is false while none are. */
export async function handInTopic(
  work: Work,
  speaker: { readonly personId: number; readonly name: string },
  place: Place,
  words: string,
): Promise<{ readonly meeting: Meeting; readonly isTaken: boolean }> {
  const { tx, community, at } = work;
  const meeting = await nextMeeting(work);
  if (!takesTopics(meeting, community.profile.assembly, at, community.zone)) return { meeting, isTaken: false };
  const roomId = place.kind === 'room' ? place.room.id : null;
  await insertTopic(tx, community.id, { month: meeting.month, ...speaker, words, roomId }, at);
  return { meeting, isTaken: true };
}

/** The topics that were handed in for an assembly. */
export function readTopics(work: Work, meeting: Meeting): Promise<readonly Topic[]> {
  return findTopics(work.tx, work.community.id, meeting.month);
}
