import { z } from 'zod';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Turn } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { addDays, type Day, dayOf, minutesOf, sayTime } from '../../../kernel/moment.ts';
import { type GroupText, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fileCase } from '../../cases/feature.ts';
import { isDayOf, type MealOrder, servedAt } from '../rules/meals.ts';
import { isOffered } from '../rules/slots.ts';
import { isSpokenOf } from '../rules/request.ts';
import { findNotes } from '../store/bookings.ts';
import { type Delivery } from '../store/meals.ts';
import { type DaysMeal, findMealsOf, findOrdersSince } from '../store/own-meals.ts';
import { mealTexts } from '../texts/meals.ts';
import { listWords } from '../texts/say.ts';
import { complaintWords, visitWords } from '../texts/staff.ts';
import { note } from './book.ts';
import { atDoor, courierOf } from './meal-day.ts';
import { serviceNamed, surroundingsOf } from './openings.ts';
import { allStaff } from './tell.ts';

/** The speaker's meals of a day; a room sees those that were ordered in it. Where the words name somebody, only theirs. */
async function mealsOn(turn: Turn, day: Day, words: string): Promise<readonly DaysMeal[]> {
  const { tx, community, speaker, place } = turn;
  const all = await findOrdersSince(tx, community.id, speaker.personId, day);
  const here = place.kind === 'room' ? all.filter(({ roomId }) => roomId === place.room.id) : all;
  const theirs = here.filter(({ beneficiary }) => isSpokenOf(words, beneficiary));
  return findMealsOf(tx, community.id, theirs.length > 0 ? theirs : here, day);
}

/**
 * Somebody says that today's meal has not come. Whoever carries it is told at once, of each meal once; where it is noted
 * as handed over, the staff's room is told too. Who has no meal to come hears why; undefined: they have no order at all.
 */
export async function reportMissing(turn: Turn, words: string): Promise<readonly GroupText[] | undefined> {
  const today = dayOf(turn.at, turn.community.zone);
  const all = await mealsOn(turn, today, words);
  const brought = all.filter(({ delivery }) => delivery !== undefined && delivery.state !== 'off');
  // What is still on its way is meant, before what has been handed over.
  const open = brought.filter(({ delivery }) => delivery?.state !== 'delivered');
  const meant = open.length > 0 ? open : brought;
  const said: GroupText[] = [];
  for (const meal of meant) said.push(await passOn(turn, meal));
  if (said.length > 0) return said;
  const kept = all.filter(({ order, delivery }) => order.state === 'active' || delivery !== undefined);
  for (const { order, delivery } of kept) said.push(await whyNone(turn, order, delivery, today));
  return said.length === 0 ? undefined : said;
}

/** Why nothing is brought on a day. */
async function whyNone(turn: Turn, order: MealOrder, delivery: Delivery | undefined, day: Day): Promise<GroupText> {
  const { no } = order;
  const service = serviceNamed(turn, order.service);
  const isOpen = service !== undefined && isOffered(service, day, await surroundingsOf(turn, service));
  if (!isOpen) return mealTexts.noneToday({ no, service: officeWords(order.service) });
  return delivery === undefined && !isDayOf(order, day)
    ? mealTexts.notOrderedToday({ no })
    : mealTexts.offToday({ no });
}

async function passOn(turn: Turn, { order, delivery }: DaysMeal): Promise<GroupText> {
  const { zone, profile } = turn.community;
  const { no } = order;
  const service = serviceNamed(turn, order.service);
  const meal = officeWords(service?.meal ?? order.service);
  const served = service === undefined ? 0 : servedAt(service);
  const until = officeWords(sayTime(served));
  if (delivery?.state === 'planned') {
    const listed = officeWords(sayTime(minutesOf(delivery.listDue, zone)));
    return mealTexts.comesLater({ no, meal, listed, until });
  }
  const visit = { no, meal, ...visitWords(atDoor(turn, order)) };
  if (delivery?.state === 'delivered') {
    await tellAll(turn, order, 'denied', mealTexts.deniedToCourier(visit), mealTexts.deniedInRoom({ no, meal }));
    return mealTexts.denied({ no });
  }
  const told = mealTexts.awaited(visit);
  if (delivery?.state !== 'listed') {
    await tellAll(turn, order, 'awaited', told, mealTexts.awaitedInRoom({ no, meal }));
    return mealTexts.passedOn({ no, meal });
  }
  await tellCourier(turn, order, 'awaited', told, mealTexts.awaitedInRoom({ no, meal }));
  if (minutesOf(turn.at, zone) < served) return mealTexts.hurriedEarly({ no, meal, until });
  return mealTexts.hurried({ no, meal, hotline: officeWords(profile.office.hotline) });
}

