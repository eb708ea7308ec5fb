import { optional, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import { ROLES } from '../../engine/community/profile.ts';
import type { Feature, TodoLine } from '../../engine/feature.ts';
import { staffOf } from '../../engine/identity/people.ts';
import type { Turn } from '../../engine/work.ts';
import { dayOf } from '../../kernel/moment.ts';
import { readMonth, spanOfMonth } from '../../kernel/month.ts';
import { type GroupText, lines, type PrivateText } from '../../kernel/text.ts';
import { texts } from './texts.ts';

/** With the heading and the rest, a message has at most eight lines. */
const LISTED = 6;

async function todo(turn: Turn, features: readonly Feature[]): Promise<Reply> {
  const all: TodoLine[] = [];
  for (const feature of features) all.push(...((await feature.todo?.(turn, staffOf(turn))) ?? []));
  all.sort((a, b) => a.due.getTime() - b.due.getTime());
  if (all.length === 0) return say(texts.nothing());
  const shown = all.flatMap((line) => line.inGroup ?? []);
  const hidden = all.length - shown.length;
  const head = texts.head({ count: all.length });
  const more = all.length > LISTED ? texts.more({ count: all.length - LISTED }) : undefined;
  return {
    inPrivate: lines<PrivateText>(head, ...all.slice(0, LISTED).map((line) => line.inPrivate), more),
    inGroup: lines<GroupText>(
      head,
      ...shown.slice(0, hidden > 0 ? LISTED - 1 : LISTED),
      shown.length > LISTED ? texts.more({ count: shown.length - LISTED }) : undefined,
      hidden > 0 ? texts.moreInPrivate({ count: hidden }) : undefined,
    ),
  };
}

/** Whether words name a month at all does not depend on today. */
const ANY_DAY = '2026-12-31';

async function figures(turn: Turn, said: string, features: readonly Feature[]): Promise<Reply> {
  const { zone } = turn.community;
  const month = readMonth(said, dayOf(turn.at, zone));
  if (month === undefined) return say(texts.whichMonth());
  const span = spanOfMonth(month, turn.at, zone);
  const found: GroupText[] = [];
  for (const feature of features) found.push(...((await feature.figures?.(turn, span)) ?? []));
  return say(lines<GroupText>(...found));
}

/** What is to be done and how the month stands, made of what the features give. */
export function deskCommands(features: () => readonly Feature[]): readonly Command[] {
  return [
    command({
      id: 'desk.todo',
      words: ['待办', '我的待办'],
      who: ROLES,
      where: 'anywhere',
      heard: 'exact',
      usage: '待办',
      example: '待办',
      topic: '办理',
      args: {},
      run: (turn) => todo(turn, features()),
    }),
    command({
      id: 'desk.figures',
      words: ['统计'],
      who: ROLES,
      where: 'anywhere',
      heard: 'content',
      isMeant: (rest) => readMonth(rest, ANY_DAY) !== undefined,
      usage: '统计 月份',
      example: '统计',
      topic: '办理',
      args: { words: optional(words) },
      run: (turn, { words: said = '' }) => figures(turn, said, features()),
    }),
  ];
}
