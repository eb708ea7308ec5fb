import { z } from 'zod';
import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { answeredAge, answeredConsent } from '../rules/answers.ts';
import { pointingOf } from '../rules/pointing.ts';
import { servicesIn } from '../rules/request.ts';
import type { Slot } from '../rules/booking.ts';
import { ANY, type Wish } from '../rules/slots.ts';
import type { Told } from '../rules/told.ts';
import { LATER_TURNS, WAITS_ALONE, WANTS_TO_WAIT } from '../rules/vocabulary.ts';
import { ANY_DAY, askingOf, mealDaysIn, whenIn } from '../rules/when.ts';
import { advance, advanceAny, findLater } from '../service/draft.ts';
import { type Draft, draftSchema, type Step, type TurnStep, TURN_QUESTION } from '../service/draft-shape.ts';
import { MOST_CHOICES, serviceNamed, servicesOf } from '../service/openings.ts';
import { mealProblemText, mealTexts } from '../texts/meals.ts';
import { noSuchText, problemText } from '../texts/problems.ts';
import { bookingWords, listWords, slotWords, texts, unpublishedText } from '../texts/say.ts';
import { quotaText, refusedText } from './refused.ts';
import { isAboutDraft, leavable, leftText, mayAnswer, SHORT } from './leaving.ts';
import { bookedReply, orderedReply } from './booked.ts';
import { BACK, chosenOf, turnChosen } from './choosing.ts';
import { prefixed, tellsOnly, toldAnyDay, toldHere, wishesOf, withoutHome, withTold } from './told.ts';
import { waitAt } from './waiting.ts';

const items = (words: readonly string[]): readonly GroupText[] =>
  words.map((one, index) => texts.choice({ digit: index + 1, words: officeWords(one) }));

