import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { SELF } from '../rules/booking.ts';
import { pointingOf } from '../rules/pointing.ts';
import { servicesIn } from '../rules/request.ts';
import { holdsWish, wantedIn } from '../rules/wishes.ts';
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
  ALSO_WAITS,
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
import { forWhom, meantBy, mine } from './booking.ts';
import { detailsOf, officialReply } from './catalogue.ts';
import { shownBooking } from './one-booking.ts';
import { namesForeignPaper, paperReply } from './papers.ts';
import { request, slipReply } from './request.ts';
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
  const services = servicesOf(turn);
  const isWishBeside = typed.length <= LONGEST_STORY && holdsWish(typed, services);
  if (isWishBeside && typed.length > LONGEST_REQUEST) return request(turn, typed);
  if (typed.length > LONGEST_REQUEST) return undefined;
  if (namesForeignPaper(typed)) return paperReply(turn, typed);
  const own = await askedOwn(turn, typed);
  if (own !== undefined) return own;
  const named = servicesIn(typed, services);
  const folded = fold(typed);
  if (!isWishBeside && NO_WISH.test(folded.replace(NEEDS_HELP, '').replace(EITHER_OR, ''))) return undefined;
  if (named.length === 0) return BEGINS_WITH_BOOK.test(folded) ? unnamed(turn, typed) : undefined;
  const [only, ...others] = named;
  // 候补理发周二, without a space.
  if (WANTS_TO_WAIT.test(folded) || ALSO_WAITS.test(folded)) return waitAt(turn, typed, SELF);
  const told = toldHere(turn, folded.replace(WISHES, ' '), only?.name);
  // 周四行吗, behind a wish, asks for that day.
  const isAsked = ASKS_ABOUT.test(folded) && !(isWishBeside && told.wishes.length > 0);
  if (only !== undefined && others.length === 0 && isAsked) return detailsOf(turn, only, typed);
  const isOnlyNamed = told.isAll || pointingOf(folded.replace(WISHES, ' '), services).isClear;
  const isWish = isWishBeside || isOnlyNamed || WANTS.test(folded) || STARTS_AS_WISH.test(folded);
  if (!isWish) return undefined;
  const isForInformation = told.wishes.length === 0 && others.length === 0 && !SAYS_BOOK.test(folded);
  if (isForInformation && only?.official !== undefined) return officialReply(turn, only, only.official);
  return request(turn, typed);
}
const LONGEST_REQUEST = 40;
/** Who tells why and for whom writes more. */
const LONGEST_STORY = 120;

/** 约 without a service that there is: a slip of the thumb, or the window. */
async function unnamed(turn: Turn, typed: string): Promise<Reply | undefined> {
  const isWindow = wantedIn(typed, servicesOf(turn)).length > 0;
  const isOnlyBook = toldHere(turn, typed.replace(BEGINS_WITH_BOOK, ' '), undefined).isAll;
  return isWindow || isOnlyBook ? request(turn, typed) : slipReply(turn, typed);
}
