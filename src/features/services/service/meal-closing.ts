import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { isOffered } from '../rules/slots.ts';
import { findDeliveriesOn, findOrders } from '../store/meals.ts';
import { mealClosed } from '../texts/closing.ts';
import { type ClosingRefusal, keepClosure } from './closing.ts';
import { closeMealDay } from './meals.ts';
import { surroundingsOf } from './openings.ts';
import { tellPerson } from './tell.ts';

/** Calls off a day's meals: everybody whose meal it was is told. Returns how many that were. */
export async function stopMeals(
  work: Work,
  member: StaffMember,
  service: Service,
  day: string,
  reason: string,
): Promise<number | ClosingRefusal> {
  if (!isOffered(service, day, await surroundingsOf(work, service))) return 'closed-before';
  await keepClosure(work, member, service, { day, isOpen: false, reason });
  const planned = await findDeliveriesOn(work.tx, work.community.id, service.name, day, ['planned']);
  const orders = await findOrders(
    work.tx,
    work.community.id,
    planned.map(({ orderNo }) => orderNo),
  );
  const off = await closeMealDay(work, [...orders.values()], day, `staff:${member.id}`);
  for (const order of off) await tellPerson(work, order, mealClosed(service.name, day, reason), { lane: 'reminder' });
  return off.length;
}
