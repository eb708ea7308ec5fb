import { z } from 'zod';
import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { readPlace } from '../../../kernel/place.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import { fold, plainWords } from '../../../kernel/words.ts';
import { DETAIL_PARTS, type DetailPart, isOnlyDetails, partDetails } from '../rules/details.ts';
import {
  BOOKS,
  HAS_NONE,
  LATER,
  LEAVES,
  NO_ANSWER,
  NO_DIET,
  SAME_HOME,
  SOME_DIET,
  TELEPHONE,
  TELLS_WHERE,
  TROUBLE,
} from '../rules/vocabulary.ts';
import { CORRECTS_DIET, CORRECTS_HOME, STOPS_MEALS } from '../rules/vocabulary/questions.ts';
import {
  DETAILS_QUESTION,
  findUnaddressed,
  keepDetails,
  keepDiet,
  lastHome,
  ownHomes,
  type Kept,
  readDetails,
} from '../service/details.ts';
import { refusalText } from '../texts/refusals.ts';
import { askDetailsText, listWords, texts } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';
import { toldAnyDay } from './told.ts';

const DIET_QUESTION = 'services.diet';
const payload = z.object({ no: z.number().int() });
const partPayload = payload.extend({ asked: z.enum(DETAIL_PARTS).optional() });

const askDiet = (no: number) => ({ ask: { question: DIET_QUESTION, payload: { no } } });

/** What was kept, and the question for what is still missing: of the address first, then of the food. */
function keptReply(turn: Turn, no: number, { kind, diet, mindsNothing, missing }: Kept): Reply {
  const text = kind === 'meal' ? texts.mealDetailsKept({ no }) : texts.detailsKept({ no });
  const heard = kind === 'meal' && diet !== '' ? texts.dietHeard({ diet: plainWords(diet) }) : undefined;
  if (missing !== undefined) {
    const [compound] = turn.community.profile.compounds;
    const asking =
      missing === 'phone' ? texts.askPhone() : texts.askCompound({ name: officeWords(compound?.name ?? '') });
    return {
      inGroup: text,
      inPrivate: lines<PrivateText>(text, heard, asking),
      ask: { question: DETAILS_QUESTION, payload: { no, asked: missing } },
    };
  }
  if (kind === 'meal' && heard === undefined && mindsNothing) return say(lines<GroupText>(text, texts.noDiet()));
  if (kind === 'meal' && heard === undefined) return say(lines<GroupText>(text, texts.askDiet()), askDiet(no));
  return { inGroup: text, inPrivate: lines<PrivateText>(text, heard) };
}

/** The same of what was told together with a wish; `head` says that it is kept. */
export async function keptHere(turn: Turn, no: number, head: PrivateText): Promise<Pick<Reply, 'inPrivate' | 'ask'>> {
  const known = await readDetails(turn, no);
  if (!known.ok) return { inPrivate: head };
  const [, ...more] = keptReply(turn, no, known.value).inPrivate.split('\n') as PrivateText[]; // lines of a text
  const { ask } = keptReply(turn, no, known.value);
  return { inPrivate: lines<PrivateText>(head, ...more), ...(ask === undefined ? {} : { ask }) };
}

async function keep(turn: Turn, no: number, said: string, asked?: DetailPart): Promise<Reply> {
  const done = await keepDetails(turn, no, said, asked);
  return done.ok ? keptReply(turn, no, done.value) : say(refusalText(done.refusal, no));
}

/** `地址一样`: as that of the other one of theirs. */
async function keepSame(turn: Turn, no: number): Promise<Reply> {
  const told = await lastHome(turn, no);
  if (told !== undefined) return keep(turn, no, told);
  return say(askDetailsText(turn.community.profile), { ask: { question: DETAILS_QUESTION, payload: { no } } });
}

const LONGEST = 200;
/** Behind a question for one part, whoever has none says so shortly. */
const hasNone = (typed: string): boolean => HAS_NONE.test(fold(typed.trim()));

function askAgain(turn: Turn, { no, asked }: z.infer<typeof partPayload>): Promise<Reply> {
  const { profile } = turn.community;
  const compound = officeWords(profile.compounds[0]?.name ?? '');
  const text =
    asked === 'phone'
      ? texts.askPhone()
      : asked === 'compound'
        ? texts.askCompound({ name: compound })
        : askDetailsText(profile);
  return Promise.resolve(say(text, { ask: { question: DETAILS_QUESTION, payload: { no, asked } } }));
}

