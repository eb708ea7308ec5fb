import { z } from 'zod';
import { marks as marksArgument, optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { readEmergency } from '../../../kernel/category.ts';
import { later, MINUTE } from '../../../kernel/clock.ts';
import { officeWords } from '../../../kernel/text.ts';
import { SATISFIED_FROM } from '../../cases/feature.ts';
import { isReason, type Opinion, opinionIn, toneOf } from '../rules/marks.ts';
import { addReason, rateBooking, type Rated, RATED_QUESTION, RATING_QUESTION } from '../service/after.ts';
import { isBeingAsked } from '../service/delay.ts';
import { refusalText } from '../texts/refusals.ts';
import { staffTexts } from '../texts/staff.ts';
import { bookingNumber } from './arguments.ts';

/** What praise and complaint are worth in marks where somebody names none. */
const PRAISED = 5;
const COMPLAINED = SATISFIED_FROM - 1;

/** So long after a mark whatever is said counts as its reason. */
const REASONS = 10 * MINUTE;

const askOn = ({ at }: Turn, rated: Rated) => ({
  question: RATED_QUESTION,
  payload: { ...rated, until: later(at, REASONS).toISOString() },
});

interface Given extends Pick<Opinion, 'marks' | 'reason'> {
  /** As a command, which leaves alone whatever is being asked; as an answer; or in words that name no mark. */
  readonly as: 'command' | 'answer' | 'words';
}

/** What whoever is not content hears. What they have to complain of is asked in private: it is no matter for a group. */
function sorry(no: number, { as, reason }: Given): Pick<Reply, 'inGroup' | 'inPrivate'> {
  if (as === 'words') return say(staffTexts.sorryUnlessMistaken({ no }));
  const inGroup = staffTexts.sorry({ no });
  return { inGroup, inPrivate: as === 'answer' && reason === '' ? staffTexts.sorryWhy({ no }) : inGroup };
}

async function rate(turn: Turn, no: number, given: Given): Promise<Reply> {
  const { marks, reason } = given;
  const done = await rateBooking(turn, no, marks, reason);
  if (done.ok) {
    const { caseNo } = done.value;
    const isFree = given.as !== 'command' || !(await isBeingAsked(turn));
    const more = isFree ? { ask: askOn(turn, done.value) } : {};
    if (caseNo === undefined) return say(staffTexts.thanks(), more);
    return { ...sorry(caseNo, given), ...more, caseNo };
  }
  switch (done.refusal) {
    case 'rated-before':
      return say(staffTexts.ratedBefore({ no }));
    case 'too-early':
      return say(staffTexts.rateTooEarly({ no }));
    default:
      return say(refusalText(done.refusal, no));
  }
}

/** The mark in an answer; whoever speaks of somebody in danger is answered that and nothing else. */
const markIn = (typed: string): Opinion | undefined =>
  readEmergency(typed) === undefined ? opinionIn(typed) : undefined;

/** The one question after a service. */
export const ratingQuestion: Question = question({
  id: RATING_QUESTION,
  payload: z.object({ no: z.number().int() }),
  // 满意 and 不满意 are words of cases too; whoever has just been asked means what they were asked about.
  outranks: (typed) => opinionIn(typed) !== undefined,
  fits: (typed, _, __, isTalk) => {
    const said = markIn(typed);
    return said !== undefined && (!isTalk || (said.reason === '' && said.how !== 'loosely'));
  },
  async answer(turn, typed, { no }) {
    const said = opinionIn(typed);
    if (said === undefined) throw new Error('an answer that does not fit');
    return rate(turn, no, { marks: said.marks, reason: said.reason, as: 'answer' });
  },
  async takeRest(turn, typed, payload) {
    switch (toneOf(typed)) {
      case undefined:
        return undefined;
      case 'unclear':
        return say(staffTexts.rateUnclear(), { ask: { question: RATING_QUESTION, payload } });
      case 'praise':
        return rate(turn, payload.no, { marks: PRAISED, reason: typed, as: 'words' });
      case 'complaint':
        return rate(turn, payload.no, { marks: COMPLAINED, reason: typed, as: 'words' });
    }
  },
});

/** Adds the reason to the case, and listens for more of it. */
async function giveReason(turn: Turn, words: string, rated: Rated & { readonly caseNo: number }): Promise<Reply> {
  const { caseNo } = rated;
  return (await addReason(turn, caseNo, words))
    ? say(staffTexts.reasonKept({ no: caseNo }), { ask: askOn(turn, rated), caseNo })
    : ratedAlready(rated.service, true);
}

/** The first mark counts; whoever complains of nothing that is filed hears how to. */
function ratedAlready(service: string, complains: boolean): Reply {
  const said = { service: officeWords(service) };
  return say(complains ? staffTexts.ratedAlreadyLow(said) : staffTexts.ratedAlready(said));
}

/** What is said right after a mark: the reason of a low one, which belongs to the case that came of it, or a second mark. */
export const ratedQuestion: Question = question({
  id: RATED_QUESTION,
  payload: z.object({ service: z.string(), caseNo: z.number().int().optional(), until: z.iso.datetime() }),
  outranks: (typed) => opinionIn(typed) !== undefined,
  // In talk 很好 is said to a neighbour by now.
  fits: (typed, _, __, isTalk) => {
    const said = markIn(typed);
    return said !== undefined && (!isTalk || (said.reason === '' && said.how === 'digits'));
  },
  async answer(turn, typed, { service, caseNo }) {
    const said = opinionIn(typed);
    if (caseNo !== undefined && said !== undefined && said.reason !== '') {
      return giveReason(turn, typed, { service, caseNo });
    }
    return ratedAlready(service, caseNo === undefined && said !== undefined && said.marks < SATISFIED_FROM);
  },
  async takeRest(turn, typed, { service, caseNo, until }) {
    if (caseNo !== undefined) {
      const isHeard = turn.at <= new Date(until) && isReason(typed);
      return isHeard ? giveReason(turn, typed, { service, caseNo }) : undefined;
    }
    const tone = toneOf(typed);
    return tone === undefined ? undefined : ratedAlready(service, tone !== 'praise');
  },
});

export const ratingCommands: readonly Command[] = [
  command({
    id: 'services.rate',
    words: ['预约评价', '评价预约'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'content',
    usage: '预约评价 号 1到5',
    example: '预约评价 1 5',
    topic: '评价',
    args: { no: bookingNumber, marks: marksArgument, reason: optional(words) },
    run: (turn, { no, marks, reason }) => rate(turn, no, { marks, reason: reason ?? '', as: 'command' }),
  }),
];
