import type { Tx } from '../../../engine/tx.ts';
import type { Relation } from '../rules/booking.ts';
import type { DeliveryState, MealOrder, MealOrderState } from '../rules/meals.ts';

type OrderRow = Awaited<ReturnType<Tx['mealOrder']['findFirstOrThrow']>>;

/** State and relation are held to their lists by CHECKs; the weekdays are written below only. */
function orderFrom({ communityId: _, state, relation, weekdays, fromDay, toDay, ...rest }: OrderRow): MealOrder {
  return {
    ...rest,
    from: fromDay,
    to: toDay,
    weekdays: JSON.parse(weekdays) as number[],
    state: state as MealOrderState,
    relation: relation as Relation,
  };
}

export async function insertMealOrder(tx: Tx, communityId: number, order: MealOrder): Promise<void> {
  const { weekdays, from, to, ...rest } = order;
  await tx.mealOrder.create({
    data: { ...rest, communityId, weekdays: JSON.stringify(weekdays), fromDay: from, toDay: to },
    select: { no: true },
  });
}

export async function findMealOrder(tx: Tx, communityId: number, no: number): Promise<MealOrder | undefined> {
  const row = await tx.mealOrder.findUnique({ where: { communityId_no: { communityId, no } } });
  return row === null ? undefined : orderFrom(row);
}

export async function findMealOrdersOf(tx: Tx, communityId: number, personId: number): Promise<readonly MealOrder[]> {
  const rows = await tx.mealOrder.findMany({
    where: { communityId, personId, state: 'active' },
    orderBy: { no: 'asc' },
  });
  return rows.map(orderFrom);
}

export async function findActiveOrders(tx: Tx, communityId: number): Promise<readonly MealOrder[]> {
  const rows = await tx.mealOrder.findMany({ where: { communityId, state: 'active' }, orderBy: { no: 'asc' } });
  return rows.map(orderFrom);
}

export async function findOrders(
  tx: Tx,
  communityId: number,
  nos: readonly number[],
): Promise<ReadonlyMap<number, MealOrder>> {
  const rows = await tx.mealOrder.findMany({ where: { communityId, no: { in: [...nos] } } });
  return new Map(rows.map((row) => [row.no, orderFrom(row)]));
}

/** Ends an order; false where it has ended already. */
export async function endMealOrder(tx: Tx, communityId: number, no: number, at: Date): Promise<boolean> {
  const { count } = await tx.mealOrder.updateMany({
    where: { communityId, no, state: 'active' },
    data: { state: 'ended', endedAt: at },
  });
  return count === 1;
}

/** Ends every order whose last day lies before a day. */
export async function endPastOrders(tx: Tx, communityId: number, day: string, at: Date): Promise<void> {
  await tx.mealOrder.updateMany({
    where: { communityId, state: 'active', toDay: { lt: day } },
    data: { state: 'ended', endedAt: at },
  });
}

export async function saveMealDetails(
  tx: Tx,
  communityId: number,
  no: number,
  change: { readonly details: string; readonly grid?: number },
): Promise<void> {
  await tx.mealOrder.updateMany({ where: { communityId, no }, data: change });
}

