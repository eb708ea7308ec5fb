import { z } from 'zod';
import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import { NO, YES } from '../../../engine/chat/vocabulary.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fold, plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import type { MealOrder } from '../rules/meals.ts';
import { actorOf, cancelBooking, getBooking, mayChange } from '../service/change.ts';
import { getMealOrder } from '../service/meal-orders.ts';
import { endMeals } from '../service/meals.ts';
import { type Told, tellPerson } from '../service/tell.ts';
import { mealTexts } from '../texts/meals.ts';
import { refusalText } from '../texts/refusals.ts';
import { bookingWords, texts, whoName } from '../texts/say.ts';
import { leavable } from './leaving.ts';

/** Calls off an appointment or the meals of that number. Before staff do so for somebody else they are asked once. */
export async function callOff(turn: Turn, no: number, isSure = false): Promise<Reply> {
  const order = await getMealOrder(turn, no);
  if (order.ok && order.value.state === 'active') {
    if (!isSure && isAnothers(turn, order.value)) return askSure(order.value, texts.mealsOf({ no }));
    return endOrder(turn, order.value);
  }
  const found = await getBooking(turn, no);
  if (!found.ok) return say(refusalText(found.refusal, no));
  const booking = found.value;
  const isAsked = !isSure && booking.state === 'booked' && isAnothers(turn, booking);
  return isAsked ? askSure(booking, texts.mineItem(bookingWords(booking))) : cancel(turn, booking);
}

const isAnothers = ({ speaker }: Turn, { personId }: Pick<Booking, 'personId'>): boolean =>
  personId !== speaker.personId;

/** A room is not told whose it is. */
function askSure({ no, name }: Pick<Booking, 'no' | 'name'>, what: GroupText): Reply {
  return {
    inGroup: lines<GroupText>(what, texts.sureToCancel()),
    inPrivate: lines<PrivateText>(what, texts.bookedBy({ name: plainWords(name) }), texts.sureToCancel()),
    ask: { question: sureToCancel.id, payload: { no } },
  };
}

async function endOrder(turn: Turn, order: MealOrder): Promise<Reply> {
  const { no } = order;
  await endMeals(turn, order, actorOf(turn, order));
  if (!isAnothers(turn, order)) return say(mealTexts.ended({ no }));
  const said = texts.mealsEndedByStaff({ no });
  return say(lines<GroupText>(texts.endedForResident({ no }), await tellOwner(turn, order, said)));
}

/** Tells the resident, and answers what staff may rely on. */
async function tellOwner(turn: Turn, owner: Told, said: GroupText): Promise<GroupText> {
  const way = await tellPerson(turn, owner, { inPrivate: said, inGroup: said }, { lane: 'reminder' });
  return way === 'nowhere' ? texts.untold() : texts.told();
}

async function cancel(turn: Turn, booking: Booking): Promise<Reply> {
  const may = await mayChange(turn, booking);
  if (!may.ok) return say(refusalText(may.refusal, booking.no));
  const done = await cancelBooking(turn, booking, actorOf(turn, booking));
  if (!done.ok) return say(refusalText(done.refusal, booking.no, booking));
  const slots = bookingWords(booking);
  if (!isAnothers(turn, booking)) return cancelledReply(booking);
  const said = texts.cancelledByStaff({ ...slots, again: officeWords(booking.service) });
  return say(lines<GroupText>(texts.cancelled(slots), await tellOwner(turn, booking, said)));
}

/** With how to undo it; for whom it was is said in private only. */
function cancelledReply(booking: Booking): Reply {
  const { service, at } = bookingWords(booking);
  const head = texts.cancelled(bookingWords(booking));
  const again = texts.bookAgain({ service, at });
  if (booking.relation === 'self') return say(lines<GroupText>(head, again));
  const forThem = texts.bookAgainFor({ service, at, who: whoName(booking) });
  return { inGroup: head, inPrivate: lines<PrivateText>(head, forThem) };
}

/** Whether staff really mean to call off what somebody else has booked. */
export const sureToCancel: Question = leavable({
  whenLeft: () => texts.notCancelled(),
  again: { example: '1', ask: (turn, { no }) => callOff(turn, no) },
  id: 'services.sure-to-cancel',
  payload: z.object({ no: z.number().int() }),
  fits: (typed) => YES.test(fold(typed.trim())) || NO.test(fold(typed.trim())),
  answer: async (turn, typed, { no }) =>
    YES.test(fold(typed.trim())) ? callOff(turn, no, true) : say(texts.notCancelled()),
});
