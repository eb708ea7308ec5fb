import { addDays, type Day, millisecondsOf } from '../day.ts';
import type { DayHours } from '../hours.ts';
import type { Reference } from './reading.ts';
import type { Phrase } from './read-phrase.ts';
import type { DaySpan, MinuteSpan, When, WhenProblem } from './when.ts';

/** What a bare hour means to people who speak of appointments, where no opening hours are given. */
const DAYTIME: DayHours = [{ from: 480, to: 1_080 }];
const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;

function fits(hours: DayHours, { from, to }: MinuteSpan): boolean {
  return hours.some((open) => open.from <= from && from < open.to && (to ?? from) <= open.to);
}

/** The readings that are left: those inside the hours, else those by day, else those still to come. At most two. */
function decide(readings: readonly MinuteSpan[], hours: DayHours, now: number | undefined): readonly MinuteSpan[] {
  let left = readings;
  const keep = (isGood: (span: MinuteSpan) => boolean): void => {
    const good = left.filter(isGood);
    if (left.length > 1 && good.length > 0) left = good;
  };
  keep((span) => fits(hours, span));
  keep(({ from }) => hours.some((open) => open.from <= from && from < open.to));
  keep((span) => fits(DAYTIME, span));
  if (now !== undefined) keep(({ from, to }) => (to ?? from) > now);
  return left;
}

/** Whether all of it is over: the days, or today's time. The minute that it is now is not over yet. */
function isOver(spans: readonly DaySpan[], minutes: MinuteSpan | undefined, { day, minutes: now }: Reference): boolean {
  const last = spans
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (last === undefined) return false;
  if (minutes === undefined) return last < day;
  const ago = (millisecondsOf(day) - millisecondsOf(last)) / MINUTE_MS + now;
  return minutes.to === undefined ? minutes.from < ago : minutes.to <= ago;
}

function onlyToday(spans: readonly DaySpan[] | undefined, today: Day): boolean {
  return spans?.length === 1 && spans[0]?.from === today && spans[0].to === today;
}

/** 今晚12点半 is half past midnight of the day after. 24:00 and spans that end after midnight stay with their day. */
function pastMidnight(spans: readonly DaySpan[], minutes: MinuteSpan): readonly [readonly DaySpan[], MinuteSpan] {
  if (minutes.from < MINUTES_A_DAY || (minutes.from === MINUTES_A_DAY && minutes.to === undefined))
    return [spans, minutes];
  const moved = spans.map(({ from, to }) => ({ from: addDays(from, 1), to: addDays(to, 1) }));
  const from = minutes.from - MINUTES_A_DAY;
  return [moved, minutes.to === undefined ? { from } : { from, to: minutes.to - MINUTES_A_DAY }];
}

/** What a phrase means, seen from the reference. */
export function decideWhen(phrase: Phrase, hours: DayHours | undefined, reference: Reference): When {
  const { days, clock, repeats, bound, isApproximate } = phrase;
  const said = days?.spans;
  const now = onlyToday(said, reference.day) ? reference.minutes : undefined;
  const readings = days?.minutes === undefined ? (clock?.readings ?? []) : [{ from: days.minutes }];
  const [first, second] = decide(readings, hours ?? DAYTIME, now);
  const other = clock?.or === undefined ? second : decide(clock.or, hours ?? DAYTIME, now)[0];
  const [moved, minutes] = first === undefined ? [said ?? [], undefined] : pastMidnight(said ?? [], first);
  // 昨天以后 is not over, 昨天之前 is
  const isPast = repeats === undefined && bound !== 'after' && isOver(moved, minutes, reference);
  const spans = isPast && days?.next !== undefined && reference.prefersFuture ? [days.next] : moved;
  const isMissing = days !== undefined && said?.length === 0;
  const hasNoTime = clock?.readings.length === 0;
  return {
    ...(spans.length === 0 || isMissing ? {} : { days: spans }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(other === undefined ? {} : { orMinutes: other }),
    ...(clock?.part === undefined ? {} : { part: clock.part }),
    ...(bound === undefined ? {} : { bound }),
    isApproximate,
    isProvisional: days?.isProvisional === true,
    ...problemOf(isMissing, hasNoTime, phrase.isContradictory, isPast && spans === moved),
    stretches: phrase.stretches,
  };
}

function problemOf(
  isMissing: boolean,
  hasNoTime: boolean,
  isContradictory: boolean,
  isPast: boolean,
): { readonly problem?: WhenProblem } {
  if (isMissing) return { problem: 'no-such-day' };
  if (hasNoTime) return { problem: 'no-such-time' };
  if (isContradictory) return { problem: 'contradictory' };
  return isPast ? { problem: 'past' } : {};
}
