import { type Calendar, chinaCalendar } from '../../../kernel/calendar.ts';
import { findWhen, wordsWithout } from '../../../kernel/dates/find-when.ts';
import type { Asking, When } from '../../../kernel/dates/when.ts';
import type { DayHours } from '../../../kernel/hours.ts';
import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '../../../kernel/moment.ts';
import { fold } from '../../../kernel/words.ts';
import type { MealDays } from './meals.ts';
import type { Wish } from './slots.ts';
import { EXCEPT, NO_DAY, NO_TIME, SOME_WEEKDAYS, THAT_WEEK, WEEK_SIGNS, WEEKDAY_SIGN } from './vocabulary.ts';

/** What is said of when. A problem is a day or a time that does not exist, or a date that is not that weekday. */
export interface SaidWhen {
  readonly wish: Wish;
  readonly problem: 'no-such-day' | 'no-such-time' | 'contradictory' | undefined;
  /** What follows it. */
  readonly rest: string;
}

/** From where dates are understood: a moment in a community, and the hours of what is asked for. */
export function askingOf(
  now: Date,
  community: { readonly zone: string; readonly calendar: Calendar },
  hours?: DayHours,
): Asking {
  const open = hours === undefined || hours.length === 0 ? {} : { hours };
  return { now, zone: community.zone, calendar: community.calendar, ...open };
}

/** Whether words name a day at all does not depend on today. */
export const ANY_DAY = new Date('2026-01-01T00:00:00Z');

const MOST_DAYS = 31;
const A_DAY = 1_440;
/** 九点左右 is half an hour either way. */
const ABOUT = 30;

/** The first date or time in the words; undefined where there is none. */
export function whenIn(words: string, asking: Asking): SaidWhen | undefined {
  const { rest: meant, excepted } = exceptedIn(words, asking);
  if (excepted.length > 0) return whenExcept(meant, excepted, asking);
  const when = findWhen(words, asking);
  if (when === undefined) return undefined;
  const end = when.stretches.at(-1)?.[1] ?? 0;
  const rest = words.slice(end).replace(/^[\s,，、。:：;；]+/u, '');
  // What is over is told by the service's own rules, together with what is free.
  const problem = when.problem === 'past' ? undefined : when.problem;
  return { wish: { days: daysOf(when, asking), ...minutesOf(when) }, problem, rest: rest.trim() };
}

/** 除了周二都行: what else is said, or any day that comes, without those weekdays. */
function whenExcept(words: string, excepted: readonly number[], asking: Asking): SaidWhen {
  const said = whenIn(words, asking);
  const today = dayOf(asking.now, asking.zone);
  const open = said === undefined || said.wish.days.length === 0 ? undefined : said.wish.days;
  const days = open ?? spanDays({ from: today, to: addDays(today, MOST_DAYS) });
  const wish = {
    ...(said?.wish ?? { from: undefined, to: undefined }),
    days: days.filter((day) => !excepted.includes(weekdayOf(day))),
  };
  return { wish, problem: said?.problem, rest: said?.rest ?? '' };
}

function daysOf(when: When, asking: Asking): readonly Day[] {
  const today = dayOf(asking.now, asking.zone);
  const weekdays = weekdaysOf(when);
  if (when.days === undefined && weekdays === undefined) return [];
  const days = when.days ?? [{ from: today, to: addDays(today, MOST_DAYS) }];
  const named = [...new Set(days.flatMap(spanDays))].toSorted().slice(0, MOST_DAYS);
  return weekdays === undefined ? named : named.filter((day) => weekdays.includes(weekdayOf(day)));
}

