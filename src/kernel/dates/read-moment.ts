import { chinaCalendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { accept, refuse, type Result } from '../result.ts';
import { fold } from '../words.ts';
import { decideWhen } from './decide.ts';
import { withoutNotDates } from './not-dates.ts';
import { readPhrase } from './read-phrase.ts';
import { referenceOf } from './reading.ts';

/** Why words hold no date: none at their start, a day or a time that does not exist, or (for callers) no time said. */
export type DateProblem = {
  readonly code: 'not-a-date' | 'no-such-day' | 'no-such-time' | 'no-time';
  readonly asked: string;
};

/** A date at the start is shorter than that, whatever follows it. */
const LONGEST_START = 200;
const SEPARATORS = /^[\s,，、:：;；。]+/;

/**
 * The one day, and the time if there is one, at the start of a staff member's words: `11月11日 15:00`, `11/11 15:00`,
 * `2026年11月11日`, `11日`, `明天 09:30`, `下周三`. What `findWhen` finds anywhere counts here at the start only. Without a
 * year, a month before this one is next year's; days of this month that are past stay in this month. A weekday that is
 * not the date's is refused like a day that does not exist. `rest` is what follows, without the separators before it.
 */
export function readMoment(
  words: string,
  now: Date,
  zone: string,
): Result<{ readonly day: Day; readonly minutes: number | undefined; readonly rest: string }, DateProblem> {
  const asking = { now, zone, calendar: chinaCalendar, prefer: 'this-month' } as const;
  const reference = referenceOf(asking);
  const start = words.length - words.trimStart().length;
  const phrase = readPhrase(withoutNotDates(fold(words.slice(0, LONGEST_START))), start, reference);
  const notADate = refuse({ code: 'not-a-date', asked: words.trim().slice(0, 12) } as const);
  if (phrase?.days === undefined) return notADate;
  const { days, clock, daysTo = start, clockFrom = daysTo } = phrase;
  const { problem, days: spans, minutes } = decideWhen(phrase, undefined, reference);
  const to = phrase.stretches.at(-1)?.[1] ?? daysTo;
  if (problem === 'no-such-day' && days.isWeak !== true) {
    return refuse({ code: 'no-such-day', asked: words.slice(start, daysTo) });
  }
  if (problem === 'contradictory') return refuse({ code: 'no-such-day', asked: words.slice(start, daysTo) });
  if (problem === 'no-such-time') return refuse({ code: 'no-such-time', asked: words.slice(clockFrom, to) });
  const [span, ...others] = spans ?? [];
  const isOneDay = span !== undefined && others.length === 0 && span.from === span.to;
  if (!isOneDay || phrase.repeats !== undefined || phrase.bound !== undefined) return notADate;
  // a part of the day is no time: 明天上午 leaves 上午 to whoever reads on
  const hasTime = minutes !== undefined && clock?.part === undefined;
  const rest = words
    .slice(hasTime ? to : daysTo)
    .replace(SEPARATORS, '')
    .trimEnd();
  return accept({ day: span.from, minutes: hasTime ? minutes.from : undefined, rest });
}
