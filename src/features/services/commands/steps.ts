import { z } from 'zod';
import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import { CHOICE } from '../../../engine/chat/vocabulary.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { readNumeral } from '../../../kernel/numerals.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fold, plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { answeredAge, answeredConsent } from '../rules/answers.ts';
import { ageIn, servicesIn, whoIn } from '../rules/request.ts';
import { exactSlot } from '../rules/slots.ts';
import { WAITS_ALONE, WANTS_TO_WAIT } from '../rules/vocabulary.ts';
import { ANY_DAY, askingOf, mealDaysIn, whenIn } from '../rules/when.ts';
import { askForDetails, DETAILS_QUESTION } from '../service/details.ts';
import { advance } from '../service/draft.ts';
import { type Draft, draftSchema, type Step, type TurnStep, TURN_QUESTION } from '../service/draft-shape.ts';
import { MOST_CHOICES, servicesOf } from '../service/openings.ts';
import { mealTexts, shortDays, weekdayWords } from '../texts/meals.ts';
import { noSuchText, problemText } from '../texts/problems.ts';
import {
  askDetailsText,
  bookingWords,
  dayWords,
  listWords,
  placeWords,
  slotWords,
  texts,
  unpublishedText,
  whoName,
} from '../texts/say.ts';
import { quotaText, refusedText } from './refused.ts';
import { leavable, leftText, namesAnother } from './leaving.ts';
import { waitAt } from './waiting.ts';

const BACK = 0;

/** Which item of a menu is meant: its index, 0 for back; undefined where the words are no choice. */
export function chosenOf<Item>(typed: string, items: readonly Item[]): Item | typeof BACK | undefined {
  const digit = CHOICE.exec(fold(typed.trim()))?.[1];
  if (digit === undefined) return undefined;
  const position = readNumeral(digit) ?? Number(digit);
  return position === BACK ? BACK : items[position - 1];
}

const items = (words: readonly string[]): readonly GroupText[] =>
  words.map((one, index) => texts.choice({ digit: index + 1, words: officeWords(one) }));

/** What is said for a step, and the question that stays open. */
export async function stepReply(turn: Turn, step: Step): Promise<Reply> {
  switch (step.kind) {
    case 'which-service': {
      const { draft, names } = step;
      if (names.length === 0) return say(texts.noServices());
      const shown = names.slice(0, MOST_CHOICES);
      const others = names.slice(MOST_CHOICES);
      const more = others.length === 0 ? undefined : texts.otherServices({ names: listWords(others) });
      const ask = { question: whichService.id, payload: { draft, names: shown } };
      return say(lines<GroupText>(texts.whichService(), ...items(shown), more), { ask });
    }
    case 'which-turn':
      return turnReply(turn, step);
    case 'how-old': {
      const { draft, service } = step;
      const age = service.leastAge ?? 0;
      const ask = { question: howOld.id, payload: { draft, age } };
      return say(lines<GroupText>(heldText(step), texts.isOldEnough({ age })), { ask });
    }
    case 'consent': {
      const ask = { question: consent.id, payload: { draft: step.draft } };
      return say(lines<GroupText>(heldText(step), texts.hasConsent()), { ask });
    }
    case 'booked':
      return bookedReply(turn, step.service, step.booking);
    case 'moved': {
      const { booking, service } = step;
      const open = unpublishedText(service, booking.day, turn.community.calendar);
      return say(lines<GroupText>(texts.moved(bookingWords(booking)), open, texts.howToChange({ no: booking.no })));
    }
    case 'which-days': {
      const ask = { question: whichDays.id, payload: { draft: { ...step.draft, service: step.service.name } } };
      return say(lines<GroupText>(step.isTooLate ? mealTexts.tooLate() : undefined, mealTexts.whichDays()), { ask });
    }
    case 'ordered':
      return orderedReply(turn, step);
    case 'refused':
      return say(refusedText(step));
  }
}

