import type { StaffMember } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import { later, MINUTE } from '../../../kernel/clock.ts';
import { groupBy } from '../../../kernel/group.ts';
import { dayOf, sayTime, minutesOf } from '../../../kernel/moment.ts';
import type { GroupText, PrivateText } from '../../../kernel/text.ts';
import type { Service } from '../../../kernel/service.ts';
import { openWelfareChecks } from '../../welfare/feature.ts';
import { partDetails } from '../rules/details.ts';
import { confirmDue, DELIVERY_STATES, type MealOrder, type Timing, timingOf } from '../rules/meals.ts';
import {
  type Delivery,
  findDeliveriesOn,
  findDelivery,
  findDueLists,
  findMealOrder,
  findOrders,
  moveDelivery,
  nextMealMoment,
  putOffConfirm,
  relistDelivery,
  takeUnconfirmed,
} from '../store/meals.ts';
import {
  cookTexts,
  listHead,
  mealTexts,
  missedHead,
  missedTexts,
  notCarriedText,
  routeInRoom,
  routeTexts,
} from '../texts/meal-lists.ts';
import { visitName } from '../texts/staff.ts';
import { serviceNamed, servicesOf } from './openings.ts';
import { allStaff } from './tell.ts';
import { attends } from './workers.ts';

/** When the next list is made or the next meal is looked after. */
export function nextMealDue({ tx, community }: Work): Promise<Date | undefined> {
  return nextMealMoment(tx, community.id);
}

/** Makes the lists whose cut-off has come, and has somebody look after what was not handed over in time. */
export async function runMealDay(work: Work): Promise<void> {
  for (const { service: name, day } of await findDueLists(work.tx, work.community.id, work.at)) {
    const service = serviceNamed(work, name);
    await makeList(work, name, day, service);
  }
  const unconfirmed = await takeUnconfirmed(work.tx, work.community.id, work.at);
  const orders = await findOrders(
    work.tx,
    work.community.id,
    unconfirmed.map(({ orderNo }) => orderNo),
  );
  const subjects = unconfirmed.flatMap(({ orderNo, day }) => {
    const order = orders.get(orderNo);
    return order === undefined ? [] : [subjectOf(work, order, day, mealTexts.reasonUnconfirmed)];
  });
  if (subjects.length > 0) await openWelfareChecks(work, subjects);
}

/** From now on the day's meals are cooked: the cook and everybody who carries are told. */
async function makeList(work: Work, name: string, day: string, service: Service | undefined): Promise<void> {
  const { tx, community, at } = work;
  const planned = await findDeliveriesOn(tx, community.id, name, day, ['planned']);
  const { proactiveHours } = community.profile;
  const timing = service === undefined ? undefined : timingOf(service, day, at, proactiveHours, community.zone);
  // What the profile does not offer any more is not brought.
  const state = timing === undefined ? 'off' : timing.comes === 'missed' ? 'missed' : 'listed';
  const moved: Delivery[] = [];
  for (const delivery of planned) {
    if (await moveDelivery(tx, community.id, delivery, ['planned'], state, 'bot', at)) moved.push(delivery);
  }
  if (service === undefined || timing === undefined || moved.length === 0) return;
  const found = await findOrders(
    tx,
    community.id,
    moved.map(({ orderNo }) => orderNo),
  );
  const orders = [...found.values()];
  if (timing.comes === 'missed') return tellMissed(work, service, day, orders);
  if (timing.comes === 'late' && service.welfareCheck !== undefined) {
    // Whoever carries a late meal has as long to hand it over as with any other.
    await putOffConfirm(tx, community.id, name, day, later(at, service.welfareCheck * MINUTE));
  }
  await tellList(work, service, day, orders, timing);
}

const countsOf = (routes: ReadonlyMap<number | null, readonly MealOrder[]>) =>
  [...routes].map(([grid, group]) => ({ grid, count: group.length }));

