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
  if (done.refusal === 'closed-before') return say(texts.closedBefore({ no }));
  // To whom it is no business of, it is not there. 平安 2026 among neighbours is a wish.
  const isStaffRoom = turn.place.kind === 'room' && turn.place.room.kind === 'staff';
  return say(texts.none({ no }), { isForAddressed: !isStaffRoom });
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
