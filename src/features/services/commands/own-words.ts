import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { pointingOf, saysLate } from '../rules/pointing.ts';
import {
  CALLS_OFF,
  CALLS_OFF_FOOD,
  CALLS_OFF_NUMBER,
  KEEPS,
  MOVES,
  ONLY_CALLS_OFF,
  TIME_WORDS,
} from '../rules/vocabulary.ts';
import { CLAUSES } from '../rules/vocabulary/questions.ts';
import { isBeingAsked, leaveTalk, passOnDelay } from '../service/delay.ts';
import { ownOrders } from '../service/meal-orders.ts';
import { servicesOf } from '../service/openings.ts';
import { ownBookings } from '../service/read.ts';
import { mealTexts } from '../texts/meals.ts';
import { slotWords, texts } from '../texts/say.ts';
import { askWhich, choose, mine } from './booking.ts';
import { callOff } from './cancelling.ts';
import { endOrPause } from './meals.ts';

/**
 * `我不来了`, `改到十一点`: a change of what somebody has booked, named by nothing but their having it. What is clear is
 * done; where more is said with it, or something is being asked, they are asked. Who has nothing booked is not meant.
 */
export async function changeOwn(turn: Turn, act: 'cancel' | 'move', typed: string): Promise<Reply | undefined> {
  const folded = fold(typed.trim());
  if (KEEPS.test(folded)) return undefined;
  const numbered = act === 'cancel' ? await callOffNumber(turn, folded) : undefined;
  if (numbered !== undefined) return numbered;
  const { shown, hidden } = await ownBookings(turn);
  const open = shown.filter(({ state }) => state === 'booked');
  const isSaid = (words: string): boolean => pointingOf(words, servicesOf(turn)).isClear;
  const says = act === 'cancel' ? CALLS_OFF : MOVES;
  if (!folded.split(CLAUSES).some((clause) => says.test(clause) && isSaid(clause))) return undefined;
  // Whoever names the day speaks of what is booked on it, whatever is being asked.
  const isDated = folded.search(TIME_WORDS) >= 0;
  const isAsked = !isDated && (await isBeingAsked(turn));
  if (open.length === 0) return withoutBookings(turn, { act, folded, hidden, isAsked, isDated });
  const isSure = isDated ? isSaid(folded) : !isAsked && isSaid(folded) && !ONLY_CALLS_OFF.test(folded);
  if (isSure) return choose(turn, act, undefined, typed);
  return askWhich(
    turn,
    act,
    open.map(({ no }) => no),
    typed,
    [],
  );
}

interface Said {
  readonly act: 'cancel' | 'move';
  readonly folded: string;
  readonly hidden: number;
  readonly isAsked: boolean;
  readonly isDated: boolean;
}

/** What the words mean for somebody who has no appointment here: their meals, or what is being talked about. */
async function withoutBookings(
  turn: Turn,
  { act, folded, hidden, isAsked, isDated }: Said,
): Promise<Reply | undefined> {
  if (act === 'cancel' && isAsked) {
    await leaveTalk(turn);
    return say(texts.back());
  }
  if (hidden > 0) return mine(turn);
  if (act === 'move' || !CALLS_OFF_FOOD.test(folded) || (await ownOrders(turn)).length === 0) return undefined;
  return isDated ? endOrPause(turn, undefined, folded) : say(mealTexts.howToPause());
}

/** `取消 4`, where 4 is theirs; `取消4号` may be a date too. */
async function callOffNumber(turn: Turn, folded: string): Promise<Reply | undefined> {
  const found = CALLS_OFF_NUMBER.exec(folded);
  if (found?.[1] === undefined) return undefined;
  const no = Number(found[1]);
  const { shown } = await ownBookings(turn);
  const isOwn = [...shown, ...(await ownOrders(turn))].some((one) => one.no === no);
  const isDate = found[2] !== undefined && shown.some((one) => one.no !== no && Number(one.day.slice(8)) === no);
  return isOwn && !isDate ? callOff(turn, no) : undefined;
}

const LONGEST = 40;

/** `路上堵车晚点到`: whoever waits for them is told at once. */
export async function runLate(turn: Turn, typed: string): Promise<Reply | undefined> {
  if (typed.length > LONGEST || !saysLate(typed, servicesOf(turn))) return undefined;
  const booking = await passOnDelay(turn, typed);
  if (booking === undefined) return undefined;
  return say(texts.toldLate({ service: officeWords(booking.service), at: slotWords(booking) }));
}
