import { z } from 'zod';
import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { readPlace } from '../../../kernel/place.ts';
import { fold } from '../../../kernel/words.ts';
import { BOOKS, TELLS_WHERE } from '../rules/vocabulary.ts';
import { DETAILS_QUESTION, keepDetails } from '../service/details.ts';
import { refusalText } from '../texts/refusals.ts';
import { texts } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';

async function keep(turn: Turn, no: number, said: string): Promise<Reply> {
  const done = await keepDetails(turn, no, said);
  return say(done.ok ? texts.detailsKept({ no }) : refusalText(done.refusal, no));
}

const LONGEST = 200;

/** Address, telephone and what to mind: asked in private only. */
export const detailsQuestion: Question = question({
  id: DETAILS_QUESTION,
  payload: z.object({ no: z.number().int() }),
  fits: (typed, _, { profile }) => {
    const folded = fold(typed);
    if (typed.length > LONGEST || BOOKS.test(folded)) return false;
    return readPlace(typed, profile.compounds).spans.length > 0 || TELLS_WHERE.test(folded);
  },
  answer: (turn, typed, { no }) => keep(turn, no, typed),
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
