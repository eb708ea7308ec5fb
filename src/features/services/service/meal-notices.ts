import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import { later, SECOND } from '../../../kernel/clock.ts';
import { officeWords } from '../../../kernel/text.ts';
import type { Service } from '../../../kernel/service.ts';
import type { MealOrder } from '../rules/meals.ts';
import { mealTexts, shortDays, unpublishedMeals } from '../texts/meals.ts';
import { extendOrders, type Extension } from './meal-extend.ts';
import { serviceNamed } from './openings.ts';
import { tellPerson } from './tell.ts';

/**
 * Plans the days that have come within reach. Whoever finds no seat on one of them, finds one after all, or has a meal on
 * what has become a holiday, is told once; so is the office of the seats that are missing.
 */
export async function extendAndTell(work: Work): Promise<readonly Extension[]> {
  const extensions = await extendOrders(work);
  for (const extension of extensions) await tellExtension(work, extension);
  const short = extensions.filter(({ full }) => full.length > 0);
  const [first] = short;
  if (first !== undefined) {
    const days = [...new Set(short.flatMap(({ full }) => full))].toSorted();
    const slots = { service: officeWords(first.order.service), count: short.length, days: shortDays(days) };
    const options = { lane: 'staff', keepsHours: true, expiresAt: later(work.at, LIFETIME.staff) } as const;
    await work.post.toStaffRoom(mealTexts.shortToStaff(slots), options);
  }
  return extensions;
}

async function tellExtension(work: Work, { order, planned, found, full, closed }: Extension): Promise<void> {
  const said = [
    full.length === 0 ? undefined : mealTexts.shortOfSeats({ ...slotsOf(order), days: shortDays(full) }),
    found.length === 0 ? undefined : mealTexts.found({ ...slotsOf(order), days: shortDays(found) }),
    closed.length === 0 ? undefined : mealTexts.closedAfterAll({ ...slotsOf(order), days: shortDays(closed) }),
  ];
  for (const text of said) {
    if (text !== undefined) await tellPerson(work, order, { inPrivate: text, inGroup: text }, { lane: 'receipt' });
  }
  const service = serviceNamed(work, order.service);
  // A room is not told of many orders on one morning.
  if (service !== undefined) await tellUnpublished(work, service, { ...order, roomId: null }, planned, true);
}

const slotsOf = ({ no, service }: MealOrder) => ({ no, service: officeWords(service) });

/** Staff may be told of an address first, at the pace of the outbox. */
const AFTER_RECEIPT = 15 * SECOND;

/** Says, once a year, that holidays are not known yet on which an order brings nothing; after the receipt. */
export async function tellUnpublished(
  work: Work,
  service: Service,
  order: MealOrder,
  days: readonly string[],
  keepsHours = false,
): Promise<void> {
  const said = unpublishedMeals(service, order.no, days, work.community.calendar);
  if (said === undefined) return;
  const { text, year } = said;
  const options = { lane: 'receipt', keepsHours, notBefore: later(work.at, AFTER_RECEIPT) } as const;
  const onceKey = `unpublished:${order.no}:${year}`;
  await tellPerson(work, order, { inPrivate: text, inGroup: text }, { ...options, onceKey });
}