/** What is said for a step, and the question that stays open. */
export async function stepReply(turn: Turn, step: Step): Promise<Reply> {
  switch (step.kind) {
    case 'which-service': {
      const { draft, names, wish } = step;
      if (names.length === 0) return say(texts.noServices());
      const shown = names.slice(0, MOST_CHOICES);
      const others = names.slice(MOST_CHOICES);
      const more = others.length === 0 ? undefined : texts.otherServices({ names: listWords(others) });
      const ask = { question: whichService.id, payload: { draft, names: shown, ...wish } };
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
      return say(
        lines<GroupText>(
          step.problem === undefined ? undefined : mealProblemText(step.problem, step.service),
          mealTexts.whichDays(),
        ),
        { ask },
      );
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
      : [
          draft.moving === undefined ? texts.whichTurn({ service: name }) : texts.whichNewTurn({ service: name }),
          ...items(choices.map(slotWords)),
        ];
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

/** What was wished: kept until the service is known, and for whoever waits for a time that is not free. */
const wishShape = {
  days: z.array(z.string()),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
} as const;

/** Goes on after an answer: with all that it told, and with what it answers to the question itself. */
async function goOn(
  turn: Turn,
  draft: Draft,
  told: Told,
  answered: Partial<Draft>,
  before: Wish = ANY,
): Promise<Reply> {
  if (told.who === 'several') return say(texts.several({ service: officeWords(draft.service ?? '') }));
  const known = withTold(turn, draft, told);
  const meant = { ...known, ...answered };
  const wishes = wishesOf(told, draft.slot === undefined ? before.days : [draft.slot.day]);
  if (wishes === undefined) {
    const step = await advance(turn, meant, before);
    // Whoever told something else than was asked is not to think that nobody listens.
    const isNoted = (step.kind === 'which-turn' || step.kind === 'which-days') && Object.keys(answered).length === 0;
    return withoutHome(turn, told, prefixed(isNoted ? texts.noted() : undefined, await stepReply(turn, step)));
  }
  const { slot: _, ...open } = meant;
  return withoutHome(turn, told, await stepReply(turn, await advanceAny(turn, open, wishes)));
}

/** Asks once more for what is missing. */
const onceMore = async (turn: Turn, draft: Draft, wish: Wish = ANY): Promise<Reply> =>
  stepReply(turn, await advance(turn, draft, wish));

/** On which days a meal is wanted. */
export const whichDays: Question = leavable({
  whenLeft: leftText,
  again: { example: '周一到周五', ask: (turn, { draft }) => onceMore(turn, draft) },
  id: 'services.which-days',
  payload: z.object({ draft: draftSchema }),
  fits: (typed, { draft }, community, isTalk) =>
    (mayAnswer(typed, draft, community) && tellsOnly(typed, community)) ||
    (isAboutDraft(typed, draft, community, isTalk) && mealDaysIn(typed, askingOf(ANY_DAY, community)) !== undefined),
  answer(turn, typed, { draft }) {
    const meal = mealDaysIn(typed, askingOf(turn.at, turn.community));
    return goOn(turn, draft, toldHere(turn, typed, draft.service), meal === undefined ? {} : { meal });
  },
});

/** Which service is meant: by its number or its name. */
export const whichService: Question = leavable({
  whenLeft: leftText,
  again: { example: '理发', ask: (turn, { draft, days, from, to }) => onceMore(turn, draft, { days, from, to }) },
  id: 'services.which-service',
  payload: z.object({ draft: draftSchema, names: z.array(z.string()), ...wishShape }),
  fits: (typed, { names }, community, isTalk) =>
    chosenOf(typed, names) !== undefined ||
    (typed.length <= SHORT &&
      servicesIn(typed, community.profile.services).length > 0 &&
      (!isTalk || pointingOf(typed, community.profile.services).isClear)) ||
    tellsOnly(typed, community),
  async answer(turn, typed, { draft, names, days, from, to }) {
    const chosen = chosenOf(typed, names);
    if (chosen === BACK) return say(texts.back());
    const service = chosen ?? servicesIn(typed, servicesOf(turn))[0]?.name;
    const answered = service === undefined ? {} : { service };
    return goOn(turn, draft, toldHere(turn, typed, service), answered, { days, from, to });
  },
});

interface Offered extends Wish {
  readonly draft: Draft;
  readonly choices: readonly Slot[];
}

/** The same turns once more. */
async function turnsAgain(turn: Turn, { draft, choices, ...wish }: Offered): Promise<Reply> {
  const service = serviceNamed(turn, draft.service ?? '');
  if (service === undefined) return stepReply(turn, await advance(turn, draft));
  return turnReply(turn, { kind: 'which-turn', draft, service, choices, wish, problem: undefined });
}

/** What comes after the turns that were offered. */
async function laterReply(turn: Turn, offered: Offered, isOtherDay: string | undefined): Promise<Reply> {
  const last = offered.choices.at(-1);
  const later = last && (await findLater(turn, offered.draft, last, isOtherDay !== undefined));
  if (later !== undefined) return turnReply(turn, later);
  const { inGroup, inPrivate, ...same } = await turnsAgain(turn, offered);
  return {
    ...same,
    inGroup: lines<GroupText>(texts.noLater(), inGroup),
    inPrivate: lines<PrivateText>(texts.noLater(), inPrivate),
  };
}

/** Which turn is meant: by its number, or another day or time; or to wait for the day that is full. */
export const whichTurn: Question = leavable({
  whenLeft: leftText,
  again: {
    example: '1，或：周四9点40',
    ask: (turn, { draft, choices, days, from, to }) => turnsAgain(turn, { draft, choices, days, from, to }),
  },
  id: TURN_QUESTION,
  payload: z.object({
    draft: draftSchema,
    choices: z.array(z.object({ day: z.string(), start: z.number().int() })),
    ...wishShape,
  }),
  outranks: (typed) => WAITS_ALONE.test(fold(typed)),
  fits: (typed, { draft, choices }, community, isTalk) =>
    turnChosen(typed, choices) !== undefined ||
    LATER_TURNS.test(fold(typed.trim())) ||
    (isTalk ? WAITS_ALONE : WANTS_TO_WAIT).test(fold(typed)) ||
    (mayAnswer(typed, draft, community) && tellsOnly(typed, community)) ||
    (isAboutDraft(typed, draft, community, isTalk) && whenIn(typed, askingOf(ANY_DAY, community)) !== undefined),
  async answer(turn, typed, { draft, choices, days, from, to }) {
    const chosen = turnChosen(typed, choices);
    if (chosen === BACK) return say(texts.back());
    if (chosen !== undefined) return stepReply(turn, await advance(turn, { ...draft, slot: chosen }));
    const isLater = LATER_TURNS.exec(fold(typed.trim()));
    if (isLater !== null) return laterReply(turn, { draft, choices, days, from, to }, isLater.groups?.['day']);
    if (WANTS_TO_WAIT.test(fold(typed))) return waitAt(turn, typed, draft, { days, from, to });
    const told = toldHere(turn, typed, draft.service);
    if (told.problem !== undefined) {
      const known = withTold(turn, draft, told);
      return say(noSuchText(told.problem), {
        ask: { question: whichTurn.id, payload: { draft: known, choices, days } },
      });
    }
    return goOn(turn, draft, told, {}, { days, from, to });
  },
});

/** The items of a yes-or-no menu. */
const YES_NO = [true, false] as const;

/** What is answered to the question for the age: an age, the menu's yes or no, or nothing of it. */
const ageAnswered = (typed: string, age: number, told: Told): number | undefined => {
  const chosen = chosenOf(typed, YES_NO);
  if (typeof chosen === 'boolean') return age - (chosen ? 0 : 1);
  return answeredAge(typed, age) ?? told.age ?? answeredAge(told.rest, age);
};

/** Whether the one who is to have it is old enough; or that somebody else is meant. */
export const howOld: Question = leavable({
  whenLeft: leftText,
  again: { example: '满了，或：72岁', ask: (turn, { draft }) => onceMore(turn, draft) },
  id: 'services.how-old',
  payload: z.object({ draft: draftSchema, age: z.number().int() }),
  fits(typed, { age }, community, isTalk) {
    const told = toldAnyDay(typed, community);
    if (isTalk)
      return chosenOf(typed, YES_NO) !== undefined || told.isAll || answeredAge(typed, age, { isTalk }) !== undefined;
    const isShort = typed.length <= SHORT && (told.who ?? answeredAge(typed, age)) !== undefined;
    return isShort || chosenOf(typed, YES_NO) !== undefined || told.isAll || answeredAge(told.rest, age) !== undefined;
  },
  answer(turn, typed, { draft, age }) {
    const told = toldHere(turn, typed, draft.service);
    const said = ageAnswered(typed, age, told);
    return goOn(turn, draft, told, said === undefined ? {} : { age: said });
  },
});

const consentAnswered = (typed: string, { rest }: Told): boolean | undefined => {
  const chosen = chosenOf(typed, YES_NO);
  return typeof chosen === 'boolean' ? chosen : (answeredConsent(typed) ?? answeredConsent(rest));
};

/** Whether the neighbour knows. */
export const consent: Question = leavable({
  whenLeft: leftText,
  again: { example: '同意了', ask: (turn, { draft }) => onceMore(turn, draft) },
  id: 'services.consent',
  payload: z.object({ draft: draftSchema }),
  // 同意 is what its menu says; to staff it is a command, too.
  outranks: (typed) => answeredConsent(typed) === true,
  fits(typed, _, community) {
    const told = toldAnyDay(typed, community);
    return told.isAll || consentAnswered(typed, told) !== undefined;
  },
  async answer(turn, typed, { draft }) {
    const told = toldHere(turn, typed, draft.service);
    const hasConsent = consentAnswered(typed, told);
    if (hasConsent === false) return say(texts.noConsent());
    return goOn(turn, draft, told, hasConsent === undefined ? {} : { hasConsent });
  },
});
