import { z } from 'zod';
import { optional, skipSeparators, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import type { Profile } from '../../../engine/community/profile.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { pointingOf } from '../rules/pointing.ts';
import { isSpokenOf } from '../rules/request.ts';
import { ANY, exactSlot, type Wish } from '../rules/slots.ts';
import { TIME_WORDS } from '../rules/vocabulary.ts';
import { ASKS_FOR_NUMBER } from '../rules/vocabulary/questions.ts';
import { askingOf, whenIn } from '../rules/when.ts';
import { getBooking, mayChange } from '../service/change.ts';
import { advance } from '../service/draft.ts';
import { getMealOrder, ownOrders } from '../service/meal-orders.ts';
import { MOST_CHOICES, servicesOf } from '../service/openings.ts';
import { ownBookings } from '../service/read.ts';
import { mealTexts, orderItem } from '../texts/meals.ts';
import { noSuchText } from '../texts/problems.ts';
import { refusalText } from '../texts/refusals.ts';
import { bookingWords, listWords, texts, waitedWords, whoName } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';
import { callOff } from './cancelling.ts';
import { shownBooking } from './one-booking.ts';
import { answerQuestion } from './questions.ts';
import { chosenOf } from './choosing.ts';
import { stepReply } from './steps.ts';
import { leavable } from './leaving.ts';
import { request } from './request.ts';

const MOST_ITEMS = 6;

export async function mine(turn: Turn): Promise<Reply> {
  const { shown, waiting, hidden } = await ownBookings(turn);
  const meals = await ownOrders(turn);
  const example = officeWords(servicesOf(turn)[0]?.name ?? '');
  if (shown.length + waiting.length + meals.length + hidden === 0) return say(texts.mineNone({ example }));
  const queued = [
    ...meals.map((order) => orderItem(order, dayOf(turn.at, turn.community.zone))),
    ...waiting.map((entry) => {
      const said = texts.mineWaiting({ service: officeWords(entry.service), day: waitedWords(entry) });
      return { inGroup: said, inPrivate: said };
    }),
  ];
  const more = shown.length > MOST_ITEMS ? texts.mineMore({ count: shown.length - MOST_ITEMS }) : undefined;
  const first = shown.slice(0, MOST_ITEMS);
  const room = Math.max(0, MOST_ITEMS - first.length);
  return {
    inGroup: lines<GroupText>(
      texts.mineHead(),
      ...first.map((booking) => texts.mineItem(bookingWords(booking))),
      ...queued.slice(0, room).map(({ inGroup }) => inGroup),
      more ?? (hidden > 0 ? texts.mineHidden({ count: hidden }) : undefined),
    ),
    inPrivate: lines<PrivateText>(
      texts.mineHead(),
      ...first.map((booking) => texts.mineItemFor({ ...bookingWords(booking), who: whoName(booking) })),
      ...queued.slice(0, room).map(({ inPrivate }) => inPrivate),
      more,
    ),
  };
}

type Act = 'cancel' | 'move';

async function perform(turn: Turn, act: Act, no: number, said: string): Promise<Reply> {
  if (act === 'cancel') return callOff(turn, no);
  const order = await getMealOrder(turn, no);
  if (order.ok && order.value.state === 'active') return say(mealTexts.howToPause());
  const found = await getBooking(turn, no);
  return found.ok ? move(turn, found.value, said) : say(refusalText(found.refusal, no));
}

async function move(turn: Turn, booking: Booking, said: string): Promise<Reply> {
  const { no, service, relation, beneficiary, state } = booking;
  if (state !== 'booked') return say(refusalText('not-now', no, booking));
  if (turn.at >= booking.startsAt) return say(refusalText('begun', no));
  const may = await mayChange(turn, booking);
  if (!may.ok) return say(refusalText(may.refusal, no));
  const read = whenIn(said, askingOf(turn.at, turn.community));
  if (read?.problem !== undefined) return say(noSuchText(read.problem));
  const wish = read?.wish ?? ANY;
  // 下午3点 alone is meant for the same day.
  const meant = wish.days.length === 0 && wish.from !== undefined ? { ...wish, days: [booking.day] } : wish;
  const exact = exactSlot(meant);
  if (exact !== undefined && exact.day === booking.day && exact.start === booking.start) {
    return say(texts.same(bookingWords(booking)));
  }
  const draft = { service, relation, beneficiary, moving: no, owner: booking.personId };
  return stepReply(turn, await advance(turn, draft, meant));
}

/** Which of several bookings is meant. */
export const whichBooking: Question = leavable({
  whenLeft: () => texts.notTouched(),
  again: { example: '1', ask: (turn, { act, nos, said }) => askWhich(turn, act, nos, said, []) },
  id: 'services.which-booking',
  payload: z.object({ act: z.enum(['cancel', 'move']), nos: z.array(z.number().int()), said: z.string() }),
  fits: (typed, { nos }) => chosenOf(typed, nos) !== undefined,
  async answer(turn, typed, { act, nos, said }) {
    const no = chosenOf(typed, nos);
    return no === undefined || no === 0 ? say(texts.back()) : perform(turn, act, no, said);
  },
});

/** What may be meant by words without a number: their own bookings of that day, and their meals where they name them. */
export async function meantBy(turn: Turn, named: readonly Service[], when: Wish = ANY): Promise<readonly number[]> {
  const { shown } = await ownBookings(turn);
  const open = shown.filter((booking) => booking.state === 'booked' && isMeantBy(booking, when));
  if (named.length === 0) return open.map(({ no }) => no);
  const isNamed = ({ service }: { readonly service: string }): boolean => named.some(({ name }) => name === service);
  return [...open.filter(isNamed), ...(await ownOrders(turn)).filter(isNamed)].map(({ no }) => no);
}

const isMeantBy = ({ day, start }: Booking, { days, from, to }: Wish): boolean =>
  (days.length === 0 || days.includes(day)) && (from === undefined || (to === undefined ? start === from : start < to));

/** The number decides; without one the only booking that fits, else a short choice. What is unclear is never done. */
export async function choose(turn: Turn, act: Act, no: number | undefined, said = ''): Promise<Reply> {
  const { named, isClear } = pointingOf(said, servicesOf(turn));
  if (no !== undefined && isClear) return perform(turn, act, no, said);
  // Of what is moved, a day that is said is the new one.
  const read = act === 'cancel' ? whenIn(said, askingOf(turn.at, turn.community)) : undefined;
  if (read?.problem !== undefined) return say(noSuchText(read.problem));
  const meant = await forWhom(turn, await meantBy(turn, named, read?.wish), said);
  const [only, ...others] = meant;
  const isUnread = act === 'cancel' && read === undefined && fold(said).search(TIME_WORDS) >= 0;
  if (only !== undefined && others.length === 0 && isClear && !isUnread) return perform(turn, act, only, said);
  return askWhich(turn, act, meant, said, named);
}

/** Of several those of whom the words name: 取消我婆婆的. */
export async function forWhom(turn: Turn, nos: readonly number[], said: string): Promise<readonly number[]> {
  const { shown } = await ownBookings(turn);
  const theirs = shown.filter(({ no, beneficiary }) => nos.includes(no) && isSpokenOf(said, beneficiary));
  return theirs.length > 0 ? theirs.map(({ no }) => no) : nos;
}

export async function askWhich(
  turn: Turn,
  act: Act,
  meant: readonly number[],
  said: string,
  named: readonly Service[],
): Promise<Reply> {
  const { shown } = await ownBookings(turn);
  const open = shown.filter(({ state }) => state === 'booked');
  const fitting = open.filter(({ no }) => meant.includes(no));
  const offered = (fitting.length > 0 ? fitting : open).slice(0, MOST_CHOICES);
  const none =
    meant.length > 0 || named.length === 0
      ? undefined
      : texts.notBooked({ services: listWords(named.map(({ name }) => name)) });
  if (offered.length === 0) return none === undefined ? mine(turn) : say(none);
  const payload = { act, nos: offered.map(({ no }) => no), said };
  const which = act === 'cancel' ? texts.whichToCancel() : texts.whichBooking();
  return {
    inGroup: lines<GroupText>(
      none,
      which,
      ...offered.map((booking, index) =>
        texts.choice({ digit: index + 1, words: texts.mineItem(bookingWords(booking)) }),
      ),
    ),
    inPrivate: lines<PrivateText>(
      none,
      which,
      ...offered.map((booking, index) =>
        texts.choiceFor({
          digit: index + 1,
          words: texts.mineItemFor({ ...bookingWords(booking), who: whoName(booking) }),
        }),
      ),
    ),
    ask: { question: whichBooking.id, payload },
  };
}

/** In a group, talk about bookings is none of the bot's business. */
const isMeant = (rest: string, { services }: Profile): boolean => pointingOf(skipSeparators(rest), services).isClear;

const anyone = { who: 'anyone', where: 'anywhere', topic: '预约' } as const;

export const bookingCommands: readonly Command[] = [
  command({
    ...anyone,
    id: 'services.book',
    words: ['预约', '我要预约', '我想预约'],
    heard: 'content',
    usage: '预约 服务 时间',
    example: '预约 理发',
    args: { words: optional(words) },
    run: async (turn, { words: said = '' }) =>
      ASKS_FOR_NUMBER.test(fold(said))
        ? mine(turn)
        : ((await shownBooking(turn, said)) ?? (await answerQuestion(turn, `预约${said}`)) ?? request(turn, said)),
  }),
  command({
    ...anyone,
    id: 'services.mine',
    words: ['我的预约', '我约的'],
    heard: 'exact',
    usage: '我的预约',
    example: '我的预约',
    args: {},
    run: mine,
  }),
  command({
    ...anyone,
    id: 'services.cancel',
    words: ['取消预约', '退预约'],
    heard: 'content',
    usage: '取消预约 号',
    example: '取消预约 1',
    isMeant,
    args: { no: optional(bookingNumber), words: optional(words) },
    run: (turn, taken) => choose(turn, 'cancel', taken.no, taken.words),
  }),
  command({
    ...anyone,
    id: 'services.move',
    words: ['改约', '改预约', '预约改'],
    heard: 'content',
    usage: '改约 号 时间',
    example: '改约 1 周四上午',
    isMeant,
    args: { no: optional(bookingNumber), words: optional(words) },
    run: (turn, taken) => choose(turn, 'move', taken.no, taken.words),
  }),
];
