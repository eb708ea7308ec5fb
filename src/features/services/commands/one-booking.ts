import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { type GroupText, lines, type PrivateText } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { ONLY_BOOKING_NUMBER } from '../rules/vocabulary.ts';
import { getBooking } from '../service/change.ts';
import { ownOrders } from '../service/meal-orders.ts';
import { serviceNamed } from '../service/openings.ts';
import { orderItem } from '../texts/meals.ts';
import { refusalText } from '../texts/refusals.ts';
import { bookingStateName, bookingWords, comingWords, texts, whoName } from '../texts/say.ts';

/** `预约 3`, `预约号3`: the speaker's own booking or meals of that number; undefined where the words are more than a number. */
export async function shownBooking(turn: Turn, typed: string): Promise<Reply | undefined> {
  const digits = ONLY_BOOKING_NUMBER.exec(fold(typed.trim()))?.[1];
  if (digits === undefined) return undefined;
  const no = Number(digits);
  const order = (await ownOrders(turn)).find((one) => one.no === no);
  if (order !== undefined) return orderItem(order, dayOf(turn.at, turn.community.zone));
  const found = await getBooking(turn, no);
  const isOwn = found.ok && found.value.personId === turn.speaker.personId;
  // A room sees those that were booked in it.
  const isHere = turn.place.kind !== 'room' || (found.ok && found.value.roomId === turn.place.room.id);
  if (!isOwn) return say(refusalText('unknown', no));
  return isHere ? shown(turn, found.value) : say(texts.mineElsewhere({ no }));
}

/** One booking, with what is to be known before coming. */
export function shown(turn: Turn, booking: Booking): Reply {
  const service = serviceNamed(turn, booking.service);
  const head = texts.shown({ ...bookingWords(booking), state: bookingStateName(booking.state) });
  const isOpen = booking.state === 'booked';
  const more = [
    ...(isOpen && service !== undefined ? comingWords(service, turn.community.profile.office.address) : []),
    isOpen ? texts.howToChange({ no: booking.no }) : undefined,
  ];
  return {
    inGroup: lines<GroupText>(head, ...more),
    inPrivate: lines<PrivateText>(head, texts.shownFor({ who: whoName(booking) }), ...more),
  };
}
