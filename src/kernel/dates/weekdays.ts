import { addDays, type Day, weekdayOf } from '../day.ts';
import { monthIndexOf, nthWeekday } from './months.ts';
import { type DaysSaid, firstOf, matchAt, oneDay, type Reader, spansOf } from './reading.ts';
import { NEXT, readNumber, TO } from './said-number.ts';
import type { DaySpan } from './when.ts';

/** 周 is a surname (老周三天没来) and a measure (一周一次). */
const NOT_AFTER = '(?<![老小姓个])(?<!(?<![周期拜])[四五六七八九十一二两三几半满每整\\d])';
const WEEK_WORD = '(?:周|星期|礼拜)';
const WHICH_WEEK = `(?:这一?个?|本|今个?|${NEXT}一?个?|上+一?个?)`;
/** Another number after it belongs to what follows: 周三五点 is Wednesday at five, 周二四楼 the fourth floor. */
const NEXT_IN_LIST = '(?![点时十:个号月年楼层栋幢座单室位人块元次趟回遍斤分刻半张条本件部台])';
/** 日 or 天 after 六 is Sunday; what stands before 天 in 三天 is a number of days. */
const WEEKDAY =
  '(?:[一二三四五六日](?!天两头|[次趟遍])|天(?![天气冷热亮黑空花台])|[1-7](?![\\d点:：.个号月年楼层栋幢座单室位人块元次天]))';

/** Weekdays in a row or a list, as they stand after 周: 二, 二四, 六日, 一三五. */
export const WEEKDAY_LIST = `${WEEKDAY}(?:[、,，和/]?(?:[一二三四五六日](?!天)${NEXT_IN_LIST}))*`;

const SAID = new RegExp(`(?<which>${WHICH_WEEK})?(?<word>${WEEK_WORD})(?<days>${WEEKDAY_LIST})`, 'y');
const BARE = new RegExp(NOT_AFTER + WEEK_WORD, 'y');
const WEEKEND = new RegExp(`(?<which>${WHICH_WEEK})?(?:周|礼拜|星期)[末未](?!愉快|快乐)`, 'y');
const WHOLE_WEEK = new RegExp(
  `(?<which>${WHICH_WEEK})(?:周|星期|礼拜)(?!边|围|年|期|末|转|到|[一二三四五六]\\D?次)`,
  'y',
);
const SHORT_END = new RegExp(`${TO}(?<day>[一二三四五六日天])${NEXT_IN_LIST}`, 'y');
const NTH =
  /(?<month>本|这个?|下个?|\d{1,2}|[一二三四五六七八九]|十[一二]?)月份?的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一))个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])/y;

const ORDER = '日一二三四五六';

/** How much of what WEEKDAY_LIST matches is one list: the weekdays in it rise, so that 五一早 is 五 and then 一早. */
function lengthOfList(list: string): number {
  let last = 0;
  for (const { 0: sign, index } of list.matchAll(/[一二三四五六日天1-7]/g)) {
    const place = (((readWeekdays(sign)[0] ?? 0) + 6) % 7) + 1;
    if (place <= last) return index;
    last = place;
  }
  return list.length;
}

/** The weekdays of what WEEKDAY_LIST matches, 0 = Sunday. */
export function readWeekdays(list: string): readonly number[] {
  return Array.from(list.matchAll(/[一二三四五六日天1-7]/g), ([sign]) =>
    /\d/.test(sign) ? Number(sign) % 7 : sign === '天' ? 0 : ORDER.indexOf(sign),
  );
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** How many weeks from this one 这, 下, 下下, 上 are. Weeks begin on Monday. */
function weeksAhead(which: string): number {
  const next = which.split('下').length - 1;
  const last = which.split('上').length - 1;
  return next - last;
}

function dayInWeek(monday: Day, weekday: number): Day {
  return addDays(monday, (weekday + 6) % 7);
}

function nextWeekday(today: Day, weekday: number): Day {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** 周四 is the next one, today included; 这周四 and 下周四 are of their week, past or not. */
const readWeekday: Reader<DaysSaid> = (folded, at, { day: today }) => {
  const found = matchAt(SAID, folded, at);
  if (found === undefined) return undefined;
  const { which, days: matched = '' } = found.groups ?? {};
  const list = matched.slice(0, lengthOfList(matched));
  if (which === undefined && matchAt(BARE, folded, at) === undefined) return undefined;
  const monday = which === undefined ? undefined : addDays(mondayOf(today), weeksAhead(which) * 7);
  const dayOf = (weekday: number): Day =>
    monday === undefined ? nextWeekday(today, weekday) : dayInWeek(monday, weekday);
  const days = readWeekdays(list).map(dayOf);
  const [first = today] = days;
  const to = at + found[0].length - (matched.length - list.length);
  const isRepeatable = days.length === 1 && which === undefined;
  const end = days.length === 1 ? matchAt(SHORT_END, folded, to) : undefined;
  if (end !== undefined) {
    const last = nextWeekday(first, readWeekdays(end.groups?.['day'] ?? '')[0] ?? 0);
    const value: DaysSaid = { kind: 'weekday', spans: [{ from: first, to: last }], isFixed: which !== undefined };
    return { value, to: to + end[0].length };
  }
  const next = isRepeatable ? { next: oneDay(addDays(first, 7)) } : {};
  return { value: { kind: 'weekday', spans: days.map(oneDay), isFixed: which !== undefined, ...next }, to };
};

function weekendFrom(monday: Day): DaySpan {
  return { from: addDays(monday, 5), to: addDays(monday, 6) };
}

/** 周末, 下周末: Saturday and Sunday. On a Sunday 周末 is this one. */
const readWeekend: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(WEEKEND, folded, at);
  if (found === undefined) return undefined;
  const which = found.groups?.['which'] ?? '';
  const weekend = weekendFrom(addDays(mondayOf(day), weeksAhead(which) * 7));
  return { value: { kind: 'weekday', spans: [weekend] }, to: at + found[0].length };
};

/** 下周, 这个星期: from Monday to Sunday. */
const readWholeWeek: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(WHOLE_WEEK, folded, at);
  if (found === undefined) return undefined;
  const monday = addDays(mondayOf(day), weeksAhead(found.groups?.['which'] ?? '') * 7);
  return { value: { kind: 'stretch', spans: [{ from: monday, to: addDays(monday, 6) }] }, to: at + found[0].length };
};

/** 下个月第二个周三, 12月最后一个周五. */
const readNthWeekday: Reader<DaysSaid> = (folded, at, { day: today }) => {
  const found = matchAt(NTH, folded, at);
  if (found === undefined) return undefined;
  const { month: said = '', nth, day = '' } = found.groups ?? {};
  const thisMonth = monthIndexOf(today);
  const number = readNumber(said);
  const named = said.startsWith('下') ? thisMonth + 1 : thisMonth;
  const month = Number.isNaN(number) ? named : thisMonth + ((number - 1 - (thisMonth % 12) + 12) % 12);
  const nthDay = nthWeekday(month, nth === undefined ? -1 : readNumber(nth), readWeekdays(day)[0] ?? 0);
  return { value: { kind: 'date', spans: spansOf(nthDay) }, to: at + found[0].length };
};

/** All that is said with days of the week. */
export const readWeekdayWords = firstOf([readNthWeekday, readWeekend, readWeekday, readWholeWeek]);
