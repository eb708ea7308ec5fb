import type { Asking, Reply } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { partDetails } from '../rules/details.ts';
import { askForDetails, DETAILS_QUESTION, type DetailsWay } from '../service/details.ts';
import type { Step } from '../service/draft-shape.ts';
import { mealTexts, shortDays, weekdayWords } from '../texts/meals.ts';
import {
  askDetailsText,
  bookingWords,
  dayWords,
  listWords,
  placeWords,
  texts,
  unpublishedText,
  whoName,
} from '../texts/say.ts';
import { keptHere } from './details.ts';

/** Number, service and date; a room hears no more. Address and telephone are asked in private. */
export async function bookedReply(turn: Turn, service: Service, booking: Booking): Promise<Reply> {
  const way = await askForDetails(turn, booking, service.place === 'home');
  const { office } = turn.community.profile;
  const words = bookingWords(booking);
  const more = [
    unpublishedText(service, booking.day, turn.community.calendar),
    service.place === 'home' ? undefined : texts.where({ place: placeWords(service, office.address) }),
    service.bring.length === 0 ? undefined : texts.bring({ bring: listWords(service.bring) }),
    service.official === undefined ? undefined : texts.official({ official: officeWords(service.official) }),
    texts.howToChange({ no: booking.no }),
  ];
  const asked =
    way === 'privately' ? texts.detailsAskedPrivately() : way === 'by-staff' ? texts.detailsByStaff() : undefined;
  const home = await homeReply(turn, booking, way);
  return {
    inGroup: lines<GroupText>(texts.booked(words), ...more, asked),
    inPrivate: lines<PrivateText>(texts.bookedFor({ ...words, who: whoName(booking) }), ...more, home.inPrivate),
    ...(home.ask === undefined ? {} : { ask: home.ask }),
  };
}

/** What is said in private of the home to which somebody comes, and what is still asked of it. */
async function homeReply(
  turn: Turn,
  { no, details }: Pick<Booking, 'no' | 'details'>,
  way: DetailsWay,
): Promise<{ readonly inPrivate: PrivateText | undefined; readonly ask?: Asking }> {
  const { door } = partDetails(details ?? '', turn.community.profile.compounds);
  const quoted = `“${plainWords(door)}”`;
  if (way === 'known') return { inPrivate: texts.detailsKnown({ no, details: quoted }) };
  if (way === 'here') {
    return { inPrivate: askDetailsText(turn.community.profile), ask: { question: DETAILS_QUESTION, payload: { no } } };
  }
  if (way !== 'told') return { inPrivate: undefined };
  return keptHere(turn, no, texts.detailsTold({ details: quoted }));
}

/** Number, service and days; the address is asked in private. */
export async function orderedReply(
  turn: Turn,
  { order, service, days, full }: Extract<Step, { kind: 'ordered' }>,
): Promise<Reply> {
  const way = await askForDetails(turn, order, service.place === 'home');
  const home = await homeReply(turn, order, way);
  const [first = ''] = days;
  const slots = { no: order.no, service: officeWords(service.name), first: dayWords(first) };
  const head = order.to === null ? mealTexts.standing({ ...slots, days: weekdayWords(order.weekdays) }) : undefined;
  const missing = full.length === 0 ? undefined : mealTexts.fullOn({ days: shortDays(full) });
  const common = [
    head ?? mealTexts.ordered({ no: order.no, service: slots.service, days: shortDays(days) }),
    missing,
    order.to === null ? mealTexts.howToPause() : mealTexts.howToStop({ no: order.no }),
  ];
  const asked =
    way === 'privately' ? texts.detailsAskedPrivately() : way === 'by-staff' ? texts.detailsByStaff() : undefined;
  return {
    inGroup: lines<GroupText>(...common, asked),
    inPrivate: lines<PrivateText>(...common, mealTexts.forWhom({ who: whoName(order) }), home.inPrivate),
    ...(home.ask === undefined ? {} : { ask: home.ask }),
  };
}
