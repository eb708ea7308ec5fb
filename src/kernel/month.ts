import { addDays, type Day, dayOf, momentAt, monthOf } from './moment.ts';
import { readNumeral } from './numerals.ts';
import { fold } from './words.ts';

/** A calendar month `2026-11` as far as it has come: from its first moment up to its end, or to now. */
export interface MonthSpan {
  readonly month: string;
  readonly from: Date;
  readonly to: Date;
  /** Its first and last day so far. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly isCurrent: boolean;
  /** `本月`, `10月`, `2025年12月` */
  readonly said: string;
}

/** So many months after a month, or before it: `2027-01` comes one after `2026-12`. */
export function monthsAfter(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The month after a month. */
export const nextMonth = (month: string): string => monthsAfter(month, 1);

/** The span of a month that is not ahead of now. */
export function spanOfMonth(month: string, now: Date, zone: string): MonthSpan {
  const today = dayOf(now, zone);
  const isCurrent = month === monthOf(today);
  const firstDay = `${month}-01`;
  const from = momentAt(firstDay, 0, zone);
  if (isCurrent) return { month, from, to: now, firstDay, lastDay: today, isCurrent, said: '本月' };
  const next = `${nextMonth(month)}-01`;
  return {
    month,
    from,
    to: momentAt(next, 0, zone),
    firstDay,
    lastDay: addDays(next, -1),
    isCurrent,
    said: sayMonth(month, today),
  };
}

function sayMonth(month: string, today: Day): string {
  const year = month.slice(0, 4);
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${Number(month.slice(5, 7))}月`;
}

const LAST = /^(?:上个?月|上一?个月)(?:份)?的?$/u;
const THIS = /^(?:本|这个?|当)月(?:份)?的?$/u;
const NAMED = /^(?:(?<year>\d{4}|今|去)年?)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月份?的?$/u;

/**
 * The month that is asked about: `上月`, `10月`, `去年12月`; nothing said is this one. A month that has not come yet is that
 * of last year. Undefined where the words name none, or one that is still ahead.
 */
export function readMonth(words: string, today: Day): string | undefined {
  const said = fold(words).replace(/[\s,，。.!！?？]/gu, '');
  const current = monthOf(today);
  if (said === '' || THIS.test(said)) return current;
  if (LAST.test(said)) return monthsAfter(current, -1);
  const { year, month } = NAMED.exec(said)?.groups ?? {};
  const number = month === undefined ? undefined : readNumeral(month);
  if (number === undefined || number < 1 || number > 12) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const inYear = (of: number): string => `${of}-${String(number).padStart(2, '0')}`;
  if (year === undefined) return inYear(inYear(thisYear) > current ? thisYear - 1 : thisYear);
  const found = inYear(year === '今' ? thisYear : year === '去' ? thisYear - 1 : Number(year));
  return found > current ? undefined : found;
}
