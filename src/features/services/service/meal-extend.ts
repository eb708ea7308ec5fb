import { z } from 'zod';
import type { Work } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { mealDays, type MealOrder } from '../rules/meals.ts';
import { isOffered } from '../rules/slots.ts';
import { findNotes } from '../store/bookings.ts';
import { endPastOrders, findActiveOrders, findDelivery, findPauses, findPlanned } from '../store/meals.ts';
import { note } from './book.ts';
import { callOff, planDay } from './meals.ts';
import { serviceNamed, surroundingsOf } from './openings.ts';

/** What became of an order's days since it was looked at last. */
export interface Extension {
  readonly order: MealOrder;
  /** The days that are planned now and were not before. */
  readonly planned: readonly string[];
  /** Of those, the ones that had been told to be full. */
  readonly found: readonly string[];
  /** The days that are full and have not been told yet. */
  readonly full: readonly string[];
  /** The days that were planned and on which nothing is brought any more: a holiday that was not known. */
  readonly closed: readonly string[];
}

/**
 * Plans what has come within the horizon since it was looked at last, what has become free meanwhile, and what the office
 * brings after all; calls off what is no day of the service any more. Orders whose last day is over end.
 */
export async function extendOrders(work: Work): Promise<readonly Extension[]> {
  const { tx, community, at } = work;
  await endPastOrders(tx, community.id, dayOf(at, community.zone), at);
  const done: Extension[] = [];
  for (const order of await findActiveOrders(tx, community.id)) {
    const service = serviceNamed(work, order.service);
    if (service !== undefined) done.push(await extend(work, service, order));
  }
  return done;
}

async function extend(work: Work, service: Service, order: MealOrder): Promise<Extension> {
  const { tx, community } = work;
  const around = await surroundingsOf(work, service);
  const closed: string[] = [];
  for (const { day } of await findPlanned(tx, community.id, order.no, '')) {
    if (!isOffered(service, day, around) && (await callOff(work, order, day, 'bot'))) closed.push(day);
  }
  const pauses = await findPauses(tx, community.id, order.no);
  const planned: string[] = [];
  const full: string[] = [];
  for (const day of mealDays(service, order, around)) {
    if (pauses.has(day)) continue;
    const delivery = await findDelivery(tx, community.id, order.no, day);
    // Without a pause, what is off was called off by the office, and may come again.
    if (delivery !== undefined && delivery.state !== 'off') continue;
    const is = await planDay(work, service, order, day);
    if (is === 'planned') planned.push(day);
    if (is === 'full') full.push(day);
  }
  const told = planned.length + full.length === 0 ? new Set<string>() : await findToldFull(work, order);
  const isNew = full.filter((day) => !told.has(day));
  const found = planned.filter((day) => told.has(day));
  if (isNew.length > 0) await note(work, order, 'full', 'bot', { days: isNew });
  if (found.length > 0) await note(work, order, 'found', 'bot', { days: found });
  return { order, planned, found, full: isNew, closed };
}

const daysNoted = z.object({ days: z.array(z.string()) });

/** The days of which whoever ordered has been told that they are full. */
async function findToldFull({ tx, community }: Work, { no }: MealOrder): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const { kind, detail } of await findNotes(tx, community.id, no, ['full', 'found'])) {
    for (const day of daysNoted.parse(detail).days) {
      if (kind === 'full') told.add(day);
      else told.delete(day);
    }
  }
  return told;
}
