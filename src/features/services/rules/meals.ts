import { addDays, type Day, dayOf, momentAt, weekdayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Who } from './booking.ts';
import { isOffered, type Surroundings } from './slots.ts';
import { MEAL_TIMES } from './vocabulary.ts';

export const MEAL_ORDER_STATES = ['active', 'ended'] as const;
export type MealOrderState = (typeof MEAL_ORDER_STATES)[number];

/** From the day's list to the door. `off` is a meal that was called off in time. */
export const DELIVERY_STATES = ['planned', 'listed', 'delivered', 'unopened', 'off'] as const;
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

/** The days from today to the horizon on which an order is to be brought and that can still be changed. */
export function mealDays(service: Service, order: MealDays, around: Surroundings): readonly Day[] {
  const { at, zone } = around;
  const today = dayOf(at, zone);
  const days = Array.from({ length: service.horizon + 1 }, (_, ahead) => addDays(today, ahead));
  return days.filter(
    (day) =>
      day >= order.from &&
      (order.to === null || day <= order.to) &&
      order.weekdays.includes(weekdayOf(day)) &&
      isOffered(service, day, around) &&
      at < listDue(service, day, zone),
  );
}

/** The days that are left of an order that ends, from today on; undefined for one that goes on until it is stopped. */
export function daysLeft({ weekdays, from, to }: MealDays, today: Day): readonly Day[] | undefined {
  if (to === null) return undefined;
  const days: Day[] = [];
  for (let day = from < today ? today : from; day <= to; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}

const NOON = 720;

/** Until when a meal has to be handed over; later, somebody goes to look. */
export function confirmDue(service: Service, day: Day, zone: string): Date | null {
  if (service.welfareCheck === undefined) return null;
  const named = MEAL_TIMES.find(([said]) => said.test(service.meal ?? ''))?.[1] ?? NOON;
  const served = service.hours.at(-1)?.to ?? named;
  return momentAt(day, served + service.welfareCheck, zone);
}
