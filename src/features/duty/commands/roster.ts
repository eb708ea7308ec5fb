import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { PARTICLES } from '../../../engine/chat/vocabulary.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { readDuties, today } from '../service.ts';
import { itemText } from '../texts.ts';
import { rosterReply } from './asking.ts';
import { readDays, staff, unread } from './said-days.ts';

const WEEK = 7;

function show(turn: Turn, typed: string | undefined): Promise<Reply> {
  const isBare = typed === undefined || PARTICLES.test(fold(typed));
  const said = isBare ? { days: [today(turn)] } : readDays(turn, typed);
  return said === undefined ? Promise.resolve(unread('值班 周五')) : rosterReply(turn, said.days);
}

export const rosterCommands: readonly Command[] = [
  command({
    id: 'duty.show',
    words: ['值班', '谁值班', '今天谁值班'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'among-staff',
    usage: '值班 日期',
    example: '值班 周五',
    topic: '其他',
    args: { day: optional(words) },
    run: (turn, { day }) => show(turn, day),
  }),
  command({
    ...staff,
    id: 'duty.list',
    words: ['值班表'],
    heard: 'exact',
    usage: '值班表',
    example: '值班表',
    args: {},
    run: async (turn) => {
      const duties = await readDuties(turn, today(turn), WEEK);
      return say(lines<GroupText>(...duties.map(({ day, member }) => itemText(day, member))));
    },
  }),
];
