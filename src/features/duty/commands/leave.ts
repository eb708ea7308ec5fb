import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { FreeWords } from '../../../engine/feature.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import type { Day } from '../../../kernel/moment.ts';
import { coverDuty, takeLeave } from '../service.ts';
import { daysText, refusalText, texts } from '../texts.ts';
import { SAYS_LEAVE } from '../vocabulary.ts';
import { readDays, staff, unread } from './said-days.ts';

async function leave(turn: Turn, days: readonly Day[]): Promise<Reply> {
  const done = await takeLeave(turn, staffOf(turn), days);
  return say(done.ok ? daysText(texts.left, done.value) : refusalText(done.refusal));
}

/** `我明天请假` in private or said to the bot: the day comes first, so it is no command. Half a day is none of the roster's. */
export const saysLeave: FreeWords = {
  id: 'duty.says-leave',
  async take(turn, typed) {
    if (turn.speaker.staff === undefined) return undefined;
    const said = readDays(turn, typed);
    return said !== undefined && SAYS_LEAVE.test(said.rest) ? leave(turn, said.days) : undefined;
  },
};

export const leaveCommands: readonly Command[] = [
  command({
    ...staff,
    id: 'duty.leave',
    words: ['请假'],
    heard: 'content',
    usage: '请假 日期',
    example: '请假 周五',
    args: { days: words },
    run: async (turn, { days }) => {
      const said = readDays(turn, days);
      return said === undefined ? unread('请假 周五') : leave(turn, said.days);
    },
  }),
  command({
    ...staff,
    id: 'duty.cover',
    words: ['顶班'],
    heard: 'content',
    usage: '顶班 日期',
    example: '顶班 周五',
    args: { days: words },
    run: async (turn, { days }) => {
      const said = readDays(turn, days);
      if (said === undefined) return unread('顶班 周五');
      const done = await coverDuty(turn, staffOf(turn), said.days);
      return say(done.ok ? daysText(texts.covered, done.value) : refusalText(done.refusal));
    },
  }),
];
