import { optional, wholeNumber, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import type { Turn } from '../../engine/work.ts';
import { type Reported, reportSeen, saySafe } from './service/report.ts';
import { texts } from './texts.ts';

const replies: Readonly<Record<Reported, (slots: { readonly no: number }) => ReturnType<typeof texts.none>>> = {
  // To whom it is no business of, it is not there.
  none: texts.none,
  'closed-before': texts.closedBefore,
  'passed-on': () => texts.passedOn(),
  'passed-on-unwell': () => texts.urgentPassedOn(),
  'not-paired': texts.pairFirst,
  'not-paired-unwell': texts.urgentPairFirst,
  well: texts.closed,
  unwell: texts.urgentUnwell,
  unseen: texts.goOn,
};

async function seen(turn: Turn, no: number | undefined, said: string): Promise<Reply> {
  if (no !== undefined) {
    const done = await reportSeen(turn, no, said);
    // 平安 2026 among neighbours is a wish.
    const isStaffRoom = turn.place.kind === 'room' && turn.place.room.kind === 'staff';
    return say(replies[done]({ no }), { isForAddressed: done === 'none' && !isStaffRoom });
  }
  return turn.speaker.staff === undefined ? safe(turn, said) : say(texts.whichNo());
}

/** `我没事`, with or without more words. */
async function safe(turn: Turn, said: string): Promise<Reply> {
  const done = await saySafe(turn, said === '' ? SAFE : `${SAFE}，${said}`);
  return done === 'none' ? say(texts.nobodyLooks()) : say(replies[done]({ no: 0 }));
}

const SAFE = '我没事';

export const welfareCommands: readonly Command[] = [
  command({
    id: 'welfare.well',
    words: ['平安'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'small-number',
    usage: '平安 号 怎么样',
    example: '平安 1 在家，没听见敲门',
    topic: '送餐',
    args: { no: optional(wholeNumber), words: optional(words) },
    run: (turn, taken) => seen(turn, taken.no, taken.words ?? ''),
  }),
  command({
    id: 'welfare.safe',
    words: ['我没事', '我很好', '报平安'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '我没事',
    example: '我没事',
    topic: '送餐',
    args: { words: optional(words) },
    run: (turn, taken) => safe(turn, taken.words ?? ''),
  }),
];
