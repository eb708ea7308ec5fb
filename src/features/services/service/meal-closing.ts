import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { isOffered } from '../rules/slots.ts';
import { findDeliveriesOn, findOrders } from '../store/meals.ts';
import type { MealOrder } from '../rules/meals.ts';
import { mealClosed, mealOpened } from '../texts/closing.ts';
import { type ClosingRefusal, keepClosure, openService } from './closing.ts';
import { tellNotCarried } from './meal-day.ts';
import { extendAndTell } from './meal-notices.ts';
import { callOff } from './meals.ts';
import { surroundingsOf } from './openings.ts';
import { tellPerson } from './tell.ts';

/**
 * Calls off a day's meals: everybody whose meal it was is told, and whoever has had the list already. Returns how many
 * that were.
 */
export async function stopMeals(
  work: Work,
  member: StaffMember,
  service: Service,
  day: string,
  reason: string,
): Promise<number | ClosingRefusal> {
  if (!isOffered(service, day, await surroundingsOf(work, service))) return 'closed-before';
  await keepClosure(work, member, service, { day, isOpen: false, reason });
  const planned = await findDeliveriesOn(work.tx, work.community.id, service.name, day, ['planned', 'listed']);
  const orders = await findOrders(
    work.tx,
    work.community.id,
    planned.map(({ orderNo }) => orderNo),
  );
  const off: MealOrder[] = [];
  for (const order of orders.values()) {
    if (await callOff(work, order, day, `staff:${member.id}`, ['planned', 'listed'])) off.push(order);
  }
  for (const order of off) await tellPerson(work, order, mealClosed(service.name, day, reason), { lane: 'reminder' });
  const listed = new Set(planned.filter(({ state }) => state === 'listed').map(({ orderNo }) => orderNo));
  await tellNotCarried(
    work,
    service,
    day,
    off.filter(({ no }) => listed.has(no)),
  );
  return off.length;
}

/** Brings the meals of a day again that was closed, to whoever it was called off for. Returns how many those are. */
export async function openMeals(
  work: Work,
  member: StaffMember,
  service: Service,
  day: string,
): Promise<number | ClosingRefusal> {
  const done = await openService(work, member, service, day);
  if (done !== true) return done;
  const again = (await extendAndTell(work)).filter(
    ({ order, planned }) => order.service === service.name && planned.includes(day),
  );
  for (const { order } of again) await tellPerson(work, order, mealOpened(order, day), { lane: 'reminder' });
  return again.length;
}
