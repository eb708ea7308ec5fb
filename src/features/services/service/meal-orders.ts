import type { Turn } from '../../../engine/work.ts';
import { type Day, dayOf } from '../../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { daysLeft, type MealOrder } from '../rules/meals.ts';
import { isOffered } from '../rules/slots.ts';
import { findDaysOff, findMealOrder, findMealOrdersOf } from '../store/meals.ts';
import type { ChangeRefusal } from './change.ts';
import { serviceNamed, surroundingsOf } from './openings.ts';
import { attends } from './workers.ts';

/** The order of that number for whoever ordered, or for the staff who attend to it. To everybody else it is not there. */
export async function getMealOrder(turn: Turn, no: number): Promise<Result<MealOrder, ChangeRefusal>> {
  const order = await findMealOrder(turn.tx, turn.community.id, no);
  if (order === undefined) return refuse('unknown');
  const { personId, staff } = turn.speaker;
  if (order.personId === personId) return accept(order);
  if (staff === undefined) return refuse('unknown');
  return attends(turn, staff, order) ? accept(order) : refuse('not-yours');
}

/** An order with the days from today on on which it was called off, and those that are left of one that ends. */
export interface OwnOrder extends MealOrder {
  readonly off: readonly Day[];
  /** Without the days on which nothing is brought to anybody. */
  readonly left: readonly Day[] | undefined;
}

/** The speaker's orders of which a day is left; a room sees those that were made in it. */
export async function ownOrders(turn: Turn): Promise<readonly OwnOrder[]> {
  const { tx, community, speaker, place, at } = turn;
  const today = dayOf(at, community.zone);
  const all = await findMealOrdersOf(tx, community.id, speaker.personId);
  const own = all.filter(({ to }) => to === null || to >= today);
  const shown = place.kind === 'room' ? own.filter(({ roomId }) => roomId === place.room.id) : own;
  const nos = shown.map(({ no }) => no);
  const off = await findDaysOff(tx, community.id, nos, today);
  const found: OwnOrder[] = [];
  for (const order of shown) {
    found.push({ ...order, off: off.get(order.no) ?? [], left: await leftOf(turn, order, today) });
  }
  return found;
}

async function leftOf(turn: Turn, order: MealOrder, today: Day): Promise<readonly Day[] | undefined> {
  const days = daysLeft(order, today);
  const service = serviceNamed(turn, order.service);
  if (days === undefined || service === undefined) return days;
  const around = await surroundingsOf(turn, service);
  return days.filter((day) => isOffered(service, day, around));
}
