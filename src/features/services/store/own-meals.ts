import type { Tx } from '../../../engine/tx.ts';
import type { MealOrder } from '../rules/meals.ts';
import { type Delivery, findDelivery, findOrders } from './meals.ts';

/** Somebody's orders that go on or went on until a day, ended ones too: what was brought yesterday may be over today. */
export async function findOrdersSince(
  tx: Tx,
  communityId: number,
  personId: number,
  day: string,
): Promise<readonly MealOrder[]> {
  const rows = await tx.mealOrder.findMany({
    where: { communityId, personId, OR: [{ toDay: null }, { toDay: { gte: day } }] },
    orderBy: { no: 'asc' },
    select: { no: true },
  });
  const nos = rows.map(({ no }) => no);
  return [...(await findOrders(tx, communityId, nos)).values()];
}

/** An order with its meal of a day. */
export interface DaysMeal {
  readonly order: MealOrder;
  readonly delivery: Delivery | undefined;
}

export async function findMealsOf(
  tx: Tx,
  communityId: number,
  orders: readonly MealOrder[],
  day: string,
): Promise<readonly DaysMeal[]> {
  const meals: DaysMeal[] = [];
  for (const order of orders) meals.push({ order, delivery: await findDelivery(tx, communityId, order.no, day) });
  return meals;
}
