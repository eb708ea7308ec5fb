import type { Reply } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { later, MINUTE } from '../../../kernel/clock.ts';
import { fold } from '../../../kernel/words.ts';
import type { MealDays } from '../rules/meals.ts';
import { servicesIn } from '../rules/request.ts';
import { ANY, type Wish, wishFor } from '../rules/slots.ts';
import { ANOTHER, SAME_DAY, SAME_TIME } from '../rules/vocabulary.ts';
import type { Service } from '../../../kernel/service.ts';
import { ownOrders } from '../service/meal-orders.ts';
import { serviceNamed, servicesOf } from '../service/openings.ts';
import { ownBookings } from '../service/read.ts';
import { request } from './request.ts';
import { tellsOnly } from './told.ts';

const LONGEST = 40;
const AROUND = /[\s,，。]+/gu;
/** Who says 再约一个 speaks of what they have booked just now. */
const JUST_NOW = 30 * MINUTE;

/** What was booked last, and for when. */
interface Last {
  readonly service: Service;
  readonly wish?: Wish;
  readonly meal?: MealDays;
}

/** `再给我老伴约一个，同一时间`: another one of what the speaker has booked just now. */
export async function bookAnother(turn: Turn, typed: string): Promise<Reply | undefined> {
  const folded = fold(typed.trim());
  if (typed.length > LONGEST || folded.search(ANOTHER) < 0) return undefined;
  if (servicesIn(typed, servicesOf(turn)).length > 0) return undefined;
  const left = [ANOTHER, SAME_TIME, SAME_DAY]
    .reduce((words, known) => words.replace(known, ' '), folded)
    .replace(AROUND, ' ')
    .trim();
  if (left !== '' && !tellsOnly(left, turn.community)) return undefined;
  const last = await lastBooked(turn);
  if (last === undefined) return undefined;
  return request(turn, left, last.service, { wishes: wishLike(folded, last), meal: last.meal });
}

function wishLike(folded: string, { wish }: Last): readonly [Wish] | undefined {
  if (wish === undefined) return undefined;
  if (folded.search(SAME_TIME) >= 0) return [wish];
  return folded.search(SAME_DAY) >= 0 ? [{ ...ANY, days: wish.days }] : undefined;
}

async function lastBooked(turn: Turn): Promise<Last | undefined> {
  const since = later(turn.at, -JUST_NOW);
  const bookings = (await ownBookings(turn)).shown.filter(({ bookedAt }) => bookedAt >= since);
  const orders = (await ownOrders(turn)).filter(({ orderedAt }) => orderedAt >= since);
  const booking = bookings.toSorted((a, b) => b.no - a.no)[0];
  const order = orders.toSorted((a, b) => b.no - a.no)[0];
  const isMeal = order !== undefined && order.no > (booking?.no ?? 0);
  const service = serviceNamed(turn, isMeal ? order.service : (booking?.service ?? ''));
  if (service === undefined) return undefined;
  if (isMeal) return { service, meal: { weekdays: order.weekdays, from: order.from, to: order.to } };
  return booking === undefined ? { service } : { service, wish: wishFor(booking) };
}
