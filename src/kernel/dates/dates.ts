import { type Day, dayFrom } from '../day.ts';
import { dateOf, monthIndex, type MonthIndex, monthIndexOf } from './months.ts';
import { type DaysSaid, firstOf, matchAt, oneDay, type Read, type Reader, type Reference, spansOf } from './reading.ts';
import { NEXT, NUMBER, readNumber, readYear, TO, YEAR } from './said-number.ts';

/** What counts something and therefore follows no date: 11.26元, 3-5天, 12月3个. */
const COUNTED =
  '[元块米个度%‰°万亿栋幢座楼单室小点时刻天人次斤公折分级层年月周岁寸吨里升克千百毫倍题页遍趟只条件套盒包瓶箱台部辆毛角折位名户家期届项项幅平寸厘集章节课:]';
const RELATIVE_MONTH = `(?:本|这一?个?|今个|当|${NEXT}一?个?|上+一?个?)`;

/** 号 also stands after the numbers of houses, which not-dates.ts has taken out before. */
const WITH_MONTH = new RegExp(
  `(?:(?<year>${YEAR})年的?\\s?)?(?<month>${NUMBER}|${RELATIVE_MONTH})\\s?月(?:份)?的?\\s?(?<date>(?:${NUMBER}|\\d{1,2}))(?:\\s?[日号]|(?!\\s?${COUNTED}|[-/.]?\\d))`,
  'y',
);
const DATE_ONLY = new RegExp(`(?<date>(?:${NUMBER}))\\s?(?<unit>[日号])(?!\\s?[-~到至]?\\d+(?:单元|栋|幢|室))`, 'y');
/** 26到28号, 26、27号: the first of them, when a date follows. */
const UNIT_FOLLOWS = new RegExp(
  `(?<date>${NUMBER})(?=(?:[、,，]${NUMBER})*(?:${TO}|[、,，和]|或者?)${NUMBER}[日号])`,
  'y',
);
const WRITTEN = new RegExp(
  `(?<![\\d./:+*¥￥$])(?:(?<year>\\d{4})(?<sign>[-/.]))?(?<month>\\d{1,2})(?<inner>[-/.])(?<date>\\d{1,2})(?:[日号]|(?![.:]?\\d|\\k<inner>\\d|[-/](?!\\d{1,2}\\k<inner>)\\d|\\s?${COUNTED}))`,
  'y',
);
const COMPACT = /(?<!\d)(?<year>20\d\d)(?<month>\d\d)(?<date>\d\d)(?!\d)/y;

/** The month that 下个, 上, 本 mean. */
export function relativeMonth(said: string, today: Day): MonthIndex {
  return monthIndexOf(today) + (said.split('下').length - 1) - (said.split('上').length - 1);
}

/**
 * A month and a date without a year: the next such day; the staff's rule keeps to this year as long as the month is
 * not over. 29 February is looked for in this year and the next one only, so that 2月29日 is refused and not put off for years.
 */
function nextDate(month: number, date: number, { day: today, prefersFuture }: Reference): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const here = dayFrom(thisYear, month, date);
  const isOver = prefersFuture && here !== undefined ? here < today : month < Number(today.slice(5, 7));
  return isOver ? dayFrom(thisYear + 1, month, date) : here;
}

const readWithMonth: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(WITH_MONTH, folded, at);
  if (found === undefined) return undefined;
  const { year, month = '', date = '' } = found.groups ?? {};
  const saidDate = readNumber(date);
  const saidMonth = readNumber(month);
  const thisYear = Number(reference.day.slice(0, 4));
  const to = at + found[0].length;
  const isNumbered = !Number.isNaN(saidMonth);
  if (!isNumbered)
    return { value: { kind: 'date', spans: spansOf(dateOf(relativeMonth(month, reference.day), saidDate)) }, to };
  const day =
    year === undefined
      ? nextDate(saidMonth, saidDate, reference)
      : dayFrom(readYear(year, thisYear), saidMonth, saidDate);
  return { value: { kind: 'date', spans: spansOf(day) }, to };
};

/** 26号: this month's, or the next one's when that is past (but not for staff, who may speak of what was). */
function readDateOnly(date: number, to: number, { day: today, prefersFuture }: Reference): Read<DaysSaid> {
  const month = monthIndexOf(today);
  const here = dateOf(month, date);
  if (!prefersFuture) return { value: { kind: 'date', spans: spansOf(here) }, to };
  const next = dateOf(month + 1, date);
  // a 31st that this month lacks is not the next month's: somebody has miscounted
  if (here === undefined || here >= today) {
    return { value: { kind: 'date', spans: spansOf(here), ...(next === undefined ? {} : { next: oneDay(next) }) }, to };
  }
  return { value: { kind: 'date', spans: spansOf(next) }, to };
}

const readSaidDate: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(UNIT_FOLLOWS, folded, at) ?? matchAt(DATE_ONLY, folded, at);
  if (found === undefined) return undefined;
  const { date = '', unit } = found.groups ?? {};
  const read = readDateOnly(readNumber(date), at + found[0].length, reference);
  // 45号 is a house
  const isHouse = unit === '号' && !(readNumber(date) <= 31);
  return isHouse ? { ...read, value: { ...read.value, isWeak: true } } : read;
};

/** 11-26, 11/26, 11.26, 2026-11-26. With a single digit on both sides it is as often a score, a fraction or a flat. */
const readWritten: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(WRITTEN, folded, at) ?? (reference.asked === 'day' ? matchAt(COMPACT, folded, at) : undefined);
  if (found === undefined) return undefined;
  const { year, month = '', date = '', inner } = found.groups ?? {};
  const numbers = [Number(month), Number(date)] as const;
  const day = year === undefined ? nextDate(...numbers, reference) : dayFrom(Number(year), ...numbers);
  const isShort = month.length === 1 && date.length === 1 && !/[日号]$/.test(found[0]);
  // 3.15 may be a price, 13-5 a flat: what the calendar does not know is no date in talk, unless the year says so
  const isWeak = year === undefined && inner !== undefined && (isShort || day === undefined);
  return { value: { kind: 'date', spans: spansOf(day), isWeak }, to: at + found[0].length };
};

const BARE_NUMBER = /(?<=^\s*)(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})(?=\s*[吧。.]?\s*$)/y;

/** The whole answer is a number: 15 is a day of the month when a day was asked for. */
const readBareNumber: Reader<DaysSaid> = (folded, at, reference) => {
  const said = reference.asked === 'day' ? matchAt(BARE_NUMBER, folded, at)?.[0] : undefined;
  if (said === undefined || Number.isNaN(readNumber(said))) return undefined;
  return readDateOnly(readNumber(said), at + said.length, reference);
};

/** All that is said with dates of the calendar. */
export const readDate = firstOf([readWithMonth, readSaidDate, readWritten, readBareNumber]);

/** The month that a said number means: the next one of that name, this one included. */
export function nextMonth(month: number, today: Day): MonthIndex {
  const here = monthIndex(Number(today.slice(0, 4)), month);
  return here < monthIndexOf(today) ? here + 12 : here;
}