function turnReply(turn: Turn, step: TurnStep): Reply {
  const { draft, service, choices, wish, problem, clash } = step;
  const used = step.isUsedUp === true ? quotaText(service, draft) : undefined;
  const today = dayOf(turn.at, turn.community.zone);
  const [day, ...days] = wish.days;
  const holiday = day === undefined || days.length > 0 ? undefined : turn.community.calendar.holidayName(day);
  const why = problem === undefined ? used : problemText(problem, service, wish, { choices, holiday, today });
  const payload = { draft: { ...draft, service: service.name }, choices, ...wish };
  const ask = { question: whichTurn.id, payload };
  const { hotline } = turn.community.profile.office;
  const name = officeWords(service.name);
  const asked =
    choices.length === 0
      ? [texts.noTurns({ service: name, hotline: officeWords(hotline) })]
      : [texts.whichTurn({ service: name }), ...items(choices.map(slotWords))];
  if (clash === undefined) return say(lines<GroupText>(why, ...asked), { ask });
  // A room does not hear what somebody has booked elsewhere.
  const isFromHere = turn.place.kind === 'room' && turn.place.room.id === clash.roomId;
  const named = texts.clash(bookingWords(clash));
  return {
    inGroup: lines<GroupText>(isFromHere ? named : texts.clashSomewhere(), ...asked),
    inPrivate: lines<PrivateText>(named, ...asked),
    ask,
  };
}

function heldText({ draft, service }: { readonly draft: Draft; readonly service: Service }): GroupText | undefined {
  if (draft.slot === undefined) return undefined;
  return texts.held({ service: officeWords(service.name), at: slotWords(draft.slot) });
}

/** Number, service and date; a room hears no more. Address and telephone are asked in private. */
async function bookedReply(turn: Turn, service: Service, booking: Booking): Promise<Reply> {
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
  const details = plainWords(booking.details ?? '');
  const inPrivate = lines<PrivateText>(
    texts.bookedFor({ ...words, who: whoName(booking) }),
    ...more,
    way === 'known' ? texts.detailsKnown({ no: booking.no, details: `“${details}”` }) : undefined,
    way === 'here' ? askDetailsText(turn.community.profile) : undefined,
  );
  return {
    inGroup: lines<GroupText>(texts.booked(words), ...more, asked),
    inPrivate,
    ...(way === 'here' ? { ask: { question: DETAILS_QUESTION, payload: { no: booking.no } } } : {}),
  };
}

/** Number, service and days; the address is asked in private. */
async function orderedReply(
  turn: Turn,
  { order, service, days, full }: Extract<Step, { kind: 'ordered' }>,
): Promise<Reply> {
  const way = await askForDetails(turn, order, service.place === 'home');
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
    inPrivate: lines<PrivateText>(
      ...common,
      mealTexts.forWhom({ who: whoName(order) }),
      way === 'known'
        ? texts.detailsKnown({ no: order.no, details: `“${plainWords(order.details ?? '')}”` })
        : undefined,
      way === 'here' ? askDetailsText(turn.community.profile) : undefined,
    ),
    ...(way === 'here' ? { ask: { question: DETAILS_QUESTION, payload: { no: order.no } } } : {}),
  };
}

/** On which days a meal is wanted. */
export const whichDays: Question = leavable({
  whenLeft: leftText,
  id: 'services.which-days',
  payload: z.object({ draft: draftSchema }),
  fits: (typed, { draft }, community) =>
    typed.length <= SHORT &&
    !namesAnother(typed, draft, community) &&
    mealDaysIn(typed, askingOf(ANY_DAY, community)) !== undefined,
  async answer(turn, typed, { draft }) {
    const meal = mealDaysIn(typed, askingOf(turn.at, turn.community));
    return stepReply(turn, await advance(turn, meal === undefined ? draft : { ...draft, meal }));
  },
});

/** Which service is meant: by its number or its name. */
export const whichService: Question = leavable({
  whenLeft: leftText,
  id: 'services.which-service',
  payload: z.object({ draft: draftSchema, names: z.array(z.string()) }),
  fits: (typed, { names }, community) =>
    chosenOf(typed, names) !== undefined ||
    (typed.length <= SHORT && servicesIn(typed, community.profile.services).length > 0),
  async answer(turn, typed, { draft, names }) {
    const chosen = chosenOf(typed, names);
    if (chosen === BACK) return say(texts.back());
    const service = chosen ?? servicesIn(typed, servicesOf(turn))[0]?.name;
    const said = whenIn(typed, askingOf(turn.at, turn.community));
    return stepReply(turn, await advance(turn, withService(draft, service), said?.wish));
  },
});

