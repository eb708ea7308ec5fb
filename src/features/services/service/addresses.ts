import { findDialogue, keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Work } from '../../../engine/work.ts';
import { HOUR, later } from '../../../kernel/clock.ts';
import { addDays, dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { partDetails } from '../rules/details.ts';
import { findBookingsOn } from '../store/bookings.ts';
import { findDeliveriesOn, findOrders } from '../store/meals.ts';
import { addressMissing, addressWanted } from '../texts/addresses.ts';
import { DETAILS_QUESTION, type Visit } from './details.ts';
import { servicesOf } from './openings.ts';
import { tellMember, tellPerson, type Told } from './tell.ts';
import { placeOf } from './waiting.ts';
import { workersOf } from './workers.ts';

/** When it is seen to that every door of the next day is known, in minutes since midnight: early enough to telephone. */
export const DOORS_AT = 960;
const PATIENCE = 20 * HOUR;

type Expected = Visit & Told;

/**
 * Asks everybody once more to whose door somebody is to come on the next day and has not been told which it is, and
 * tells whoever goes there. Each booking and each order once. Answers whether there are any.
 */
export async function askMissingAddresses(work: Work): Promise<boolean> {
  let isAny = false;
  for (const service of servicesOf(work)) {
    if (service.place !== 'home') continue;
    for (const visit of await expectedVisits(work, service)) {
      if (partDetails(visit.details ?? '', work.community.profile.compounds).door !== '') continue;
      await ask(work, visit);
      isAny = true;
    }
  }
  return isAny;
}

/** What is to be brought to a door on the next day, or, of meals, on the next day whose list is not made yet. */
async function expectedVisits({ tx, community, at }: Work, service: Service): Promise<readonly Expected[]> {
  const tomorrow = addDays(dayOf(at, community.zone), 1);
  if (service.meal === undefined) return findBookingsOn(tx, community.id, tomorrow, ['booked'], service.name);
  const day = addDays(tomorrow, service.cutoff?.daysBefore ?? 0);
  const planned = await findDeliveriesOn(tx, community.id, service.name, day, ['planned']);
  const orders = await findOrders(
    tx,
    community.id,
    planned.map(({ orderNo }) => orderNo),
  );
  return [...orders.values()];
}

async function ask(work: Work, visit: Expected): Promise<void> {
  const { tx, community, at } = work;
  const place = await placeOf(work, visit);
  if (place?.kind === 'direct' && (await findDialogue(tx, community.id, place, visit.personId, at)) === undefined) {
    const dialogue = { question: DETAILS_QUESTION, payload: { no: visit.no }, misses: 0 };
    await keepDialogue(tx, community.id, place, visit.personId, dialogue, later(at, PATIENCE));
  }
  const onceKey = (whom: string): string => `visit:${visit.no}:address:${whom}`;
  const wanted = addressWanted(visit, community.profile);
  await tellPerson(work, visit, wanted, { lane: 'reminder', onceKey: onceKey('booker') });
  const [worker] = await workersOf(work, visit);
  await tellMember(work, worker, addressMissing(visit), { onceKey: onceKey('worker') });
}
