import { optional, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import { staffOf } from '../../engine/identity/people.ts';
import { ROLES } from '../../engine/community/profile.ts';
import { LIFETIME } from '../../engine/outbox/rules.ts';
import type { Turn } from '../../engine/work.ts';
import { DAY, later } from '../../kernel/clock.ts';
import { type DateProblem, readMoment } from '../../kernel/dates/read-moment.ts';
import { dayOf, momentAt, sayDay } from '../../kernel/moment.ts';
import { type GroupText, lines, officeWords, type PrivateText, type PublicWords } from '../../kernel/text.ts';
import { plainWords } from '../../kernel/words.ts';
import { topicsOpen } from './rules.ts';
import {
  cancelMeeting,
  type Changed,
  type ChangeRefusal,
  handInTopic,
  moveMeeting,
  nextMeeting,
  readTopics,
  viewOf,
} from './service.ts';
import { changeExample, monthNumber, momentWords, texts } from './texts.ts';

const OFFICE = ['secretary', 'clerk', 'grid-worker'] as const;
const TOPICS_A_MESSAGE = 6;

async function showNext(turn: Turn): Promise<Reply> {
  const meeting = await nextMeeting(turn);
  const month = monthNumber(meeting.month);
  if (meeting.isCancelled) return say(texts.nextCancelled({ month }));
  const { place, host, zone } = viewOf(turn, meeting);
  return say(
    lines<GroupText>(texts.next({ month, at: momentWords(meeting.startsAt, zone), place, host }), texts.topicHow()),
  );
}

/** Topics are residents' words: they are read in private, a room hears how many there are. */
async function listTopics(turn: Turn): Promise<Reply> {
  const meeting = await nextMeeting(turn);
  const month = monthNumber(meeting.month);
  const topics = await readTopics(turn, meeting);
  if (topics.length === 0) return say(texts.noTopics({ month }));
  const items = topics.map(({ words: said, name }, index) =>
    texts.topic({ index: index + 1, words: plainWords(said), name: plainWords(name) }),
  );
  const pages: PrivateText[] = [];
  for (let start = 0; start < items.length; start += TOPICS_A_MESSAGE) {
    pages.push(lines(...items.slice(start, start + TOPICS_A_MESSAGE)));
  }
  const [first, ...others] = pages;
  if (turn.place.kind === 'direct') {
    const options = { lane: 'receipt', keepsHours: false, expiresAt: later(turn.at, LIFETIME.reply) } as const;
    for (const page of others) await turn.post.toPerson(turn.speaker.personId, page, options);
  }
  const inGroup = texts.topicCount({ month, count: topics.length });
  return { inGroup, inPrivate: first ?? inGroup };
}

async function topic(turn: Turn, said: string | undefined): Promise<Reply> {
  if (said === undefined) return turn.speaker.staff === undefined ? say(texts.topicHow()) : listTopics(turn);
  const speaker = { personId: turn.speaker.personId, name: turn.speaker.name };
  const { meeting, isTaken } = await handInTopic(turn, speaker, turn.place, said);
  const { zone } = turn.community;
  if (isTaken) return say(texts.topicKept({ at: momentWords(meeting.startsAt, zone) }));
  const month = monthNumber(meeting.month);
  if (meeting.isCancelled) return say(texts.nextCancelledTopic({ month }));
  const opens = topicsOpen(meeting, turn.community.profile.assembly, zone);
  return say(texts.topicsFrom({ month, day: officeWords(sayDay(dayOf(opens, zone))) }));
}

function dateProblemText(problem: DateProblem, example: PublicWords): GroupText {
  const slots = { asked: officeWords(plainWords(problem.asked)), example };
  switch (problem.code) {
    case 'not-a-date':
      return texts.notADate(slots);
    case 'no-such-day':
      return texts.noSuchDay(slots);
    case 'no-such-time':
      return texts.noSuchTime(slots);
    case 'no-time':
      return texts.noTime(slots);
  }
}

function changeRefusalText(turn: Turn, refusal: ChangeRefusal, startsAt: Date, month: number): GroupText {
  const { zone } = turn.community;
  switch (refusal) {
    case 'begun':
      return texts.begun({ month });
    case 'past':
      return texts.past({ at: momentWords(startsAt, zone), example: changeExample(later(turn.at, DAY), zone) });
    case 'other-month':
      return texts.otherMonth({ example: changeExample(later(turn.at, DAY), zone) });
  }
}

function changedText(turn: Turn, { meeting, reminders, notice }: Changed): GroupText {
  const { zone } = turn.community;
  const month = monthNumber(meeting.month);
  const heard = notice === undefined ? undefined : texts.roomsHear({ no: notice.no });
  if (meeting.isCancelled) return lines<GroupText>(texts.stopped({ month }), heard);
  const planned = reminders.map(({ no, dueAt, title }) =>
    texts.changedReminder({ no, at: momentWords(dueAt, zone), title: officeWords(title) }),
  );
  return lines<GroupText>(
    texts.changed({ month, at: momentWords(meeting.startsAt, zone) }),
    ...(planned.length === 0 ? [texts.changedNoReminder()] : planned),
    heard,
  );
}

async function moveTo(turn: Turn, typed: string): Promise<Reply> {
  const { zone } = turn.community;
  const example = changeExample((await nextMeeting(turn)).startsAt, zone);
  const read = readMoment(typed, turn.at, zone);
  if (!read.ok) return say(dateProblemText(read.refusal, example));
  const { day, minutes } = read.value;
  if (minutes === undefined) {
    if (day >= dayOf(turn.at, zone)) return say(texts.noTime({ example }));
    // 昨天 needs no time to be wrong
    const at = officeWords(sayDay(day));
    return say(texts.past({ at, example: changeExample(later(turn.at, DAY), zone) }));
  }
  const startsAt = momentAt(day, minutes, zone);
  const done = await moveMeeting(turn, staffOf(turn), startsAt);
  if (done.ok) return say(changedText(turn, done.value));
  return say(changeRefusalText(turn, done.refusal, startsAt, monthNumber(day)));
}

export const assemblyCommands: readonly Command[] = [
  command({
    id: 'assembly.topic',
    words: ['议题', '提议题'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'content',
    usage: '议题 内容',
    example: '议题 大门口装个充电桩',
    topic: '议事',
    args: { words: optional(words) },
    run: (turn, taken) => topic(turn, taken.words),
  }),
  command({
    id: 'assembly.next',
    words: ['议事日', '议事会', '居民议事日'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '议事日',
    example: '议事日',
    topic: '议事',
    args: {},
    run: showNext,
  }),
  command({
    id: 'assembly.topics',
    words: ['议题 列表', '看议题'],
    who: ROLES,
    where: 'anywhere',
    heard: 'exact',
    usage: '议题 列表',
    example: '议题 列表',
    topic: '议事',
    args: {},
    run: listTopics,
  }),
  command({
    id: 'assembly.move',
    words: ['议事日 改', '议事日 改到'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'content',
    usage: '议事日 改 日期 时间',
    example: '议事日 改 11月11日 15:00',
    topic: '议事',
    args: { words },
    run: (turn, taken) => moveTo(turn, taken.words),
  }),
  command({
    id: 'assembly.cancel',
    words: ['议事日 停', '议事日 取消'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'exact',
    usage: '议事日 停',
    example: '议事日 停',
    topic: '议事',
    args: {},
    run: async (turn) => {
      const done = await cancelMeeting(turn, staffOf(turn));
      if (done.ok) return say(changedText(turn, done.value));
      const meeting = await nextMeeting(turn);
      return say(changeRefusalText(turn, done.refusal, meeting.startsAt, monthNumber(meeting.month)));
    },
  }),
];
