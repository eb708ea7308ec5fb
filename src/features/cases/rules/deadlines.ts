import { type Calendar, nthWorkingDay } from '../../../kernel/calendar.ts';
import type { Category } from '../../../kernel/category.ts';
import { DAY, earliest, HOUR, later, MINUTE } from '../../../kernel/clock.ts';
import { type DayHours, nextOpening } from '../../../kernel/hours.ts';
import { addDays, type Day, dayOf, momentAt } from '../../../kernel/moment.ts';

/** How long the reporter may take a case back. */
export const WITHDRAWAL = 10 * MINUTE;
/** How long after a case photos and corrections without a number belong to it. */
export const RECENT = 10 * MINUTE;
export const PHOTO_WINDOW = 5 * MINUTE;
/** Silence after which a settled case is closed; counted apart from those that a resident has confirmed. */
export const SILENCE = 7 * DAY;
/** Marks from here on count as satisfied; below it somebody else calls back. */
export const SATISFIED_FROM = 3;
/** Working days within which somebody else calls back. */
export const CALL_BACK_DAYS = 3;
/** Hours to the first contact where somebody may be in danger: those of lifts and of safety. */
const URGENT_HOURS = 2;
/** Office time ends the day on which something is due: 18:00. */
const END_OF_DAY = 18 * 60;

/** What the calendar and the office's hours say about deadlines. */
export interface Clockwork {
  readonly calendar: Calendar;
  readonly officeHours: DayHours;
  readonly zone: string;
}

/**
 * When a human has to have made contact. Lift, safety and utilities: hours by the wall clock. The others: hours of working
 * days, from the next opening of the office on, and never due while it is closed.
 */
export function contactDue(category: Category, filedAt: Date, { calendar, officeHours, zone }: Clockwork): Date {
  if (category.contactClock === 'wall') return later(filedAt, category.contactHours * HOUR);
  const isWorkingDay = (day: Day): boolean => !calendar.isRestDay(day);
  let at = nextOpening(officeHours, filedAt, zone, isWorkingDay);
  let left = category.contactHours * HOUR;
  for (;;) {
    const day = dayOf(at, zone);
    const midnight = momentAt(addDays(day, 1), 0, zone);
    const untilMidnight = midnight.getTime() - at.getTime();
    if (isWorkingDay(day)) {
      if (left < untilMidnight) break;
      left -= untilMidnight;
    }
    at = midnight;
  }
  return nextOpening(officeHours, later(at, left), zone, isWorkingDay);
}

/** Where somebody may be in danger, a human makes contact within two hours at any time of the day, or sooner by category. */
export function urgentContactDue(category: Category, filedAt: Date, clockwork: Clockwork): Date {
  return earliest(contactDue(category, filedAt, clockwork), later(filedAt, URGENT_HOURS * HOUR)) ?? filedAt;
}

/** 18:00 on the nth working day after a moment; provisional where the calendar on the way is not published. */
export function dueAfterWorkingDays(
  days: number,
  from: Date,
  { calendar, zone }: Clockwork,
): { readonly due: Date; readonly provisional: boolean } {
  const { day, provisional } = nthWorkingDay(calendar, dayOf(from, zone), days);
  return { due: momentAt(day, END_OF_DAY, zone), provisional };
}

/** The time that a reopened case gets: half of the original, rounded up to whole working days. */
export function daysAfterReopening(resolveDays: number): number {
  return Math.max(1, Math.ceil(resolveDays / 2));
}
