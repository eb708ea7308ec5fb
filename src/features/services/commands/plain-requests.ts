import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { SELF } from '../rules/booking.ts';
import { pointingOf } from '../rules/pointing.ts';
import { servicesIn } from '../rules/request.ts';
import {
  ASKS_ABOUT,
  ASKS_FOR_OWN,
  EITHER_OR,
  NEEDS_HELP,
  NO_WISH,
  STARTS_AS_WISH,
  WANTS,
  WANTS_TO_WAIT,
} from '../rules/vocabulary.ts';
import {
  AROUND_OWN_TIME,
  ASKS_FOR_OWN_TIME,
  BEGINS_WITH_BOOK,
  BEGINS_WITH_ONESELF,
  OWN_BY_NAME,
  SAYS_BOOK,
  SHOWS_OWN,
  WISHES,
} from '../rules/vocabulary/questions.ts';
import { servicesOf } from '../service/openings.ts';
import { listWords, texts } from '../texts/say.ts';
import { forWhom, meantBy, mine, request, slipReply } from './booking.ts';
import { detailsOf, officialReply } from './catalogue.ts';
import { shownBooking } from './one-booking.ts';
import { namesForeignPaper, paperReply } from './papers.ts';
import { toldHere } from './told.ts';
import { waitAt } from './waiting.ts';

/** `我那个理发是几点来着`: the one thing that is meant of their own, or all that they have. */
async function askedOwn(turn: Turn, typed: string): Promise<Reply | undefined> {
  const folded = fold(typed.trim());
  if (ASKS_FOR_OWN.test(folded) || SHOWS_OWN.test(folded)) return mine(turn);
  if (!BEGINS_WITH_ONESELF.test(folded) || !ASKS_FOR_OWN_TIME.test(folded)) return undefined;
  const { named, isClear } = pointingOf(folded.replace(AROUND_OWN_TIME, ' '), servicesOf(turn));
  if (!isClear) return undefined;
  const isByName = OWN_BY_NAME.test(folded);
  if (named.length === 0) return isByName ? mine(turn) : undefined;
  const [only, ...others] = await forWhom(turn, await meantBy(turn, named), typed);
  if (only !== undefined) return others.length === 0 ? shownBooking(turn, `${only}`) : mine(turn);
  if (!isByName) return undefined;
  const [{ name } = { name: '' }] = named;
  const notBooked = texts.notBooked({ services: listWords(named.map((service) => service.name)) });
  return say(lines<GroupText>(notBooked, texts.detailsHow({ name: officeWords(name) })));
}

/** A wish for an appointment in plain words, said to the bot itself: `明天上午给我妈约个理发`. */
export async function plainRequest(turn: Turn, typed: string): Promise<Reply | undefined> {
  if (typed.length > LONGEST_REQUEST) return undefined;
  if (namesForeignPaper(typed)) return paperReply(turn, typed);
  const own = await askedOwn(turn, typed);
  if (own !== undefined) return own;
  const services = servicesOf(turn);
  const named = servicesIn(typed, services);
  const folded = fold(typed);
  if (NO_WISH.test(folded.replace(NEEDS_HELP, '').replace(EITHER_OR, ''))) return undefined;
  if (named.length === 0) return BEGINS_WITH_BOOK.test(folded) ? slipReply(turn, typed) : undefined;
  const [only, ...others] = named;
  // 候补理发周二, without a space.
  if (WANTS_TO_WAIT.test(folded)) return waitAt(turn, typed, SELF);
  if (only !== undefined && others.length === 0 && ASKS_ABOUT.test(folded)) return detailsOf(turn, only);
  const told = toldHere(turn, folded.replace(WISHES, ' '), only?.name);
  const isOnlyNamed = told.isAll || pointingOf(folded.replace(WISHES, ' '), services).isClear;
  const isWish = isOnlyNamed || WANTS.test(folded) || STARTS_AS_WISH.test(folded);
  if (!isWish) return undefined;
  const isForInformation = told.wishes.length === 0 && others.length === 0 && !SAYS_BOOK.test(folded);
  if (isForInformation && only?.official !== undefined) return officialReply(turn, only, only.official);
  return request(turn, typed);
}
const LONGEST_REQUEST = 40;