/** Address, telephone and what to mind: asked in private only. */
export const detailsQuestion: Question = question({
  id: DETAILS_QUESTION,
  payload: partPayload,
  again: { example: '3号楼2单元501', ask: askAgain },
  fits: (typed, { asked }, { profile }) => {
    const folded = fold(typed.trim());
    if ((asked !== undefined && hasNone(typed)) || LATER.test(folded) || SAME_HOME.test(folded)) return true;
    if (typed.length > LONGEST || BOOKS.test(folded) || TROUBLE.test(folded) || STOPS_MEALS.test(folded)) return false;
    const { spans } = readPlace(typed, profile.compounds);
    return spans.length > 0 || TELLS_WHERE.test(folded) || folded.match(TELEPHONE) !== null;
  },
  async answer(turn, typed, { no, asked }) {
    if (LATER.test(fold(typed.trim()))) return say(texts.detailsLater({ no }));
    if (SAME_HOME.test(fold(typed.trim()))) return keepSame(turn, no);
    if (asked === undefined || !hasNone(typed)) return keep(turn, no, typed, asked);
    const known = await readDetails(turn, no, asked);
    return known.ok ? keptReply(turn, no, known.value) : say(refusalText(known.refusal, no));
  },
});

/** An address that comes late, or from somebody whom staff were to call: said in private, and nothing else with it. */
export async function lateDetails(turn: Turn, typed: string): Promise<Reply | undefined> {
  if (turn.place.kind !== 'direct' || typed.length > LONGEST) return undefined;
  if (!isOnlyDetails(typed, turn.community.profile.compounds)) return undefined;
  const [no, ...others] = await findUnaddressed(turn);
  return no === undefined || others.length > 0 ? undefined : keep(turn, no, typed);
}

/** `换个电话 136…`, `以后不吃辣了`: what was told of a home has changed; of several homes they are asked which. */
export async function correctHome(turn: Turn, typed: string): Promise<Reply | undefined> {
  const folded = fold(typed);
  if (typed.length > LONGEST || TROUBLE.test(folded)) return undefined;
  const { home, isDiet } = correctionIn(turn, typed);
  if (home === undefined && !CORRECTS_HOME.test(folded)) return undefined;
  const homes = await ownHomes(turn, isDiet);
  const [one] = homes;
  if (one === undefined) return undefined;
  if (turn.place.kind !== 'direct') return say(texts.notInRoom());
  if (new Set(homes.map(({ door }) => door)).size > 1)
    return say(texts.whichHome({ nos: listWords(homes.map(({ no }) => `${no}`)) }));
  const ask = { question: DETAILS_QUESTION, payload: { no: one.no } };
  if (home === undefined) return say(askDetailsText(turn.community.profile), { ask });
  for (const { no } of homes.slice(1)) await keepDetails(turn, no, home);
  return keep(turn, one.no, home);
}

/** The new address, number or diet in the words; undefined where they hold none that takes the place of another. */
function correctionIn(
  { community }: Turn,
  typed: string,
): { readonly home: string | undefined; readonly isDiet: boolean } {
  const { home } = toldAnyDay(typed, community);
  const { door, diet } = partDetails(home, community.profile.compounds);
  const says = door === '' ? CORRECTS_DIET : CORRECTS_HOME;
  return { home: home !== '' && says.test(fold(typed)) ? home : undefined, isDiet: door === '' && diet !== '' };
}

const LONGEST_DIET = 60;

/** What they must not eat: free words too, for nobody knows every illness. */
export const dietQuestion: Question = question({
  id: DIET_QUESTION,
  payload,
  again: { example: '不吃辣', ask: (_, { no }) => Promise.resolve(say(texts.askDiet(), askDiet(no))) },
  fits: (typed) =>
    typed.length <= LONGEST_DIET &&
    !BOOKS.test(fold(typed)) &&
    !NO_ANSWER.test(fold(typed)) &&
    !STOPS_MEALS.test(fold(typed)) &&
    !CORRECTS_HOME.test(fold(typed)),
  async answer(turn, typed, { no }) {
    const folded = fold(typed.trim());
    if (NO_DIET.test(folded)) return say(texts.noDiet());
    if (LEAVES.test(folded)) return say(texts.dietLater({ no }));
    if (SOME_DIET.test(folded)) return say(texts.whichDiet(), askDiet(no));
    // A second address right behind the first one is the right one, and nothing to eat.
    if (isOnlyDetails(typed, turn.community.profile.compounds)) return keep(turn, no, typed);
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
