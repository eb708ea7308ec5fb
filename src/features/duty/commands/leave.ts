import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { FreeWords } from '../../../engine/feature.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import { coverDuty, takeLeave } from '../service.ts';
import { daysText, refusalText, texts } from '../texts.ts';
import { NAMES_DUTY, SAYS_LEAVE } from '../vocabulary.ts';
import { readDays, staff, unread } from './said-days.ts';

const leftReply = (done: Awaited<ReturnType<typeof takeLeave>>): Reply =>
  say(done.ok ? daysText(texts.left, done.value) : refusalText(done.refusal));

/** `我明天请假` in private or said to the bot: the day comes first, so it is no command. Half a day is none of the roster's. */
export const saysLeave: FreeWords = {
  id: 'duty.says-leave',
  async take(turn, typed) {
    if (turn.speaker.staff === undefined) return undefined;
    const said = readDays(turn, typed);
    if (said === undefined || !SAYS_LEAVE.test(said.rest)) return undefined;
    const done = await takeLeave(turn, turn.speaker.staff, said.days);
    // 来不了 of whoever has no duty then is said of something else.
    return done.ok || NAMES_DUTY.test(said.rest) ? leftReply(done) : undefined;
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
      return said === undefined ? unread('请假 周五') : leftReply(await takeLeave(turn, staffOf(turn), said.days));
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