async function tellList(
  work: Work,
  service: Service,
  day: string,
  orders: readonly MealOrder[],
  timing: Timing,
): Promise<void> {
  const staff = await allStaff(work);
  const routes = groupBy(orders, ({ grid }) => grid);
  const isLate = timing.comes === 'late';
  const list = { day, meal: service.meal ?? service.name, count: orders.length, isLate };
  await work.post.toStaffRoom(listHead(list, countsOf(routes)), options(work));
  const cook = cookOf(service, staff);
  const { compounds } = work.community.profile;
  const parted = orders.map((order) => ({ no: order.no, ...partDetails(order.details ?? '', compounds) }));
  const diets = parted.filter(({ diet }) => diet !== '');
  for (const page of cookTexts(list, diets)) await tell(work, cook, page);
  const until = timing.until === undefined ? undefined : sayTime(minutesOf(timing.until, work.community.zone));
  for (const [grid, group] of routes) {
    const courier = courierOf(grid, staff);
    if (grid !== null && courier?.role !== 'grid-worker') {
      await work.post.toStaffRoom(routeInRoom(grid, group.length), options(work));
    }
    const doors = group.map((order) => atDoor(work, order));
    for (const page of routeTexts(list, doors, until)) await tell(work, courier, page);
  }
}

/** That a day's list came when the day was over: the office asks who has eaten, whoever carries goes by numbers and doors. */
async function tellMissed(work: Work, service: Service, day: string, orders: readonly MealOrder[]): Promise<void> {
  const staff = await allStaff(work);
  const routes = groupBy(orders, ({ grid }) => grid);
  const list = { day, meal: service.meal ?? service.name, count: orders.length };
  const waits = { ...options(work), keepsHours: true, expiresAt: later(work.at, LIFETIME.staff) } as const;
  await work.post.toStaffRoom(missedHead(list, countsOf(routes)), waits);
  for (const [grid, group] of routes) {
    const person = courierOf(grid, staff)?.personId ?? null;
    if (person === null) continue;
    const doors = group.map((order) => atDoor(work, order));
    for (const page of missedTexts(list, doors)) await work.post.toPerson(person, page, waits);
  }
}

/** Tells whoever has had a day's list that these meals are not brought after all. */
export async function tellNotCarried(
  work: Work,
  service: Service,
  day: string,
  orders: readonly MealOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const staff = await allStaff(work);
  const said = notCarriedText({ day, meal: service.meal ?? service.name, count: orders.length });
  await work.post.toStaffRoom(said, options(work));
  const told = [cookOf(service, staff), ...orders.map(({ grid }) => courierOf(grid, staff))];
  for (const member of new Set(told)) await tell(work, member, said);
}

/** Who cooks: whoever the profile names, else the first of the office. */
const cookOf = (service: Service, staff: readonly StaffMember[]): StaffMember | undefined =>
  staff.find(({ name }) => name === service.staff) ?? staff.find(isPaired('clerk'));

/** Who carries a grid's meals: its worker, else the first of the office. */
export const courierOf = (grid: number | null, staff: readonly StaffMember[]): StaffMember | undefined =>
  staff.find((one) => isPaired('grid-worker')(one) && one.grid === grid) ?? staff.find(isPaired('clerk'));

const isPaired =
  (role: StaffMember['role']) =>
  (member: StaffMember): boolean =>
    member.role === role && member.personId !== null;

const options = (work: Work) =>
  ({ lane: 'staff', keepsHours: false, expiresAt: later(work.at, LIFETIME.alarm) }) as const;

async function tell(work: Work, member: StaffMember | undefined, text: PrivateText | GroupText): Promise<void> {
  const person = member?.personId ?? null;
  if (person !== null) await work.post.toPerson(person, text, options(work));
}

/** The order as whoever goes to the door reads it: without what only the kitchen needs to know. */
export function atDoor(work: Work, order: MealOrder): MealOrder {
  if (order.details === null) return order;
  const { door } = partDetails(order.details, work.community.profile.compounds);
  return { ...order, details: door === '' ? null : door };
}

/** A meal that was not taken may be somebody who cannot come to the door. */
function subjectOf(work: Work, order: MealOrder, day: string, reason: string) {
  return {
    subjectNo: order.no,
    day,
    personId: order.personId,
    name: visitName(order),
    grid: order.grid,
    details: atDoor(work, order).details,
    reason,
    stepMinutes: serviceNamed(work, order.service)?.welfareCheck ?? 60,
  };
}

export type DeliveryRefusal = 'unknown' | 'not-yours' | 'not-listed';

