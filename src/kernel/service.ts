import { type Calendar, isHoliday, nthWorkingDay } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import type { DayHours } from './hours.ts';

/** On which days a service is offered. Weekdays are 0 = Sunday … 6 = Saturday. */
export type ServiceDays =
  | { readonly kind: 'daily' }
  | { readonly kind: 'workdays' }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
  /** Days of the month; one that is a rest day is given up, or with `isMoved` made up for on the next working day. */
  | { readonly kind: 'dates'; readonly dates: readonly number[]; readonly isMoved: boolean };

export type QuotaPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How often one person may have it. */
export interface Quota {
  readonly times: number;
  readonly per: QuotaPeriod;
}

/** Until when something can be said for a day: minutes since midnight of so many days before it. */
export interface Cutoff {
  readonly daysBefore: number;
  readonly minutes: number;
}

/** Something that the community offers by appointment, or brings to the door every day, as its profile says it. */
export interface Service {
  readonly name: string;
  /** Other words by which residents mean it. */
  readonly words: readonly string[];
  readonly place: 'home' | 'office' | 'window';
  /** The age from which on somebody may have it; undefined for everybody. */
  readonly leastAge: number | undefined;
  readonly days: ServiceDays;
  /** When it is offered, and how many minutes one turn takes; a meal has neither. */
  readonly hours: DayHours;
  readonly slot: number;
  /** How many at one time; of a meal, how many a day. */
  readonly capacity: number;
  readonly quota: Quota | undefined;
  /** Minutes between two turns: on foot from door to door. */
  readonly buffer: number;
  /** `午餐`; undefined for what is no meal. */
  readonly meal: string | undefined;
  readonly cutoff: Cutoff | undefined;
  /** Standing orders are taken. */
  readonly isRecurring: boolean;
  /** After so many minutes the next one is told that nobody has seen the person; undefined where nobody looks after it. */
  readonly welfareCheck: number | undefined;
  readonly bring: readonly string[];
  /** Whom to call or ask instead: the authority's own line. */
  readonly official: string | undefined;
  /** Who does it, where that is always the same member of the staff. */
  readonly staff: string | undefined;
  /** Minutes before its start until which it can be booked. */
  readonly notice: number;
  /** Minutes before its start until which whoever booked can cancel or move it themselves. */
  readonly changeBy: number;
  /** Days ahead until which it can be booked. */
  readonly horizon: number;
}

const LONGEST_MOVE = 12;

/** Whether a service is offered on a day by its own rule; what staff close or open besides is not known here. */
export function isServiceDay(days: ServiceDays, day: Day, calendar: Calendar): boolean {
  switch (days.kind) {
    case 'daily':
      return true;
    case 'workdays':
      return !calendar.isRestDay(day);
    case 'weekdays':
      return days.weekdays.includes(weekdayOf(day)) && !isHoliday(calendar, day);
    case 'dates':
      return days.isMoved
        ? isMovedTo(days.dates, day, calendar)
        : days.dates.includes(Number(day.slice(8))) && !isHoliday(calendar, day);
  }
}

/** A date is kept on itself, or on the first working day after it. */
function isMovedTo(dates: readonly number[], day: Day, calendar: Calendar): boolean {
  if (calendar.isRestDay(day)) return false;
  for (let back = 0; back <= LONGEST_MOVE; back += 1) {
    const from = addDays(day, -back);
    if (!dates.includes(Number(from.slice(8)))) continue;
    const kept = calendar.isRestDay(from) ? nthWorkingDay(calendar, from, 1).day : from;
    if (kept === day) return true;
  }
  return false;
}

/** The starts of a day's turns in minutes since midnight: one turn and its buffer after the other, in each span of the hours. */
export function startsOfDay({ hours, slot, buffer }: Pick<Service, 'hours' | 'slot' | 'buffer'>): readonly number[] {
  const starts: number[] = [];
  for (const { from, to } of hours) {
    for (let start = from; start + slot <= to; start += slot + buffer) starts.push(start);
  }
  return starts;
}

/** The name of the period in which a day lies, for counting by it: `2026-11`, `2026-Q4`, `week 2026-11-23`. */
export function periodOf(day: Day, per: QuotaPeriod): string {
  switch (per) {
    case 'day':
      return day;
    case 'week':
      return `week ${addDays(day, -((weekdayOf(day) + 6) % 7))}`;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return day.slice(0, 4);
  }
}
