import { type DayHours, isWithinHours, nextOpening } from '../../../kernel/hours.ts';
import { dayOf, minutesOf, momentAt } from '../../../kernel/moment.ts';

/** Where somebody stands who waits for whatever becomes free. */
export const WAITING_STATES = ['waiting', 'offered', 'taken', 'lapsed', 'left'] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

/** How long an offer stands, in minutes in which the community is awake. */
export const OFFER_MINUTES = 120;

const MINUTE = 60_000;
const MOST_SPANS = 10;

/**
 * The moment until which an offer made at `at` stands: so many minutes of the community's own hours, and the start of
 * what is offered at the latest.
 */
export function offerEnd(at: Date, startsAt: Date, hours: DayHours, zone: string): Date {
  let from = nextOpening(hours, at, zone);
  let left = OFFER_MINUTES;
  for (let spans = 0; spans < MOST_SPANS; spans += 1) {
    const minutes = minutesOf(from, zone);
    const span = hours.find((one) => one.from <= minutes && minutes < one.to);
    const closes = momentAt(dayOf(from, zone), span?.to ?? minutes, zone);
    const end = new Date(from.getTime() + left * MINUTE);
    if (end <= closes) return end < startsAt ? end : startsAt;
    left -= (closes.getTime() - from.getTime()) / MINUTE;
    from = nextOpening(hours, closes, zone);
    if (from >= startsAt) return startsAt;
  }
  return startsAt;
}

/** The eve of a day, in minutes since midnight: when tomorrow's appointments are remembered. */
const EVE_MINUTES = 18 * 60;
/** How long before its start an appointment is remembered once more. */
const SOON = 120 * MINUTE;

/** When somebody is reminded: the evening before, and two hours before or as soon as the community is awake; null for never. */
export function remindersFor(
  day: string,
  dayBefore: string,
  startsAt: Date,
  at: Date,
  hours: DayHours,
  zone: string,
): { readonly eveDue: Date | null; readonly soonDue: Date | null } {
  const eve = momentAt(dayBefore, EVE_MINUTES, zone);
  const early = new Date(startsAt.getTime() - SOON);
  const soon = isWithinHours(hours, early, zone) ? early : nextOpening(hours, early, zone);
  const isSoon = soon > at && soon < startsAt && dayOf(soon, zone) === day;
  return { eveDue: eve > at ? eve : null, soonDue: isSoon ? soon : null };
}
