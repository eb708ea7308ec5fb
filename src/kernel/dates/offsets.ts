import { nthWorkingDay } from '../calendar.ts';
import { addDays, type Day } from '../day.ts';
import { addMonths } from './months.ts';
import { type DaysSaid, firstOf, matchAt, oneDay, type Reader, type Reference, spansOf } from './reading.ts';
import { NUMBER, readNumber } from './said-number.ts';
import type { DaySpan } from './when.ts';

const VAGUE = '[一两二三四五六七八](?:[、到至-]?)[两三四五六七八九]';
const AMOUNT = `(?<amount>${VAGUE}|${NUMBER}|\\d{1,3}|几|半)`;
const UNIT = '(?<half>个半)?个?(?<unit>工作日|天|日|周|星期|礼拜|月|年|小时|钟头|分钟|刻钟)';
const AFTER = '(?:之后|以后|过后|后)(?![天面台院门]|悔|期)';
const LATER = new RegExp(`(?:再?过|再等|等)?${AMOUNT}${UNIT}${AFTER}(?:的今天)?`, 'y');
/** 过三天 alone; but not 超过三天, 不过三天 and 过了三天, which tell how long something has taken. */
const PASSING = new RegExp(`(?<![超不通经路难见透胜])再?过${AMOUNT}${UNIT}(?![了没多])`, 'y');
const EARLIER = new RegExp(`${AMOUNT}${UNIT}(?:之前|以前|前)(?![天面台门后])`, 'y');
const WITHIN = new RegExp(`(?:${AMOUNT}${UNIT}(?:之内|以内|内))`, 'y');
const COMING = new RegExp(`(?:未来|接下来|往后)的?${AMOUNT}${UNIT}`, 'y');
/** 明年的今天 */
const THIS_DAY = /(?<year>明|后)年的?今[天日]/y;

const MINUTES: Readonly<Record<string, number>> = { 小时: 60, 钟头: 60, 分钟: 1, 刻钟: 15 };
const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7 };
const MONTHS: Readonly<Record<string, number>> = { 月: 1, 年: 12 };
const MINUTES_A_DAY = 1_440;

interface Amount {
  /** The least and the most that is meant: 两三天 is 2 to 3, 几天 2 to 7. */
  readonly least: number;
  readonly most: number;
}

function readAmount(words: string): Amount {
  if (words === '几') return { least: 2, most: 7 };
  if (words === '半') return { least: 0.5, most: 0.5 };
  const numbers = [...words].filter((sign) => sign !== '、').map(readNumber);
  const [first = 0, second = 0] = [numbers[0], numbers.at(-1)];
  if (new RegExp(`^${VAGUE}$`).test(words)) return { least: first, most: second };
  const number = readNumber(words);
  return { least: number, most: number };
}

/** The day so many units away. Half a month is 15 days, half a year six months. Undefined for what nobody counts so. */
function dayAway(day: Day, amount: number, unit: string): Day | undefined {
  const days = DAYS[unit];
  if (days !== undefined) return Number.isInteger(amount) ? addDays(day, amount * days) : undefined;
  const months = amount * (MONTHS[unit] ?? 0);
  const away = addMonths(day, Math.trunc(months));
  return away === undefined ? undefined : addDays(away, (months - Math.trunc(months)) * 30);
}

function workingDays({ day, calendar }: Reference, amount: number): DaysSaid {
  const found = nthWorkingDay(calendar, day, amount);
  return { kind: 'named', spans: [oneDay(found.day)], isProvisional: found.provisional };
}

function minutesAway({ day, minutes }: Reference, ahead: number): DaysSaid {
  const then = minutes + ahead;
  const days = Math.floor(then / MINUTES_A_DAY);
  return { kind: 'named', spans: [oneDay(addDays(day, days))], minutes: then - days * MINUTES_A_DAY };
}

/** What an amount away from the reference is, in the direction `sign`. */
function away(
  groups: Readonly<Record<string, string | undefined>>,
  sign: 1 | -1,
  reference: Reference,
): DaysSaid | undefined {
  const { amount = '', half, unit = '' } = groups;
  const { least, most } = readAmount(amount);
  const extra = half === undefined ? 0 : 0.5;
  if (unit === '工作日') return sign > 0 && Number.isInteger(least) ? workingDays(reference, least) : undefined;
  const minutes = MINUTES[unit];
  if (minutes !== undefined) return minutesAway(reference, sign * (least + extra) * minutes);
  const ends = [
    dayAway(reference.day, sign * (least + extra), unit),
    dayAway(reference.day, sign * (most + extra), unit),
  ];
  const [from, to] = ends.filter((end) => end !== undefined).toSorted();
  if (from === undefined || to === undefined) return undefined;
  const isApproximate = least !== most || (unit === '月' && !Number.isInteger(least + extra));
  return { kind: 'named', spans: [{ from, to }], isApproximate };
}

/** 三天后, 再过一周, 两个小时后, 三天前. */
const readAway: Reader<DaysSaid> = (folded, at, reference) => {
  const later = matchAt(LATER, folded, at);
  const passing = later === undefined ? matchAt(PASSING, folded, at) : undefined;
  const earlier = matchAt(EARLIER, folded, at);
  const found = later ?? passing ?? earlier;
  if (found === undefined) return undefined;
  const { amount, unit, half } = found.groups ?? {};
  // 过两天 is how one says some time soon
  if (passing !== undefined && amount === '两' && unit === '天') {
    const span: DaySpan = { from: addDays(reference.day, 2), to: addDays(reference.day, 3) };
    return { value: { kind: 'named', spans: [span], isApproximate: true }, to: at + found[0].length };
  }
  const value = away({ amount, unit, half }, found === earlier ? -1 : 1, reference);
  return value === undefined ? undefined : { value, to: at + found[0].length };
};

/** 三天内, 五个工作日内: from today up to that day. */
const readWithin: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(WITHIN, folded, at) ?? matchAt(COMING, folded, at);
  if (found === undefined) return undefined;
  const value = away(found.groups ?? {}, 1, reference);
  const to = value?.spans.at(-1)?.to;
  if (value === undefined || to === undefined || value.minutes !== undefined) return undefined;
  return { value: { ...value, kind: 'stretch', spans: [{ from: reference.day, to }] }, to: at + found[0].length };
};

const NEXT_WORKING_DAY = /(?:下一?个?|最近的?一?个?)工作日/y;

const readNextWorkingDay: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(NEXT_WORKING_DAY, folded, at);
  return found === undefined ? undefined : { value: workingDays(reference, 1), to: at + found[0].length };
};

const readThisDay: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(THIS_DAY, folded, at);
  if (found === undefined) return undefined;
  const then = addMonths(day, found.groups?.['year'] === '明' ? 12 : 24);
  return { value: { kind: 'named', spans: spansOf(then) }, to: at + found[0].length };
};

/** All that is counted from now. */
export const readOffset = firstOf([readWithin, readAway, readNextWorkingDay, readThisDay]);