type Told = 'awaited' | 'denied';

const options = ({ at, community }: Turn, { no }: MealOrder, what: Told | 'in-room') =>
  ({
    lane: 'staff',
    keepsHours: false,
    expiresAt: later(at, LIFETIME.alarm),
    onceKey: `meal:${no}:${dayOf(at, community.zone)}:${what}`,
  }) as const;

/** Whoever carries it; until somebody who does has paired, the staff's room. */
async function tellCourier(turn: Turn, order: MealOrder, what: Told, said: PrivateText, inRoom: GroupText) {
  const person = courierOf(order.grid, await allStaff(turn))?.personId ?? null;
  if (person === null) await turn.post.toStaffRoom(inRoom, options(turn, order, what));
  else await turn.post.toPerson(person, said, options(turn, order, what));
}

/** Whoever carries it and the staff's room. */
async function tellAll(turn: Turn, order: MealOrder, what: Told, said: PrivateText, inRoom: GroupText) {
  const person = courierOf(order.grid, await allStaff(turn))?.personId ?? null;
  if (person !== null) await turn.post.toPerson(person, said, options(turn, order, what));
  await turn.post.toStaffRoom(inRoom, options(turn, order, 'in-room'));
}

const COMPLAINT = 'meal-complaint';
const complaintNoted = z.object({ day: z.string(), caseNo: z.number().int() });
const BROUGHT = ['delivered', 'listed', 'unopened', 'missed'];

/**
 * Something is wrong with a meal: a case that somebody answers for, of each meal one. Today's is meant, else that of
 * yesterday; of several that which was handed over, for it has been eaten. Undefined where there was none.
 */
export async function complainOfMeal(turn: Turn, words: string, isYesterday: boolean): Promise<GroupText | undefined> {
  const today = dayOf(turn.at, turn.community.zone);
  const yesterday = addDays(today, -1);
  for (const day of isYesterday ? [yesterday] : [today, yesterday]) {
    const meals = await mealsOn(turn, day, words);
    const brought = meals.filter(({ delivery }) => BROUGHT.includes(delivery?.state ?? ''));
    const eaten = brought.filter(({ delivery }) => delivery?.state === 'delivered');
    const meant = (eaten.length > 0 ? eaten : brought).map(({ order }) => order);
    const [first] = meant;
    if (first !== undefined) return complain(turn, [first, ...meant.slice(1)], day, words);
  }
  return undefined;
}

/** One case for all the meals that may be meant; which one it is stands in the words, or is asked by whoever takes it. */
async function complain(
  turn: Turn,
  meant: readonly [MealOrder, ...MealOrder[]],
  day: Day,
  words: string,
): Promise<GroupText> {
  const { speaker, place } = turn;
  const known: (number | undefined)[] = [];
  for (const { no } of meant) known.push(await complaintOf(turn, no, day));
  const fresh = meant.filter((_, index) => known[index] === undefined);
  const before = known.find((caseNo) => caseNo !== undefined);
  const nos = listWords((fresh.length > 0 ? fresh : meant).map(({ no }) => `${no}`));
  if (fresh.length === 0 && before !== undefined) return mealTexts.complainedBefore({ nos, caseNo: before });
  const { record } = await fileCase(turn, speaker, place, 'complaint', complaintWords(meant[0].service, nos, words));
  for (const order of fresh) {
    await note(turn, order, COMPLAINT, `person:${speaker.personId}`, { day, caseNo: record.no });
  }
  return mealTexts.complaint({ nos, caseNo: record.no });
}

/** The case that was filed of an order's meal of a day. */
async function complaintOf({ tx, community }: Turn, no: number, day: Day): Promise<number | undefined> {
  const notes = await findNotes(tx, community.id, no, [COMPLAINT]);
  return notes.map(({ detail }) => complaintNoted.parse(detail)).find((one) => one.day === day)?.caseNo;
}
