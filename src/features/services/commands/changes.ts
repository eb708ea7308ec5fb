import type { Reply } from '../../../engine/chat/command.ts';
import type { FreeWords } from '../../../engine/feature.ts';
import type { Turn } from '../../../engine/work.ts';
import { fold } from '../../../kernel/words.ts';
import { insteadIn } from '../rules/pointing.ts';
import { isSpokenOf, servicesIn } from '../rules/request.ts';
import { ASKS, ASKS_ABOUT, CALLS_OFF, CALLS_OFF_MEALS, MOVES, RESUMES_MEALS, SUSPENDS } from '../rules/vocabulary.ts';
import { FAMILY_WORDS } from '../rules/vocabulary/people.ts';
import { HESITATES, NOT_NOW, ONLY_IN_HOSPITAL, SPEAKS_OF_FOOD } from '../rules/vocabulary/questions.ts';
import { ownOrders } from '../service/meal-orders.ts';
import { servicesOf } from '../service/openings.ts';
import { bookAnother } from './another.ts';
import { choose, meantBy } from './booking.ts';
import { correctHome, lateDetails } from './details.ts';
import { carriersWords } from './meal-staff.ts';
import { chooseOrder, endOrPause } from './meals.ts';
import { acceptLate } from './offers.ts';
import { changeOwn, runLate } from './own-words.ts';
import { plainRequest } from './plain-requests.ts';
import { answerQuestion } from './questions.ts';
import { hearReport } from './reports.ts';

const LONGEST = 40;

/** 我住院了 is said of one's own meals, 我妈住院了 of hers. */
const isMeantBy = (folded: string, beneficiary: string): boolean =>
  beneficiary === '' ? folded.search(FAMILY_WORDS) < 0 : isSpokenOf(folded, beneficiary);

/** `把我的法律咨询改到下周三`, `理发不去了`: a change of what is booked, and no new booking. */
async function change(turn: Turn, words: string): Promise<Reply | undefined> {
  if (words.length > LONGEST) return undefined;
  const typed = words.trim().replace(HESITATES, '');
  const folded = fold(typed);
  const named = servicesIn(typed, servicesOf(turn));
  const areMeals = named.every(({ meal }) => meal !== undefined);
  if (RESUMES_MEALS.test(folded) && areMeals && (await ownOrders(turn)).length > 0) {
    return chooseOrder(turn, 'resume', typed);
  }
  // 明天不用送了 names nothing: what is brought is the meal.
  if (CALLS_OFF_MEALS.test(folded) && areMeals && (await ownOrders(turn)).length > 0) {
    return endOrPause(turn, undefined, typed);
  }
  const isForNow = SUSPENDS.test(folded) && NOT_NOW.test(folded) && SPEAKS_OF_FOOD.test(folded);
  if (named.length === 0 && (isForNow || ONLY_IN_HOSPITAL.test(folded)) && !ASKS.test(folded)) {
    const theirs = (await ownOrders(turn)).filter(({ beneficiary }) => isMeantBy(folded, beneficiary));
    const [only, ...others] = theirs;
    if (only !== undefined && others.length === 0) return endOrPause(turn, only.no, typed);
  }
  const act = CALLS_OFF.test(folded) ? 'cancel' : MOVES.test(folded) ? 'move' : undefined;
  if (act === undefined) return undefined;
  const instead = act === 'cancel' ? insteadIn(typed) : undefined;
  if (instead !== undefined && named.length === 0) return changeOwn(turn, 'move', instead);
  if (named.length === 0) return changeOwn(turn, act, typed);
  // 体检改到哪天了 is a question, unless they have one.
  if (ASKS_ABOUT.test(folded) && (await meantBy(turn, named)).length === 0) return undefined;
  return act === 'cancel' && areMeals ? endOrPause(turn, undefined, typed) : choose(turn, act, undefined, typed);
}

/** What is said in plain words to the bot itself: the address of a visit, a change of a booking, or a wish for one. */
export const plainServices: FreeWords = {
  id: 'services.plain-words',
  isSure: true,
  take: async (turn, typed) =>
    (await lateDetails(turn, typed)) ??
    (await acceptLate(turn, typed)) ??
    (await carriersWords(turn, typed)) ??
    (await hearReport(turn, typed)) ??
    (await runLate(turn, typed)) ??
    (await answerQuestion(turn, typed)) ??
    (await change(turn, typed)) ??
    (await correctHome(turn, typed)) ??
    (await plainRequest(turn, typed)) ??
    bookAnother(turn, typed),
};
