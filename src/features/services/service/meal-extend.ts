import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { officeWords } from '../../../kernel/text.ts';
import { mealTexts, shortDays } from '../texts/meals.ts';
import { extendOrders } from './meals.ts';
import { tellPerson } from './tell.ts';

/** Plans the days that have come within reach; whoever finds no seat on one of them is told, and so is the office. */
export async function extendAndTell(work: Work): Promise<boolean> {
  const short = await extendOrders(work);
  for (const [order, days] of short) {
    const said = mealTexts.shortOfSeats({
      no: order.no,
      service: officeWords(order.service),
      days: shortDays(days),
    });
    await tellPerson(
      work,
      order,
      { inPrivate: said, inGroup: said },
      {
        lane: 'receipt',
        onceKey: `short:${order.no}:${days.at(-1) ?? ''}`,
      },
    );
  }
  const [first] = short;
  if (first === undefined) return false;
  const [order, days] = first;
  await work.post.toStaffRoom(
    mealTexts.shortToStaff({ service: officeWords(order.service), count: short.size, days: shortDays(days) }),
    { lane: 'staff', keepsHours: true, expiresAt: later(work.at, LIFETIME.staff) },
  );
  return true;
}
