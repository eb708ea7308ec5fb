import { type Reply, say } from '../../../engine/chat/command.ts';
import type { FreeWords } from '../../../engine/feature.ts';
import type { Turn } from '../../../engine/work.ts';
import { findWhen, wordsWithout } from '../../../kernel/dates/find-when.ts';
import type { When } from '../../../kernel/dates/when.ts';
import { type Day, daysBetween, daysFrom } from '../../../kernel/moment.ts';
import { type GroupText, lines } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { readDuties, readDuty, today } from '../service.ts';
import { dutyText, itemText, officeText, texts } from '../texts.ts';
import { ASKS_FOR_OFFICE, ASKS_HOURS, ASKS_WHETHER, ASKS_WHO, NAMES_WINDOW, NOW } from '../vocabulary.ts';

const WEEK = 7;
/** A question is short; whoever writes more tells something. */
const LONGEST = 40;
const SIGNS = /[^\p{L}\p{N}]/gu;

/** Who is there on those days: of one with where that is, of several a line each. What is over is of no use to anybody. */
export async function rosterReply(turn: Turn, days: readonly Day[]): Promise<Reply> {
  const coming = days.filter((day) => day >= today(turn));
  const [first = today(turn), ...others] = coming.length > 0 ? coming : days;
  const { profile } = turn.community;
  if (others.length === 0) return say(dutyText(first, (await readDuty(turn, first)).member, profile));
  const duties = await readDuties(turn, first, Math.min(others.length + 1, WEEK));
  return say(lines<GroupText>(texts.several(), ...duties.map(({ day, member }) => itemText(day, member))));
}

interface Asked {
  /** None where no day is named; the coming week where some are that come again and again: 节假日. */
  readonly days: readonly Day[];
  /** A day or an hour is named, be it now. */
  readonly isTimed: boolean;
  /** The words without it, and without signs. */
  readonly rest: string;
}

const daysOf = (when: When | undefined): readonly Day[] | undefined =>
  when?.days?.flatMap(({ from, to }) => daysBetween(from, to, WEEK));

function askedOf(turn: Turn, typed: string): Asked {
  const { zone, calendar } = turn.community;
  const folded = fold(typed);
  const when = findWhen(folded, { now: turn.at, zone, calendar, asked: 'day', prefer: 'this-month' });
  // 10月10号周六, which is none, is asked about no day.
  const isNone = when?.problem !== undefined && when.problem !== 'past';
  const left = when === undefined || isNone ? folded : wordsWithout(folded, when);
  return {
    days: daysOf(when) ?? (when?.repeats === undefined ? [] : daysFrom(today(turn), WEEK)),
    isTimed: when !== undefined || NOW.test(folded),
    rest: left.replace(NOW, '').replace(SIGNS, ''),
  };
}

/**
 * What is asked about the window in plain words: `周五谁值班`, `窗口今天有人吗`, `几点下班`, `办公室电话`. Without a day and
 * without the window 谁在 and 开门吗 may be meant of anything.
 */
export const asksAboutWindow: FreeWords = {
  id: 'duty.asks-about-window',
  async take(turn, typed) {
    if (typed.length > LONGEST) return undefined;
    const { days, isTimed, rest } = askedOf(turn, typed);
    if (ASKS_FOR_OFFICE.test(rest)) return say(officeText(turn.community.profile));
    if (ASKS_HOURS.test(rest)) {
      return days.length === 0 ? say(officeText(turn.community.profile)) : rosterReply(turn, days);
    }
    const isAsked = ASKS_WHO.test(rest) || ASKS_WHETHER.test(rest);
    if (!isAsked || !(isTimed || NAMES_WINDOW.test(rest))) return undefined;
    return rosterReply(turn, days.length === 0 ? [today(turn)] : days);
  },
};