/** The day's meal of an order, if the member may carry it. */
async function mealOf(
  work: Work,
  member: StaffMember,
  no: number,
): Promise<{ readonly order: MealOrder; readonly day: string } | DeliveryRefusal> {
  const order = await findMealOrder(work.tx, work.community.id, no);
  if (order === undefined) return 'unknown';
  if (!attends(work, member, order)) return 'not-yours';
  const day = dayOf(work.at, work.community.zone);
  const delivery = await findDelivery(work.tx, work.community.id, no, day);
  if (delivery?.state === 'planned') return 'not-listed';
  return delivery === undefined ? 'unknown' : { order, day };
}

/** Why a member has nothing left to carry: all is handed over, the list is not made yet (and when it is), or nothing was. */
export async function whyNothingLeft(
  work: Work,
  member: StaffMember,
): Promise<{ readonly why: 'done' | 'none' } | { readonly why: 'not-listed'; readonly due: Date }> {
  const { tx, community, at } = work;
  const day = dayOf(at, community.zone);
  let had = false;
  for (const service of servicesOf(work).filter(({ meal }) => meal !== undefined)) {
    const all = await findDeliveriesOn(tx, community.id, service.name, day, DELIVERY_STATES);
    const nos = all.map(({ orderNo }) => orderNo);
    const orders = await findOrders(tx, community.id, nos);
    for (const { orderNo, state, listDue: due } of all) {
      const order = orders.get(orderNo);
      if (order === undefined || !attends(work, member, order)) continue;
      if (state === 'planned') return { why: 'not-listed', due };
      had ||= state === 'delivered' || state === 'unopened';
    }
  }
  return { why: had ? 'done' : 'none' };
}

/** Notes that a meal was handed over. What was reported as unopened before stays looked after. */
export async function deliver(work: Work, member: StaffMember, no: number): Promise<true | DeliveryRefusal> {
  const found = await mealOf(work, member, no);
  if (typeof found === 'string') return found;
  const key = { orderNo: no, day: found.day };
  const actor = `staff:${member.id}`;
  const from = ['listed', 'unopened', 'delivered'] as const;
  const isDone = await moveDelivery(work.tx, work.community.id, key, from, 'delivered', actor, work.at);
  return isDone ? true : 'unknown';
}

/** Takes back that a meal was handed over: it is still to be, and its moment counts again. */
export async function takeBackDelivery(work: Work, member: StaffMember, no: number): Promise<true | DeliveryRefusal> {
  const found = await mealOf(work, member, no);
  if (typeof found === 'string') return found;
  const { tx, community } = work;
  const service = serviceNamed(work, found.order.service);
  const due = service === undefined ? null : confirmDue(service, found.day, community.zone);
  const key = { orderNo: no, day: found.day };
  return (await relistDelivery(tx, community.id, key, due, `staff:${member.id}`)) ? true : 'unknown';
}

/**
 * Nobody opened the door, or nobody took the meal: somebody goes to look, now; also where it had been said to be handed
 * over, which may have been the wrong number.
 */
export async function reportUnopened(work: Work, member: StaffMember, no: number): Promise<true | DeliveryRefusal> {
  const found = await mealOf(work, member, no);
  if (typeof found === 'string') return found;
  const key = { orderNo: no, day: found.day };
  const actor = `staff:${member.id}`;
  const isNew = await moveDelivery(
    work.tx,
    work.community.id,
    key,
    ['listed', 'delivered'],
    'unopened',
    actor,
    work.at,
  );
  if (!isNew) return 'unknown';
  await openWelfareChecks(work, [subjectOf(work, found.order, found.day, mealTexts.reasonUnopened)]);
  return true;
}

/** How many of today's meals a member still has to carry. */
export async function leftToCarry(work: Work, member: StaffMember): Promise<readonly MealOrder[]> {
  const day = dayOf(work.at, work.community.zone);
  const left: MealOrder[] = [];
  for (const { name, meal } of servicesOf(work)) {
    if (meal === undefined) continue;
    const listed = await findDeliveriesOn(work.tx, work.community.id, name, day, ['listed']);
    const nos = listed.map(({ orderNo }) => orderNo);
    for (const order of (await findOrders(work.tx, work.community.id, nos)).values()) {
      if (attends(work, member, order)) left.push(atDoor(work, order));
    }
  }
  return left;
}
