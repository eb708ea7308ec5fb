import { later, MINUTE } from '../../../kernel/clock.ts';
import type { DayHours } from '../../../kernel/hours.ts';
import { addDays, type Day, dayOf, daysBetween, momentAt, weekdayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import type { Who } from './booking.ts';
import { isOffered, lastDay, type Surroundings } from './slots.ts';
import { MEAL_TIMES, OTHER_MEALS } from './vocabulary.ts';

export const MEAL_ORDER_STATES = ['active', 'ended'] as const;
export type MealOrderState = (typeof MEAL_ORDER_STATES)[number];

/** From the day's list to the door. `off` is a meal that was called off; of a `missed` one the list came too late. */
export const DELIVERY_STATES = ['planned', 'listed', 'delivered', 'unopened', 'off', 'missed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** On which days a meal is brought: weekdays (0 = Sunday) from one day on, to another or until it is stopped. */
export interface MealDays {
  readonly weekdays: readonly number[];
  readonly from: Day;
  readonly to: Day | null;
}

export interface MealOrder extends Who, MealDays {
  readonly no: number;
  readonly service: string;
  readonly state: MealOrderState;
  readonly personId: number;
  readonly name: string;
  readonly roomId: number | null;
  readonly grid: number | null;
  readonly consentAt: Date | null;
  readonly details: string | null;
  readonly orderedAt: Date;
  readonly endedAt: Date | null;
}

/** When a day's list is made: until then a meal can be ordered and called off. */
export function listDue(service: Service, day: Day, zone: string): Date {
  const { daysBefore, minutes } = service.cutoff ?? { daysBefore: 0, minutes: 0 };
  return momentAt(addDays(day, -daysBefore), minutes, zone);
}

/** Whether a day is one of an order's own, whatever is said of that day besides. */
export function isDayOf({ weekdays, from, to }: MealDays, day: Day): boolean {
  return day >= from && (to === null || day <= to) && weekdays.includes(weekdayOf(day));
}

/** Whether a service is brought on that day of the week at all; 0 = Sunday. */
function isOwnWeekday({ days }: Service, weekday: number): boolean {
  if (days.kind === 'weekdays') return days.weekdays.includes(weekday);
  return days.kind !== 'workdays' || (weekday >= 1 && weekday <= 5);
}

/** Without the weekdays on which a service is never brought: 每天 of what comes on working days is no Sunday. */
export function withinService(service: Service, order: MealDays): MealDays {
  const weekdays = order.weekdays.filter((day) => isOwnWeekday(service, day));
  // A weekend of which the office makes a working day may be ordered by its date.
  return order.to !== null || weekdays.length === 0 ? order : { ...order, weekdays };
}

/** The days from today to the horizon on which an order is to be brought and that can still be changed. */
export function mealDays(service: Service, order: MealDays, around: Surroundings): readonly Day[] {
  const { at, zone } = around;
  const today = dayOf(at, zone);
  const days = Array.from({ length: service.horizon + 1 }, (_, ahead) => addDays(today, ahead));
  return days.filter(
    (day) => isDayOf(order, day) && isOffered(service, day, around) && at < listDue(service, day, zone),
  );
}

/** The days that are left of an order that ends, from today on; undefined for one that goes on until it is stopped. */
export function daysLeft(order: MealDays, today: Day): readonly Day[] | undefined {
  const { from, to } = order;
  if (to === null) return undefined;
  const days: Day[] = [];
  for (let day = from < today ? today : from; day <= to; day = addDays(day, 1)) {
    if (isDayOf(order, day)) days.push(day);
  }
  return days;
}

/** So many days ahead may an order be made; what lies beyond the horizon is planned when it comes near. */
const FARTHEST = 92;
export const lastOrderDay = ({ at, zone }: Surroundings): Day => addDays(dayOf(at, zone), FARTHEST);

/** The days of an order which are too far off to be planned yet. */
export function daysBeyond(service: Service, order: MealDays, around: Surroundings): readonly Day[] {
  const first = addDays(lastDay(service, around), 1);
  const from = order.from > first ? order.from : first;
  const days = daysBetween(from, order.to ?? lastOrderDay(around), FARTHEST);
  return days.filter((day) => day <= lastOrderDay(around) && isDayOf(order, day) && isOffered(service, day, around));
}

/** Why nothing can be brought on any day of an order. */
export type MealProblem = 'too-late' | 'too-far' | 'not-served' | 'closed';

/** Why nothing can be brought on any day of an order; undefined where something can. */
export function mealProblem(service: Service, order: MealDays, around: Surroundings): MealProblem | undefined {
  if (mealDays(service, order, around).length + daysBeyond(service, order, around).length > 0) return undefined;
  const today = dayOf(around.at, around.zone);
  const from = order.from < today ? today : order.from;
  if (from > lastOrderDay(around)) return 'too-far';
  const days = daysBetween(from, order.to ?? lastOrderDay(around), FARTHEST);
  const asked = days.filter((day) => isDayOf(order, day));
  if (asked.length === 0 || asked.some((day) => isOffered(service, day, around))) return 'too-late';
  return asked.some((day) => isOwnWeekday(service, weekdayOf(day))) ? 'closed' : 'not-served';
}

const NOON = 720;

/** Whether the words name meals, and none of them is the one that is served: `今天晚上订餐` where it is lunch. */
export function namesOtherMeal(words: string, { meal = '' }: Service): boolean {
  const named = OTHER_MEALS.filter(([, said]) => said.test(fold(words)));
  return named.length > 0 && !named.some(([served]) => served.test(meal));
}

/** When a day's meal is on the table, in minutes since midnight. */
export function servedAt(service: Service): number {
  const named = MEAL_TIMES.find(([said]) => said.test(service.meal ?? ''))?.[1] ?? NOON;
  return service.hours.at(-1)?.to ?? named;
}

/** Until when a meal has to be handed over; later, somebody goes to look. */
export function confirmDue(service: Service, day: Day, zone: string): Date | null {
  if (service.welfareCheck === undefined) return null;
  return momentAt(day, servedAt(service) + service.welfareCheck, zone);
}

/** A list that is no later than this is in time. */
const IN_TIME = 10 * MINUTE;

/** How a day's list comes, and until when the meals of it are to be handed over; undefined: as soon as can be. */
export interface Timing {
  readonly comes: 'in-time' | 'late' | 'missed';
  readonly until: Date | undefined;
}

/**
 * How the list of a day comes that is made now. After the program was down it comes late, also when the meal should be on
 * the table by then: whoever carries it may know the doors, and somebody has to hear of those who ate nothing. Once the
 * day is over, or the hours of it in which people are told something, there is nothing left to carry.
 */
export function timingOf(service: Service, day: Day, at: Date, hours: DayHours, zone: string): Timing {
  const until = momentAt(day, servedAt(service), zone);
  if (at <= later(listDue(service, day, zone), IN_TIME)) return { comes: 'in-time', until };
  const isOver = at >= momentAt(day, hours.at(-1)?.to ?? 0, zone);
  return { comes: isOver ? 'missed' : 'late', until: at < until ? until : undefined };
}
