import { optional, wholeNumber, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import type { Turn } from '../../engine/work.ts';
import { reportWell } from './service.ts';
import { texts } from './texts.ts';

async function well(turn: Turn, no: number, said: string): Promise<Reply> {
  const done = await reportWell(turn, no, said);
  if (done.ok) {
    const isFamily = turn.speaker.staff === undefined;
    return {
      inGroup: texts.closed({ no }),
      inPrivate: isFamily ? texts.familyWellBySelf({ no }) : texts.closed({ no }),
    };
  }
  // To whom it is no business of, it is not there.
  return say(done.refusal === 'closed-before' ? texts.closedBefore({ no }) : texts.none({ no }));
}

export const welfareCommands: readonly Command[] = [
  command({
    id: 'welfare.well',
    words: ['平安'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'small-number',
    usage: '平安 号',
    example: '平安 1',
    topic: '送餐',
    args: { no: wholeNumber, words: optional(words) },
    run: (turn, taken) => well(turn, taken.no, taken.words ?? ''),
  }),
];
