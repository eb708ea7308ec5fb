import { addDays, type Day, dayFrom, weekdayOf } from '../day.ts';
import type { DaySpan } from './when.ts';

/** A month of the calendar, counted through the years: arithmetic on months is a sum. */
export type MonthIndex = number;

/** The index of a year's month (1 … 12). */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}

/** The month that the day is in. */
export function monthIndexOf(day: Day): MonthIndex {
  return monthIndex(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** That date of the month; undefined when it has none. */
export function dateOf(month: MonthIndex, date: number): Day | undefined {
  return dayFrom(Math.floor(month / 12), (month % 12) + 1, date);
}

/** The month's last day; undefined outside the years that `dayFrom` knows. */
export function lastDayOf(month: MonthIndex): Day | undefined {
  const next = dateOf(month + 1, 1);
  return next === undefined ? undefined : addDays(next, -1);
}

/** All days of the month. */
export function monthSpan(month: MonthIndex): DaySpan | undefined {
  const from = dateOf(month, 1);
  const to = lastDayOf(month);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The same date so many months later, or that month's last day where it is shorter: 31 January + 1 is 28 February. */
export function addMonths(day: Day, months: number): Day | undefined {
  const month = monthIndexOf(day) + months;
  return dateOf(month, Number(day.slice(8, 10))) ?? lastDayOf(month);
}

/** The month's nth such weekday; -1 is its last. Undefined when it has no fifth. */
export function nthWeekday(month: MonthIndex, nth: number, weekday: number): Day | undefined {
  const span = monthSpan(month);
  if (span === undefined) return undefined;
  if (nth < 0) return addDays(span.to, -((weekdayOf(span.to) - weekday + 7) % 7));
  const day = addDays(span.from, ((weekday - weekdayOf(span.from) + 7) % 7) + (nth - 1) * 7);
  return day <= span.to ? day : undefined;
}