export async function insertPause(tx: Tx, communityId: number, orderNo: number, day: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO meal_pauses (community_id, order_no, day) VALUES (${communityId}, ${orderNo}, ${day})
    ON CONFLICT DO NOTHING`;
}

export async function deletePause(tx: Tx, communityId: number, orderNo: number, day: string): Promise<void> {
  await tx.mealPause.deleteMany({ where: { communityId, orderNo, day } });
}

export async function findPauses(tx: Tx, communityId: number, orderNo: number): Promise<ReadonlySet<string>> {
  const rows = await tx.mealPause.findMany({ where: { communityId, orderNo }, select: { day: true } });
  return new Set(rows.map(({ day }) => day));
}

/** The days from one on of which it is said that these orders are not brought: paused, or called off by the office. */
export async function findDaysOff(
  tx: Tx,
  communityId: number,
  nos: readonly number[],
  from: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const where = { communityId, orderNo: { in: [...nos] }, day: { gte: from } };
  const select = { orderNo: true, day: true } as const;
  const rows = [
    ...(await tx.mealPause.findMany({ where, select })),
    ...(await tx.mealDelivery.findMany({ where: { ...where, state: 'off' }, select })),
  ];
  const daysOf = (no: number): readonly string[] =>
    [...new Set(rows.filter(({ orderNo }) => orderNo === no).map(({ day }) => day))].toSorted();
  return new Map(nos.map((no) => [no, daysOf(no)]));
}

export interface Delivery {
  readonly orderNo: number;
  readonly day: string;
  readonly service: string;
  readonly state: DeliveryState;
  readonly listDue: Date;
  readonly confirmDue: Date | null;
}

type DeliveryRow = Awaited<ReturnType<Tx['mealDelivery']['findFirstOrThrow']>>;
const deliveryFrom = ({ orderNo, day, service, state, listDue, confirmDue }: DeliveryRow): Delivery => ({
  orderNo,
  day,
  service,
  state: state as DeliveryState, // held to its list by a CHECK
  listDue,
  confirmDue,
});

/** Plans a meal, or plans one again that was called off. */
export async function planDelivery(tx: Tx, communityId: number, delivery: Omit<Delivery, 'state'>): Promise<void> {
  const { orderNo, day } = delivery;
  const data = { ...delivery, state: 'planned', actor: null, endedAt: null };
  await tx.mealDelivery.upsert({
    where: { communityId_orderNo_day: { communityId, orderNo, day } },
    create: { ...data, communityId },
    update: data,
  });
}

export async function findDelivery(
  tx: Tx,
  communityId: number,
  orderNo: number,
  day: string,
): Promise<Delivery | undefined> {
  const row = await tx.mealDelivery.findUnique({ where: { communityId_orderNo_day: { communityId, orderNo, day } } });
  return row === null ? undefined : deliveryFrom(row);
}

/** The meals of an order from a day on that are still planned. */
export async function findPlanned(
  tx: Tx,
  communityId: number,
  orderNo: number,
  from: string,
): Promise<readonly Delivery[]> {
  const rows = await tx.mealDelivery.findMany({
    where: { communityId, orderNo, state: 'planned', day: { gte: from } },
    orderBy: { day: 'asc' },
  });
  return rows.map(deliveryFrom);
}

/** A day's meals in those states. */
export async function findDeliveriesOn(
  tx: Tx,
  communityId: number,
  service: string,
  day: string,
  states: readonly DeliveryState[],
): Promise<readonly Delivery[]> {
  const rows = await tx.mealDelivery.findMany({
    where: { communityId, service, day, state: { in: [...states] } },
    orderBy: { orderNo: 'asc' },
  });
  return rows.map(deliveryFrom);
}

/** Moves a meal on, unless somebody else has: then false. */
export async function moveDelivery(
  tx: Tx,
  communityId: number,
  { orderNo, day }: Pick<Delivery, 'orderNo' | 'day'>,
  from: readonly DeliveryState[],
  state: DeliveryState,
  actor: string,
  at: Date,
): Promise<boolean> {
  const ended = state === 'listed' || state === 'planned' ? {} : { endedAt: at, confirmDue: null };
  const { count } = await tx.mealDelivery.updateMany({
    where: { communityId, orderNo, day, state: { in: [...from] } },
    data: { state, actor, ...ended },
  });
  return count === 1;
}

/** Puts a meal that was said to be handed over back on its list; false where it was not. */
export async function relistDelivery(
  tx: Tx,
  communityId: number,
  { orderNo, day }: Pick<Delivery, 'orderNo' | 'day'>,
  confirmDue: Date | null,
  actor: string,
): Promise<boolean> {
  const { count } = await tx.mealDelivery.updateMany({
    where: { communityId, orderNo, day, state: 'delivered' },
    data: { state: 'listed', actor, endedAt: null, confirmDue },
  });
  return count === 1;
}

/** Gives a day's meals until a moment to be handed over, where they had less. */
export async function putOffConfirm(
  tx: Tx,
  communityId: number,
  service: string,
  day: string,
  confirmDue: Date,
): Promise<void> {
  await tx.mealDelivery.updateMany({
    where: { communityId, service, day, state: 'listed', confirmDue: { lt: confirmDue } },
    data: { confirmDue },
  });
}

/** The days whose lists are due. */
export async function findDueLists(
  tx: Tx,
  communityId: number,
  now: Date,
): Promise<readonly { readonly service: string; readonly day: string }[]> {
  return tx.mealDelivery.findMany({
    where: { communityId, state: 'planned', listDue: { lte: now } },
    distinct: ['service', 'day'],
    orderBy: [{ day: 'asc' }, { service: 'asc' }],
    select: { service: true, day: true },
  });
}

/** Meals that nobody has confirmed in time. The moment is taken off with it: each one is found once. */
export async function takeUnconfirmed(tx: Tx, communityId: number, now: Date): Promise<readonly Delivery[]> {
  const rows = await tx.mealDelivery.findMany({
    where: { communityId, state: 'listed', confirmDue: { lte: now } },
    orderBy: [{ day: 'asc' }, { orderNo: 'asc' }],
  });
  const mine: Delivery[] = [];
  for (const row of rows) {
    const { count } = await tx.mealDelivery.updateMany({
      where: { communityId, orderNo: row.orderNo, day: row.day, state: 'listed', confirmDue: { lte: now } },
      data: { confirmDue: null },
    });
    if (count === 1) mine.push(deliveryFrom(row));
  }
  return mine;
}

/** When the next list is made, or the next meal is to be looked after. */
export async function nextMealMoment(tx: Tx, communityId: number): Promise<Date | undefined> {
  const list = await tx.mealDelivery.findFirst({
    where: { communityId, state: 'planned' },
    orderBy: { listDue: 'asc' },
    select: { listDue: true },
  });
  const confirm = await tx.mealDelivery.findFirst({
    where: { communityId, state: 'listed', confirmDue: { not: null } },
    orderBy: { confirmDue: 'asc' },
    select: { confirmDue: true },
  });
  const moments = [list?.listDue, confirm?.confirmDue].filter((moment) => moment !== undefined && moment !== null);
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** How many meals of a stretch of days ended in each state. */
export async function countDeliveries(
  tx: Tx,
  communityId: number,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.mealDelivery.groupBy({
    by: ['state'],
    where: { communityId, day: { gte: from, lte: to } },
    _count: { orderNo: true },
  });
  return new Map(rows.map(({ state, _count }) => [state, _count.orderNo]));
}

/** Forgets where somebody lives and what they must not eat, of orders that ended, or had their last day, before then. */
export async function forgetMealDetails(tx: Tx, communityId: number, before: Date, beforeDay: string): Promise<void> {
  const hasEnded = [{ endedAt: { lt: before } }, { toDay: { lt: beforeDay } }];
  await tx.mealOrder.updateMany({
    where: { communityId, details: { not: null }, OR: hasEnded },
    data: { details: null },
  });
}
