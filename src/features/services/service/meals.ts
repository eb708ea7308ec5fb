import { returnNumber, takeNumber } from '../../../engine/community/store.ts';
import type { Work } from '../../../engine/work.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import type { Service } from '../../../kernel/service.ts';
import {
  confirmDue,
  daysBeyond,
  isDayOf,
  listDue,
  type MealDays,
  mealDays,
  type MealOrder,
  withinService,
} from '../rules/meals.ts';
import {
  deletePause,
  endMealOrder,
  findMealOrdersOf,
  findPlanned,
  insertMealOrder,
  insertPause,
  moveDelivery,
  planDelivery,
} from '../store/meals.ts';
import { dropQuotaOfDay, dropSeatsOf, takeQuota } from '../store/seats.ts';
import { note, type Order } from './book.ts';
import { serviceNamed, surroundingsOf } from './openings.ts';
import { takeSeat } from './seat.ts';

/** A meal has no time of day: its seat is one of the day's. */
const mealSlot = (day: string) => ({ day, start: 0 });
const shareOf = (day: string): string => `meal ${day}`;

/** Plans the meal of one day: one of the day's seats, and the only meal of that person on that day; or why not. */
export async function planDay(
  work: Work,
  service: Service,
  order: MealOrder,
  day: string,
): Promise<'planned' | 'full' | 'ordered-before'> {
  const { tx, community } = work;
  const { no, personId, beneficiary } = order;
  const share = { service: service.name, personId, beneficiary, period: shareOf(day), times: 1, bookingNo: no };
  if (!(await takeQuota(tx, community.id, share))) return 'ordered-before';
  const holder = { personId, kind: 'booked', bookingNo: no, expiresAt: null } as const;
  if (!(await takeSeat(work, service, mealSlot(day), holder))) {
    await dropQuotaOfDay(tx, community.id, no, shareOf(day));
    return 'full';
  }
  const { zone } = community;
  const moments = { listDue: listDue(service, day, zone), confirmDue: confirmDue(service, day, zone) };
  await planDelivery(tx, community.id, { orderNo: no, day, service: service.name, ...moments });
  return 'planned';
}

export interface Ordered {
  readonly order: MealOrder;
  /** The days on which it is brought, also those that are too far off to be planned yet, and those that were full. */
  readonly days: readonly string[];
  readonly full: readonly string[];
}

/** Orders meals for certain days, one a day for each person; of a standing order the days within the horizon are planned. */
export async function orderMeals(
  work: Work,
  service: Service,
  asked: MealDays,
  order: Order,
): Promise<Result<Ordered, 'full' | 'ordered-before'>> {
  const { tx, community, at } = work;
  const when = withinService(service, asked);
  const around = await surroundingsOf(work, service);
  const wanted = mealDays(service, when, around);
  const beyond = daysBeyond(service, when, around);
  // What is planned takes its share of a day; of what is not, their other orders tell.
  if (wanted.length === 0 && (await hasOrdered(work, service, order, beyond))) return refuse('ordered-before');
  const no = await takeNumber(tx, community.id, 'booking');
  const record: MealOrder = {
    ...order,
    ...when,
    no,
    service: service.name,
    state: 'active',
    orderedAt: at,
    endedAt: null,
  };
  const found = new Map<string, 'planned' | 'full' | 'ordered-before'>();
  for (const day of wanted) found.set(day, await planDay(work, service, record, day));
  const daysThat = (is: string): readonly string[] => wanted.filter((day) => found.get(day) === is);
  const days = daysThat('planned');
  if (days.length === 0 && wanted.length > 0) {
    await returnNumber(tx, community.id, 'booking', no);
    return refuse(daysThat('full').length > 0 ? 'full' : 'ordered-before');
  }
  const full = daysThat('full');
  await insertMealOrder(tx, community.id, record);
  await note(work, record, 'order', `person:${order.personId}`, { ...when });
  if (full.length > 0) await note(work, record, 'full', 'bot', { days: full });
  // Of one that goes on, what is planned tells enough, or the first day of it.
  const told = when.to === null && days.length > 0 ? [] : beyond.slice(0, when.to === null ? 1 : beyond.length);
  return accept({ order: record, days: [...days, ...told], full });
}

async function hasOrdered(
  { tx, community }: Work,
  { name }: Service,
  { personId, beneficiary }: Order,
  days: readonly string[],
): Promise<boolean> {
  const orders = await findMealOrdersOf(tx, community.id, personId);
  const same = orders.filter((one) => one.service === name && one.beneficiary === beneficiary);
  return days.every((day) => same.some((one) => isDayOf(one, day)));
}

/** Calls off the meal of one day: it is free for somebody else. Only the office does so once the day's list is made. */
export async function callOff(
  work: Work,
  order: MealOrder,
  day: string,
  actor: string,
  from: readonly ('planned' | 'listed')[] = ['planned'],
): Promise<boolean> {
  const { tx, community, at } = work;
  const isOff = await moveDelivery(tx, community.id, { orderNo: order.no, day }, from, 'off', actor, at);
  if (!isOff) return false;
  await dropSeatsOf(tx, community.id, order.no, mealSlot(day));
  await dropQuotaOfDay(tx, community.id, order.no, shareOf(day));
  return true;
}

/**
 * Stops the meals of some days; says which were stopped and for which it is too late, the day's list being made. Days that
 * are none of the order's are left out: 下周 does not name a Sunday.
 */
export async function pauseMeals(
  work: Work,
  order: MealOrder,
  days: readonly string[],
  actor: string,
): Promise<{ readonly stopped: readonly string[]; readonly late: readonly string[] }> {
  const { tx, community, at } = work;
  const service = serviceNamed(work, order.service);
  const stopped: string[] = [];
  const late: string[] = [];
  for (const day of days.filter((one) => isDayOf(order, one))) {
    if (service !== undefined && at >= listDue(service, day, community.zone)) {
      late.push(day);
      continue;
    }
    await insertPause(tx, community.id, order.no, day);
    await callOff(work, order, day, actor);
    stopped.push(day);
  }
  if (stopped.length > 0) await note(work, order, 'pause', actor, { days: stopped });
  return { stopped, late };
}

/** Takes pauses back. */
export async function resumeMeals(
  work: Work,
  order: MealOrder,
  days: readonly string[],
  actor: string,
): Promise<{ readonly resumed: readonly string[]; readonly refused: readonly string[] }> {
  const service = serviceNamed(work, order.service);
  const open = service === undefined ? [] : mealDays(service, order, await surroundingsOf(work, service));
  const resumed: string[] = [];
  for (const day of days) {
    if (service === undefined || !open.includes(day)) continue;
    await deletePause(work.tx, work.community.id, order.no, day);
    const planned = await planDay(work, service, order, day);
    if (planned !== 'full') resumed.push(day);
  }
  if (resumed.length > 0) await note(work, order, 'resume', actor, { days: resumed });
  return { resumed, refused: days.filter((day) => !resumed.includes(day)) };
}

/** Ends an order; a meal whose list is made already still comes. */
export async function endMeals(work: Work, order: MealOrder, actor: string): Promise<boolean> {
  const { tx, community, at } = work;
  if (!(await endMealOrder(tx, community.id, order.no, at))) return false;
  for (const { day } of await findPlanned(tx, community.id, order.no, '')) await callOff(work, order, day, actor);
  await note(work, order, 'end', actor);
  return true;
}
