import { type Reply, say } from '../../../engine/chat/command.ts';
import { ROLES } from '../../../engine/community/profile.ts';
import type { Turn } from '../../../engine/work.ts';
import { findWhen, wordsWithout } from '../../../kernel/dates/find-when.ts';
import { readMoment } from '../../../kernel/dates/read-moment.ts';
import { type Day, daysBetween } from '../../../kernel/moment.ts';
import { officeWords } from '../../../kernel/text.ts';
import { texts } from '../texts.ts';

/** Who uses the commands of the roster, and where. */
export const staff = { who: ROLES, where: 'anywhere', topic: '值班' } as const;

/** One day at the start of the words, and what follows it. */
export function readDay(turn: Turn, typed: string): { readonly day: Day; readonly rest: string } | undefined {
  const read = readMoment(typed, turn.at, turn.community.zone);
  return read.ok ? { day: read.value.day, rest: read.value.rest } : undefined;
}

/** Nobody is away or covers for longer in one line. */
const MOST_DAYS = 31;

/** The whole days that the words name, and the words without them; undefined where it is none, or a part of a day. */
export function readDays(
  turn: Turn,
  typed: string,
): { readonly days: readonly Day[]; readonly rest: string } | undefined {
  const { zone, calendar } = turn.community;
  const when = findWhen(typed, { now: turn.at, zone, calendar, asked: 'day', prefer: 'this-month' });
  if (when?.days === undefined || when.minutes !== undefined || when.bound !== undefined) return undefined;
  if (when.problem !== undefined && when.problem !== 'past') return undefined;
  const days = [...new Set(when.days.flatMap(({ from, to }) => daysBetween(from, to, MOST_DAYS)))].toSorted();
  return { days, rest: wordsWithout(typed, when) };
}

export const unread = (example: string): Reply => say(texts.unreadDay({ example: officeWords(example) }));
