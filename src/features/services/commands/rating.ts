import { z } from 'zod';
import { marks as marksArgument, optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { opinionIn } from '../rules/marks.ts';
import { rateBooking, RATING_QUESTION } from '../service/after.ts';
import { refusalText } from '../texts/refusals.ts';
import { staffTexts } from '../texts/staff.ts';
import { bookingNumber } from './arguments.ts';

async function rate(turn: Turn, no: number, marks: number, reason: string): Promise<Reply> {
  const done = await rateBooking(turn, no, marks, reason);
  if (done.ok) {
    const { caseNo } = done.value;
    return caseNo === undefined ? say(staffTexts.thanks()) : say(staffTexts.sorry({ no: caseNo }), { caseNo });
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

/** The one question after a service. */
export const ratingQuestion: Question = question({
  id: RATING_QUESTION,
  payload: z.object({ no: z.number().int() }),
  // 满意 and 不满意 are words of cases too; whoever has just been asked means what they were asked about.
  outranks: (typed) => opinionIn(typed) !== undefined,
  fits: (typed, _, __, isTalk) => {
    const said = opinionIn(typed);
    return said !== undefined && (!isTalk || said.reason === '');
  },
  async answer(turn, typed, { no }) {
    const said = opinionIn(typed);
    if (said === undefined) throw new Error('an answer that does not fit');
    return rate(turn, no, said.marks, said.reason);
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
    run: (turn, { no, marks, reason }) => rate(turn, no, marks, reason ?? ''),
  }),
];
