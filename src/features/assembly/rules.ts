import { addDays, dayOf, type Day, momentAt } from '../../kernel/moment.ts';

/** What the profile says about the monthly assembly. Times are minutes since midnight. */
export interface AssemblyRule {
  readonly day: number;
  readonly at: number;
  readonly eve: number;
  readonly sameDay: number;
  readonly topicsFrom: number;
}

/** When the staff are shown what will go out. */
export interface PreviewRule {
  readonly previewDay: number;
  readonly preview: number;
}

/** A month's own arrangement, where it differs from the rule. */
export interface Arrangement {
  readonly startsAt: Date;
  readonly cancelledAt: Date | null;
}

/** The assembly of one month. */
export interface Meeting {
  /** `2026-11` */
  readonly month: string;
  readonly startsAt: Date;
  readonly isCancelled: boolean;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day that a rule's number names in a month. */
function dayInMonth(month: string, day: number): Day {
  return `${month}-${twoDigits(day)}`;
}

/** The assembly is on the 10th of every month, rest day or not, unless this month was arranged otherwise. */
export function meetingOf(
  month: string,
  rule: AssemblyRule,
  zone: string,
  arrangement: Arrangement | undefined,
): Meeting {
  const startsAt = arrangement?.startsAt ?? momentAt(dayInMonth(month, rule.day), rule.at, zone);
  return { month, startsAt, isCancelled: arrangement !== undefined && arrangement.cancelledAt !== null };
}

/** The reminders, by what they are: the day before, and on the day. */
export const REMINDERS = ['eve', 'same-day'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** When a reminder of a meeting goes out. */
export function reminderAt(meeting: Meeting, reminder: Reminder, rule: AssemblyRule, zone: string): Date {
  const day = dayOf(meeting.startsAt, zone);
  return reminder === 'eve' ? momentAt(addDays(day, -1), rule.eve, zone) : momentAt(day, rule.sameDay, zone);
}

/** From when on a reminder would be wrong or useless: "tomorrow" ends at midnight, "today" when the meeting begins. */
export function reminderExpiry(meeting: Meeting, reminder: Reminder, zone: string): Date {
  return reminder === 'eve' ? momentAt(dayOf(meeting.startsAt, zone), 0, zone) : meeting.startsAt;
}

/** Whether topics are taken at a moment: from the 3rd of the month until the meeting begins. */
export function takesTopics(meeting: Meeting, rule: AssemblyRule, at: Date, zone: string): boolean {
  return !meeting.isCancelled && at >= topicsOpen(meeting, rule, zone) && at < meeting.startsAt;
}

/** When topics for a meeting are taken from. */
export function topicsOpen(meeting: Meeting, rule: AssemblyRule, zone: string): Date {
  return momentAt(dayInMonth(meeting.month, rule.topicsFrom), 0, zone);
}

/** The broadcast's key: one for each kind, month and day, so that a meeting that was moved is announced anew. */
export function reminderKey(meeting: Meeting, reminder: Reminder, zone: string): string {
  return `assembly:${meeting.month}:${dayOf(meeting.startsAt, zone)}:${reminder}`;
}

/** The moments of a month by the rule: preview, both reminders, and the meeting itself. */
export function momentsOf(month: string, rule: AssemblyRule & PreviewRule, zone: string): readonly Date[] {
  const meeting = meetingOf(month, rule, zone, undefined);
  const preview = momentAt(dayInMonth(month, rule.previewDay), rule.preview, zone);
  return [preview, ...REMINDERS.map((reminder) => reminderAt(meeting, reminder, rule, zone)), meeting.startsAt];
}