const withService = (draft: Draft, service: string | undefined): Draft =>
  service === undefined ? draft : { ...draft, service };

/** An answer is short; what is longer is talk. */
const SHORT = 16;

/** Which turn is meant: by its number, or another day or time; or to wait for the day that is full. */
export const whichTurn: Question = leavable({
  whenLeft: leftText,
  id: TURN_QUESTION,
  payload: z.object({
    draft: draftSchema,
    choices: z.array(z.object({ day: z.string(), start: z.number().int() })),
    days: z.array(z.string()),
    /** The time that was wished and was not free, for whoever waits for it. */
    from: z.number().int().optional(),
    to: z.number().int().optional(),
  }),
  outranks: (typed) => WAITS_ALONE.test(fold(typed)),
  fits: (typed, { draft, choices }, community) =>
    chosenOf(typed, choices) !== undefined ||
    WANTS_TO_WAIT.test(fold(typed)) ||
    (typed.length <= SHORT &&
      !namesAnother(typed, draft, community) &&
      whenIn(typed, askingOf(ANY_DAY, community)) !== undefined),
  async answer(turn, typed, { draft, choices, days, from, to }) {
    const chosen = chosenOf(typed, choices);
    if (chosen === BACK) return say(texts.back());
    if (chosen !== undefined) return stepReply(turn, await advance(turn, { ...draft, slot: chosen }));
    if (WANTS_TO_WAIT.test(fold(typed))) return waitAt(turn, typed, draft, { days, from, to });
    const said = whenIn(typed, askingOf(turn.at, turn.community));
    if (said?.problem !== undefined) {
      return say(noSuchText(said.problem), { ask: { question: whichTurn.id, payload: { draft, choices, days } } });
    }
    const wish = said?.wish ?? { days: [], from: undefined, to: undefined };
    // 上午 alone, or 9点半, is said of the day that is being talked about.
    const meant = wish.days.length === 0 ? { ...wish, days } : wish;
    const slot = exactSlot(meant);
    return stepReply(turn, await advance(turn, slot === undefined ? draft : { ...draft, slot }, meant));
  },
});

/** The items of a yes-or-no menu. */
const YES_NO = [true, false] as const;

/** What is answered to the question for the age: an age, the menu's yes or no, or nothing of it. */
const ageAnswered = (typed: string, age: number): number | undefined => {
  const chosen = chosenOf(typed, YES_NO);
  return typeof chosen === 'boolean' ? age - (chosen ? 0 : 1) : answeredAge(typed, age);
};

/** Whether the one who is to have it is old enough; or that somebody else is meant. */
export const howOld: Question = leavable({
  whenLeft: leftText,
  id: 'services.how-old',
  payload: z.object({ draft: draftSchema, age: z.number().int() }),
  fits: (typed, { age }) =>
    ageAnswered(typed, age) !== undefined || (typed.length <= SHORT && whoIn(typed) !== undefined),
  answer: async (turn, typed, { draft, age }) => {
    const who = whoIn(typed);
    if (who === 'several') return say(texts.several({ service: officeWords(draft.service ?? '') }));
    const said = who === undefined ? ageAnswered(typed, age) : ageIn(typed);
    const meant = who === undefined ? draft : { ...draft, ...who };
    return stepReply(turn, await advance(turn, said === undefined ? meant : { ...meant, age: said }));
  },
});

const consentAnswered = (typed: string): boolean | undefined => {
  const chosen = chosenOf(typed, YES_NO);
  return typeof chosen === 'boolean' ? chosen : answeredConsent(typed);
};

/** Whether the neighbour knows. */
export const consent: Question = leavable({
  whenLeft: leftText,
  id: 'services.consent',
  payload: z.object({ draft: draftSchema }),
  // 同意 is what its menu says; to staff it is a command, too.
  outranks: (typed) => consentAnswered(typed) === true,
  fits: (typed) => consentAnswered(typed) !== undefined,
  answer: async (turn, typed, { draft }) =>
    consentAnswered(typed) === true
      ? stepReply(turn, await advance(turn, { ...draft, hasConsent: true }))
      : say(texts.noConsent()),
});
