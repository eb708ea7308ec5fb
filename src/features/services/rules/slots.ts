import type { Calendar } from '../../../kernel/calendar.ts';
import { millisecondsOf } from '../../../kernel/day.ts';
import { addDays, type Day, dayOf, daysBetween, momentAt } from '../../../kernel/moment.ts';
import { isServiceDay, type Service, startsOfDay } from '../../../kernel/service.ts';
import type { Slot } from './booking.ts';

/** What openings depend on besides the service itself. `closures`: days that staff have closed (false) or opened (true). */
export interface Surroundings {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly at: Date;
  readonly closures: ReadonlyMap<Day, boolean>;
}

/** Why nothing can be booked then. */
export type SlotProblem = 'past' | 'too-soon' | 'too-far' | 'closed' | 'not-offered' | 'no-turn' | 'full';

const MINUTE = 60_000;

/** Whether a service is offered on a day: what staff have said of the day, else the profile's rule. */
export function isOffered(service: Service, day: Day, { calendar, closures }: Surroundings): boolean {
  return closures.get(day) ?? isServiceDay(service.days, day, calendar);
}

/** The moment from which on a turn can no longer be booked. */
export function bookableUntil(service: Service, { day, start }: Slot, zone: string): Date {
  if (service.cutoff !== undefined) {
    return momentAt(addDays(day, -service.cutoff.daysBefore), service.cutoff.minutes, zone);
  }
  return new Date(momentAt(day, start, zone).getTime() - service.notice * MINUTE);
}

/** The last day that can be booked today. */
export function lastDay(service: Service, { at, zone }: Surroundings): Day {
  return addDays(dayOf(at, zone), service.horizon);
}

/** Why a day cannot be booked at all; undefined when it can. */
export function dayProblem(service: Service, day: Day, around: Surroundings): SlotProblem | undefined {
  if (day < dayOf(around.at, around.zone)) return 'past';
  if (day > lastDay(service, around)) return 'too-far';
  if (isOffered(service, day, around)) return undefined;
  return around.closures.get(day) === false ? 'closed' : 'not-offered';
}

/** Of the days, or of all that can be booked where none is said, those on which a turn can still be booked. */
export function daysOffered(service: Service, days: readonly Day[], around: Surroundings): readonly Day[] {
  const asked = days.length > 0 ? days : daysBetween(dayOf(around.at, around.zone), lastDay(service, around));
  return asked.filter((day) => turnsOf(service, day, around).length > 0);
}

/** The turns of a day that can still be booked, if there is a seat. */
export function turnsOf(service: Service, day: Day, around: Surroundings): readonly Slot[] {
  if (dayProblem(service, day, around) !== undefined) return [];
  return startsOfDay(service)
    .map((start) => ({ day, start }))
    .filter((slot) => around.at < bookableUntil(service, slot, around.zone));
}

/** Why one turn cannot be booked, seats left aside. */
export function slotProblem(service: Service, slot: Slot, around: Surroundings): SlotProblem | undefined {
  const wrongDay = dayProblem(service, slot.day, around);
  if (wrongDay !== undefined) return wrongDay;
  if (momentAt(slot.day, slot.start, around.zone) <= around.at) return 'past';
  if (!startsOfDay(service).includes(slot.start)) return 'no-turn';
  return around.at < bookableUntil(service, slot, around.zone) ? undefined : 'too-soon';
}

/** What is wished: days (none: any), and minutes from … up to, not with, to. An exact time has `to` undefined. */
export interface Wish {
  readonly days: readonly Day[];
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export const ANY: Wish = { days: [], from: undefined, to: undefined };

const fitsTime = ({ start }: Slot, { from, to }: Wish): boolean =>
  from === undefined || (to === undefined ? start === from : from <= start && start < to);

/** Whether a wish names one turn: a day and a time on the clock. */
export function exactSlot({ days, from, to }: Wish): Slot | undefined {
  const [day, ...others] = days;
  if (day === undefined || others.length > 0 || from === undefined || to !== undefined) return undefined;
  return { day, start: from };
}

/** The wish for one turn and no other. */
export const wishFor = ({ day, start }: Slot): Wish => ({ days: [day], from: start, to: undefined });

/** A choice of five shows more than one day. */
const MOST_A_DAY = 3;

/** The turns that fit the wish and have a seat, the earliest first. `isFree` knows the seats. */
export function freeTurns(
  service: Service,
  wish: Wish,
  around: Surroundings,
  isFree: (slot: Slot) => boolean,
  most: number,
): readonly Slot[] {
  const found: Slot[] = [];
  const today = dayOf(around.at, around.zone);
  const days = wish.days.length > 0 ? wish.days : daysBetween(today, lastDay(service, around));
  const perDay = days.length === 1 ? most : MOST_A_DAY;
  for (const day of days) {
    const turns = turnsOf(service, day, around).filter((slot) => fitsTime(slot, wish) && isFree(slot));
    found.push(...turns.slice(0, perDay));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/**
 * The free turns that are nearest to a wish, the earliest first: those of its own days, where there are any, else by
 * their day, and then by their time.
 */
export function nearestTurns(
  service: Service,
  { days, from, to }: Wish,
  around: Surroundings,
  isFree: (slot: Slot) => boolean,
  most: number,
): readonly Slot[] {
  const minutesAway = ({ start }: Slot): number =>
    from === undefined ? 0 : Math.max(from - start, start - (to ?? from), 0);
  const nearestOf = (day: Day, count: number): readonly Slot[] =>
    turnsOf(service, day, around)
      .filter(isFree)
      .toSorted((a, b) => minutesAway(a) - minutesAway(b))
      .slice(0, count);
  const found = days.flatMap((day) => nearestOf(day, days.length === 1 ? most : MOST_A_DAY));
  if (found.length === 0) {
    const offered = daysBetween(dayOf(around.at, around.zone), lastDay(service, around));
    for (const day of offered.toSorted((a, b) => daysAway(a, days) - daysAway(b, days))) {
      if (found.length >= most) break;
      found.push(...nearestOf(day, MOST_A_DAY));
    }
  }
  return found.slice(0, most).toSorted((a, b) => a.day.localeCompare(b.day) || a.start - b.start);
}

/** How far a day is from those that are wished; where none is, the earliest is the nearest. */
function daysAway(day: Day, days: readonly Day[]): number {
  if (days.length === 0) return 0;
  return Math.min(...days.map((wished) => Math.abs(millisecondsOf(day) - millisecondsOf(wished))));
}

/** Why nothing fits a wish: what is wrong with its one turn or its days, or that they are full. */
export function wishProblem(service: Service, wish: Wish, around: Surroundings): SlotProblem | undefined {
  const exact = exactSlot(wish);
  if (exact !== undefined) return slotProblem(service, exact, around) ?? 'full';
  const [first, ...others] = wish.days;
  if (first === undefined) return undefined;
  const wrong = dayProblem(service, first, around);
  if (wrong !== undefined && others.every((day) => dayProblem(service, day, around) !== undefined)) return wrong;
  const turns = wish.days.flatMap((day) => turnsOf(service, day, around));
  if (turns.length === 0) return 'too-soon';
  return turns.some((slot) => fitsTime(slot, wish)) ? 'full' : 'no-turn';
}
