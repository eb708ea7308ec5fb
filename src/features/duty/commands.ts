import { optional, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import { ROLES } from '../../engine/community/profile.ts';
import { staffOf } from '../../engine/identity/people.ts';
import type { Turn } from '../../engine/work.ts';
import { readMoment } from '../../kernel/dates/read-moment.ts';
import type { Day } from '../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import { agreeSwap, askSwap, coverDuty, readDuties, readDuty, refuseSwap, takeLeave, today } from './service.ts';
import { bothText, dutyText, itemText, ofDay, refusalText, texts } from './texts.ts';

const WEEK = 7;

interface Said {
  readonly day: Day;
  readonly rest: string;
}

function readDay(turn: Turn, typed: string): Said | undefined {
  const read = readMoment(typed, turn.at, turn.community.zone);
  return read.ok ? { day: read.value.day, rest: read.value.rest } : undefined;
}

const unread = (example: string): Reply => say(texts.unreadDay({ example: officeWords(example) }));

async function show(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? { day: today(turn) } : readDay(turn, typed);
  if (said === undefined) return unread('值班 周五');
  const { day, member } = await readDuty(turn, said.day);
  return say(dutyText(day, member, turn.community.profile));
}

async function swap(turn: Turn, typed: string): Promise<Reply> {
  const said = readDay(turn, typed);
  if (said === undefined) return unread('换班 周五 小陈');
  const name = said.rest.replace(/^(?:和|跟|给|找)/u, '').trim();
  const done = await askSwap(turn, staffOf(turn), said.day, name);
  return say(done.ok ? bothText(texts.asked, name, done.value) : refusalText(done.refusal));
}

async function agree(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : readDay(turn, typed);
  if (typed !== undefined && said === undefined) return unread('同意 周五');
  const staff = staffOf(turn);
  const done = await agreeSwap(turn, staff, said?.day);
  if (!done.ok) return say(refusalText(done.refusal));
  const { member } = await readDuty(turn, done.value.dayInReturn);
  return say(bothText(texts.agreed, member?.name ?? '', done.value));
}

async function decline(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : readDay(turn, typed);
  if (typed !== undefined && said === undefined) return unread('不换 周五');
  const done = await refuseSwap(turn, staffOf(turn), said?.day);
  return say(done.ok ? texts.refused() : refusalText(done.refusal));
}

const staff = { who: ROLES, where: 'anywhere', topic: '值班' } as const;

export const dutyCommands: readonly Command[] = [
  command({
    id: 'duty.show',
    words: ['值班', '谁值班', '今天谁值班'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
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
  command({
    ...staff,
    id: 'duty.swap',
    words: ['换班'],
    heard: 'content',
    usage: '换班 日期 同事',
    example: '换班 周五 小陈',
    args: { words },
    run: (turn, taken) => swap(turn, taken.words),
  }),
  command({
    ...staff,
    id: 'duty.agree',
    words: ['同意', '同意换班'],
    heard: 'content',
    usage: '同意',
    example: '同意 周五',
    args: { day: optional(words) },
    run: (turn, { day }) => agree(turn, day),
  }),
  command({
    ...staff,
    id: 'duty.decline',
    words: ['不换', '不同意换班'],
    heard: 'content',
    usage: '不换',
    example: '不换 周五',
    args: { day: optional(words) },
    run: (turn, { day }) => decline(turn, day),
  }),
  command({
    ...staff,
    id: 'duty.leave',
    words: ['请假'],
    heard: 'content',
    usage: '请假 日期',
    example: '请假 周五',
    args: { day: words },
    run: async (turn, { day }) => {
      const said = readDay(turn, day);
      if (said === undefined) return unread('请假 周五');
      const done = await takeLeave(turn, staffOf(turn), said.day);
      return say(done.ok ? ofDay(texts.left, said.day) : refusalText(done.refusal));
    },
  }),
  command({
    ...staff,
    id: 'duty.cover',
    words: ['顶班'],
    heard: 'content',
    usage: '顶班 日期',
    example: '顶班 周五',
    args: { day: words },
    run: async (turn, { day }) => {
      const said = readDay(turn, day);
      if (said === undefined) return unread('顶班 周五');
      const done = await coverDuty(turn, staffOf(turn), said.day);
      return say(done.ok ? ofDay(texts.covered, said.day) : refusalText(done.refusal));
    },
  }),
];
