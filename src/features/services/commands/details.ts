import { z } from 'zod';
import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { readPlace } from '../../../kernel/place.ts';
import { type GroupText, lines, type PrivateText } from '../../../kernel/text.ts';
import { fold, plainWords } from '../../../kernel/words.ts';
import { BOOKS, LEAVES, NO_ANSWER, NO_DIET, SAYS_NO_DIET, SOME_DIET, TELLS_WHERE } from '../rules/vocabulary.ts';
import { DETAILS_QUESTION, keepDetails, keepDiet } from '../service/details.ts';
import { refusalText } from '../texts/refusals.ts';
import { texts } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';

const DIET_QUESTION = 'services.diet';
const payload = z.object({ no: z.number().int() });

const askDiet = (no: number) => ({ ask: { question: DIET_QUESTION, payload: { no } } });

/** Keeps what was told, and asks for the diet of a meal where nothing was said of one. */
async function keep(turn: Turn, no: number, said: string): Promise<Reply> {
  const done = await keepDetails(turn, no, said);
  if (!done.ok) return say(refusalText(done.refusal, no));
  const kept = done.value;
  if (kept.kind === 'visit') return say(texts.detailsKept({ no }));
  const text = texts.mealDetailsKept({ no });
  if (kept.diet === '' && SAYS_NO_DIET.test(fold(said))) return say(lines<GroupText>(text, texts.noDiet()));
  if (kept.diet === '') return say(lines<GroupText>(text, texts.askDiet()), askDiet(no));
  return { inGroup: text, inPrivate: lines<PrivateText>(text, texts.dietHeard({ diet: plainWords(kept.diet) })) };
}

const LONGEST = 200;

/** Address, telephone and what to mind: asked in private only. */
export const detailsQuestion: Question = question({
  id: DETAILS_QUESTION,
  payload,
  fits: (typed, _, { profile }) => {
    const folded = fold(typed);
    if (typed.length > LONGEST || BOOKS.test(folded)) return false;
    return readPlace(typed, profile.compounds).spans.length > 0 || TELLS_WHERE.test(folded);
  },
  answer: (turn, typed, { no }) => keep(turn, no, typed),
});

const LONGEST_DIET = 60;

/** What they must not eat: free words too, for nobody knows every illness. */
export const dietQuestion: Question = question({
  id: DIET_QUESTION,
  payload,
  fits: (typed) => typed.length <= LONGEST_DIET && !BOOKS.test(fold(typed)) && !NO_ANSWER.test(fold(typed)),
  async answer(turn, typed, { no }) {
    const folded = fold(typed.trim());
    if (NO_DIET.test(folded)) return say(texts.noDiet());
    if (LEAVES.test(folded)) return say(texts.dietLater({ no }));
    if (SOME_DIET.test(folded)) return say(texts.whichDiet(), askDiet(no));
    const done = await keepDiet(turn, no, typed.trim());
    return say(done.ok ? texts.dietKept({ no }) : refusalText(done.refusal, no));
  },
});

export const detailsCommands: readonly Command[] = [
  command({
    id: 'services.details',
    words: ['预约补充'],
    who: 'anyone',
    where: 'direct',
    heard: 'content',
    usage: '预约补充 号 地址 电话',
    example: '预约补充 1 3号楼2单元 怕烫',
    topic: '预约',
    args: { no: bookingNumber, words },
    run: (turn, taken) => keep(turn, taken.no, taken.words),
  }),
];
