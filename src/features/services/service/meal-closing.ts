import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { findDeliveriesOn, findOrders } from '../store/meals.ts';
import type { MealOrder } from '../rules/meals.ts';
import { mealClosed, mealOpened } from '../texts/closing.ts';
import { tellNotCarried } from './meal-day.ts';
import { extendAndTell } from './meal-notices.ts';
import { callOff } from './meals.ts';
import { tellPerson } from './tell.ts';

/**
 * Calls off the meals of a day that was closed: everybody whose meal it was is told, and whoever has had the list already. Returns how many
 * that were.
 */
export async function stopMeals(
  work: Work,
  member: StaffMember,
  service: Service,
  day: string,
  reason: string,
): Promise<number> {
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

/** Brings the meals of days that were opened, to whoever they were called off for. Returns how many meals those are. */
export async function bringAgain(work: Work, service: Service, days: readonly string[]): Promise<number> {
  let count = 0;
  for (const { order, planned } of await extendAndTell(work)) {
    if (order.service !== service.name) continue;
    for (const day of planned.filter((one) => days.includes(one))) {
      await tellPerson(work, order, mealOpened(order, day), { lane: 'reminder' });
      count += 1;
    }
  }
  return count;
}
