import { z } from 'zod';
import { caseNumber, marks, optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import { CHOICE } from '../../../engine/chat/vocabulary.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf, sayDay } from '../../../kernel/moment.ts';
import { readNumeral } from '../../../kernel/numerals.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { CASE_STATES, type CaseState, isOpen, OPEN_STATES } from '../rules/states.ts';
import { SATISFIED_FROM } from '../rules/deadlines.ts';
import { categoryOf } from '../service/file.ts';
import { getCase, likelyCases } from '../service/lookup.ts';
import { rateCase, reopenCase, supplementCase, withdrawCase } from '../service/resident-acts.ts';
import { isConfidential } from '../service/tell.ts';
import { ownCases } from '../service/read.ts';
import { refusalText } from '../texts/refusals.ts';
import { dueDayWords, dueWords, stateName, texts } from '../texts/say.ts';
import { progressReply } from './progress.ts';

/** What a resident can do to a case once it is clear which. */
type Act = (turn: Turn, no: number, said: string | undefined) => Promise<Reply>;

const ACTS = {
  progress: (turn, no) => progressReply(turn, no),
  withdraw: async (turn, no) => {
    const done = await withdrawCase(turn, no);
    return say(done.ok ? texts.withdrawn({ no }) : refusalText(done.refusal, 'withdraw'), { caseNo: no });
  },
  supplement: async (turn, no, said = '') => {
    const done = await supplementCase(turn, no, said);
    if (!done.ok) return say(refusalText(done.refusal, 'supplement'), { caseNo: no });
    return say(isOpen(done.value.state) ? texts.supplemented({ no }) : texts.supplementedLate({ no }), { caseNo: no });
  },
  reopen: async (turn, no, said) => {
    const done = await reopenCase(turn, no, said);
    if (!done.ok) return say(refusalText(done.refusal, 'reopen'), { caseNo: no });
    const due = dueWords(done.value, turn.community.zone);
    return say(texts.reopened({ no, due }), { caseNo: no });
  },
  rate: (turn, no, said = '') => rate(turn, no, Number(said.slice(0, 1)), said.slice(2) || undefined),
  satisfied: (turn, no, said) => rate(turn, no, 5, said),
  dissatisfied: (turn, no, said) => rate(turn, no, SATISFIED_FROM - 1, said),
} satisfies Record<string, Act>;
type ActName = keyof typeof ACTS;

async function rate(turn: Turn, no: number, given: number, reason: string | undefined): Promise<Reply> {
  const done = await rateCase(turn, no, given, reason);
  if (!done.ok) return say(refusalText(done.refusal, 'rate'), { caseNo: no });
  const { callBackBy } = done.value;
  if (callBackBy === undefined) return say(texts.thanks({ no }), { caseNo: no });
  return say(texts.sorry({ no, due: officeWords(sayDay(dayOf(callBackBy, turn.community.zone))) }), { caseNo: no });
}

/** A room must not learn how a confidential case stands: there it can be taken back and added to, nothing more. */
async function perform(turn: Turn, act: ActName, no: number, said: string | undefined): Promise<Reply> {
  const isSilentAct = act === 'withdraw' || act === 'supplement' || act === 'progress';
  if (turn.place.kind !== 'direct' && !isSilentAct) {
    const found = await getCase(turn, no);
    if (found.ok && isConfidential(found.value)) return say(texts.confidentialAct({ no }), { caseNo: no });
  }
  return ACTS[act](turn, no, said);
}

const actNames = Object.keys(ACTS) as [ActName, ...ActName[]];

/** Which of several cases was meant. */
export const whichQuestion: Question = question({
  id: 'cases.which',
  payload: z.object({ act: z.enum(actNames), nos: z.array(z.number().int()), said: z.string().optional() }),
  fits: (typed, { nos }) => chosen(typed, nos) !== undefined,
  answer: async (turn, typed, { act, nos, said }) => {
    const no = chosen(typed, nos);
    return no === undefined || no === BACK ? say(texts.back()) : perform(turn, act, no, said);
  },
});

/** Going back, in a menu. */
const BACK = 0;

function chosen(typed: string, nos: readonly number[]): number | undefined {
  const digit = CHOICE.exec(fold(typed.trim()))?.[1];
  if (digit === undefined) return undefined;
  const position = readNumeral(digit) ?? Number(digit);
  return position === BACK ? BACK : nos[position - 1];
}

/** The number decides; without one the only case that can be meant, else a short choice. */
async function choose(
  turn: Turn,
  act: ActName,
  no: number | undefined,
  states: readonly CaseState[],
  said?: string,
): Promise<Reply> {
  if (no !== undefined) return perform(turn, act, no, said);
  const likely = await likelyCases(turn, states);
  const [only, ...others] = likely;
  if (only === undefined) return say(states === SETTLED ? texts.noneSettled() : texts.noneOpen());
  if (others.length === 0) return perform(turn, act, only.no, said);
  const options = likely.map((record, index) =>
    texts.choice({
      digit: index + 1,
      no: record.no,
      category: officeWords(categoryOf(turn, record.category).name),
      state: stateName(record.state),
    }),
  );
  const payload = { act, nos: likely.map((record) => record.no), ...(said === undefined ? {} : { said }) };
  return say(lines<GroupText>(texts.choose(), ...options), { ask: { question: whichQuestion.id, payload } });
}

const ASKABLE: readonly CaseState[] = CASE_STATES.filter((state) => state !== 'withdrawn' && state !== 'merged');
const SETTLED: readonly CaseState[] = ['awaiting-check', 'closed'];
const MOST_ITEMS = 6;

/** The open cases, one a line. A room sees those that were filed in it. */
async function ownItems(turn: Turn): Promise<Reply> {
  const { zone } = turn.community;
  const { shown, hidden } = await ownCases(turn, [...OPEN_STATES, 'awaiting-check'], 50);
  if (shown.length + hidden === 0) return say(texts.noneOpen());
  const items = shown.slice(0, MOST_ITEMS).map((record) =>
    texts.item({
      no: record.no,
      state: stateName(record.state),
      category: officeWords(categoryOf(turn, record.category).name),
      due: dueDayWords(record, zone),
    }),
  );
  return say(
    lines<GroupText>(
      ...items,
      shown.length > MOST_ITEMS ? texts.more({ count: shown.length - MOST_ITEMS }) : undefined,
      hidden > 0 ? texts.othersInPrivate({ count: hidden }) : undefined,
    ),
  );
}

/** The number of a booking, or none at all: cases have three digits or more. */
const NO_CASE_NUMBER = /^(?:编号|预约号|预约|第|#)?\s*(\d{1,2})(?:号|#)?[\s。.?？]*$/u;

const asking = { who: 'anyone', where: 'anywhere', topic: '查办' } as const;
const rating = { who: 'anyone', where: 'anywhere', topic: '评价', heard: 'number' } as const;

export const askingCommands: readonly Command[] = [
  command({
    ...asking,
    id: 'cases.progress',
    words: ['进度', '查询', '查', '查进度', '查一下'],
    heard: 'number',
    takesBareNumber: true,
    usage: '进度 编号',
    example: '进度 101',
    args: { no: optional(caseNumber), words: optional(words) },
    run(turn, { no, words: said = '' }) {
      const small = no === undefined ? NO_CASE_NUMBER.exec(fold(said))?.[1] : undefined;
      if (small !== undefined) return Promise.resolve(say(texts.noSuchNumber({ no: Number(small) })));
      return choose(turn, 'progress', no, ASKABLE);
    },
  }),
  command({
    ...asking,
    id: 'cases.mine',
    words: ['我的事项', '我的投诉', '我的报修'],
    heard: 'exact',
    usage: '我的事项',
    example: '我的事项',
    args: {},
    run: (turn) => ownItems(turn),
  }),
  command({
    ...asking,
    id: 'cases.supplement',
    words: ['补充'],
    heard: 'number',
    usage: '补充 编号 内容',
    example: '补充 101 电梯里还有人',
    args: { no: optional(caseNumber), words },
    run: (turn, taken) => choose(turn, 'supplement', taken.no, OPEN_STATES, taken.words),
  }),
  command({
    ...asking,
    id: 'cases.withdraw',
    words: ['撤回', '撤销'],
    heard: 'number',
    usage: '撤回 编号',
    example: '撤回 101',
    args: { no: optional(caseNumber) },
    run: (turn, { no }) => choose(turn, 'withdraw', no, OPEN_STATES),
  }),
  command({
    ...rating,
    id: 'cases.satisfied',
    words: ['满意', '很满意'],
    usage: '满意 编号',
    example: '满意 101',
    args: { no: optional(caseNumber) },
    run: (turn, { no }) => choose(turn, 'satisfied', no, SETTLED),
  }),
  command({
    ...rating,
    id: 'cases.dissatisfied',
    words: ['不满意'],
    usage: '不满意 编号 原因',
    example: '不满意 101 又坏了',
    args: { no: optional(caseNumber), reason: optional(words) },
    run: (turn, { no, reason }) => choose(turn, 'dissatisfied', no, SETTLED, reason),
  }),
  command({
    ...rating,
    id: 'cases.rate',
    words: ['评价', '打分'],
    usage: '评价 编号 1到5',
    example: '评价 101 5',
    args: { no: caseNumber, marks, reason: optional(words) },
    run: (turn, taken) => choose(turn, 'rate', taken.no, SETTLED, `${taken.marks} ${taken.reason ?? ''}`),
  }),
  command({
    ...rating,
    id: 'cases.reopen',
    words: ['没解决', '未解决', '没有解决', '没办好'],
    usage: '没解决 编号',
    example: '没解决 101',
    args: { no: optional(caseNumber), reason: optional(words) },
    run: (turn, { no, reason }) => choose(turn, 'reopen', no, SETTLED, reason),
  }),
];