function spanDays({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] {
  return daysBetween(from, to, MOST_DAYS);
}

function minutesOf({ minutes, bound, isApproximate }: When): Pick<Wish, 'from' | 'to'> {
  if (minutes === undefined) return { from: undefined, to: undefined };
  const { from, to } = minutes;
  if (bound === 'before') return { from: 0, to: to ?? from };
  if (bound === 'after') return { from, to: A_DAY };
  return isApproximate && to === undefined ? { from: from - ABOUT, to: from + ABOUT + 1 } : { from, to };
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const FROM_MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

function weekdaysOf({ repeats }: Pick<When, 'repeats'>): readonly number[] | undefined {
  if (repeats === undefined) return undefined;
  switch (repeats.every) {
    case 'day':
      return EVERY_DAY;
    // Which days are worked is the service's own rule.
    case 'working-day':
      return FROM_MONDAY_TO_FRIDAY;
    case 'rest-day':
      return [0, 6];
    case 'week':
      return repeats.weekdays;
    // A date of every month is no day of the week.
    default:
      return undefined;
  }
}

/** What is wrong with words that are written like a date or an hour where `whenIn` finds none: `31.2`, `25点`. */
export function impossibleIn(words: string): SaidWhen['problem'] {
  const folded = fold(words);
  if (NO_TIME.test(folded)) return 'no-such-time';
  return NO_DAY.test(folded) ? 'no-such-day' : undefined;
}

/** On which days a meal is wanted: again and again until it is stopped, or on the days that are said. */
export function mealDaysIn(words: string, asking: Asking): MealDays | undefined {
  const { rest, excepted } = exceptedIn(words, asking);
  const found = plainMealDays(rest, asking);
  if (found === undefined || excepted.length === 0) return found;
  return { ...found, weekdays: found.weekdays.filter((weekday) => !excepted.includes(weekday)) };
}

/** The weekdays that are left out, and the words without them: `周一到周五，除了周三`, `周三不要`. */
function exceptedIn(words: string, asking: Asking): { readonly rest: string; readonly excepted: readonly number[] } {
  const found = EXCEPT.exec(fold(words));
  const said = found?.groups?.['before'] ?? found?.groups?.['behind'];
  if (found === null || said === undefined) return { rest: words, excepted: [] };
  const when = findWhen(said, asking);
  const excepted = weekdaysOf(when ?? {}) ?? when?.days?.flatMap(spanDays).map(weekdayOf) ?? [];
  const rest = words.slice(0, found.index) + ' ' + words.slice(found.index + found[0].length);
  return excepted.length === 0 ? { rest: words, excepted } : { rest, excepted };
}

/** Several weekdays without a week are meant for every week, like 周一到周五: `周一、周三、周五`, `周一三五`. */
function everyWeekOn(words: string): readonly number[] | undefined {
  const said = SOME_WEEKDAYS.exec(fold(words))?.groups?.['weekdays'];
  if (said === undefined || THAT_WEEK.test(fold(words))) return undefined;
  const named = (said.match(WEEKDAY_SIGN) ?? []).map((sign) => (WEEK_SIGNS.indexOf(sign) + 1) % 7);
  return [...new Set(named)].toSorted();
}

function plainMealDays(words: string, asking: Asking): MealDays | undefined {
  const everyWeek = everyWeekOn(words);
  if (everyWeek !== undefined) return { weekdays: everyWeek, from: dayOf(asking.now, asking.zone), to: null };
  const when = findWhen(words, asking);
  if (when === undefined || (when.problem !== undefined && when.problem !== 'past')) return undefined;
  const today = dayOf(asking.now, asking.zone);
  const days = when.days?.flatMap(spanDays) ?? [];
  const [first = today] = days.toSorted();
  const weekdays = weekdaysOf(when);
  if (weekdays !== undefined) {
    const last = days.length > 1 ? days.toSorted().at(-1) : undefined;
    return { weekdays, from: first, to: last ?? null };
  }
  if (days.length === 0) return undefined;
  if (when.bound === 'after') return { weekdays: EVERY_DAY, from: first, to: null };
  const named = [...new Set(days.map(weekdayOf))].toSorted();
  return { weekdays: named, from: first, to: days.toSorted().at(-1) ?? first };
}

/** Whether the words are a day, or several, and nothing else. */
export function isDayAlone(words: string, zone: string): boolean {
  const when = findWhen(words, { now: ANY_DAY, zone, calendar: chinaCalendar });
  return when?.days !== undefined && !/[\p{L}\p{N}]/u.test(wordsWithout(words, when));
}
