import type { Reply } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { questionIn } from '../rules/questions.ts';
import { listServices } from './catalogue.ts';
import { paperReply, whatToBring, whetherReady } from './papers.ts';

/** What is asked about services at large, said to the bot itself: `都能干啥`, `怎么预约`, `要带什么`. */
export async function answerQuestion(turn: Turn, typed: string): Promise<Reply | undefined> {
  const asked = questionIn(typed);
  switch (asked) {
    case undefined:
      return undefined;
    case 'what-there-is':
      return listServices(turn);
    case 'how-to-book':
      return listServices(turn, true);
    case 'papers':
      return paperReply(turn, undefined);
    case 'paper':
      return paperReply(turn, typed);
    case 'what-to-bring':
      return whatToBring(turn);
    case 'whether-ready':
      return whetherReady(turn);
  }
}
