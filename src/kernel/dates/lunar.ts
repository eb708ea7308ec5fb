import { LunarMonth, LunarYear, SolarDay, SolarTerm } from 'tyme4ts';
import { addDays, type Day, dayFrom } from '../day.ts';

/** A month of the lunar year: 1 … 12. A leap month comes after the month whose number it has. */
export interface LunarMonthNumber {
  readonly month: number;
  readonly isLeap: boolean;
}

interface MonthDays {
  readonly first: Day;
  readonly last: Day;
}

/** A 30th comes at the latest in the fourth month from now. */
const MONTHS_AHEAD = [0, 1, 2, 3, 4] as const;
/** What dayFrom knows, less the lunar months that reach out of it. */
const FIRST_YEAR = 1901;
const LAST_YEAR = 2199;
const LONGEST_LEAP_SEARCH_YEARS = 20;

// tyme4ts reckons from Julian days and never asks for the process's time zone (test/kernel/dates/zones.test.ts).
function dayOfSolar(solar: { getYear(): number; getMonth(): number; getDay(): number }): Day | undefined {
  return dayFrom(solar.getYear(), solar.getMonth(), solar.getDay());
}

const known = new Map<string, MonthDays | undefined>();

/** The days of that month of the lunar year; undefined where the year has no such leap month. */
export function lunarMonthDays(year: number, month: LunarMonthNumber): MonthDays | undefined {
  const isNear = year >= FIRST_YEAR && year <= LAST_YEAR && month.month >= 1 && month.month <= 12;
  if (!isNear) return undefined;
  const key = `${year}-${month.month}${month.isLeap ? '+' : ''}`;
  if (!known.has(key)) known.set(key, reckonMonth(year, month));
  return known.get(key);
}

function reckonMonth(year: number, { month, isLeap }: LunarMonthNumber): MonthDays | undefined {
  if (isLeap && LunarYear.fromYear(year).getLeapMonth() !== month) return undefined;
  const days = LunarMonth.fromYm(year, isLeap ? -month : month);
  const first = dayOfSolar(days.getFirstDay().getSolarDay());
  return first === undefined ? undefined : { first, last: addDays(first, days.getDayCount() - 1) };
}

/** That date of that month of the lunar year; undefined when it has none. */
export function lunarDay(year: number, month: LunarMonthNumber, date: number): Day | undefined {
  const days = lunarMonthDays(year, month);
  if (days === undefined || date < 1) return undefined;
  const day = addDays(days.first, date - 1);
  return day <= days.last ? day : undefined;
}

/** The days of the next such month, the one that `today` is in included. A leap month that is years away is none. */
export function nextLunarMonth(
  month: LunarMonthNumber,
  today: Day,
): (MonthDays & { readonly year: number }) | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear - 1; year <= thisYear + 2; year += 1) {
    const days = lunarMonthDays(year, month);
    if (days !== undefined && days.last >= today) return { ...days, year };
  }
  return undefined;
}

/** The next such lunar date, `today` included; undefined when that month has no such day (a 三十 in a short month). */
export function nextLunarDay(month: LunarMonthNumber, date: number, today: Day): Day | undefined {
  const days = nextLunarMonth(month, today);
  if (days === undefined) return undefined;
  const here = lunarDay(days.year, month, date);
  return here === undefined || here >= today ? here : nextLunarDay(month, date, addDays(days.last, 1));
}

/** The next day with that number in any lunar month, `today` included (阴历初五); undefined where there is none near. */
export function nextLunarDate(date: number, today: Day): Day | undefined {
  const [year, month, day] = [today.slice(0, 4), today.slice(5, 7), today.slice(8, 10)].map(Number);
  const thisMonth = SolarDay.fromYmd(year ?? 0, month ?? 0, day ?? 0)
    .getLunarDay()
    .getLunarMonth();
  for (const ahead of MONTHS_AHEAD) {
    const lunarMonth = thisMonth.next(ahead);
    const first = dayOfSolar(lunarMonth.getFirstDay().getSolarDay());
    if (first === undefined || date < 1 || date > lunarMonth.getDayCount()) continue;
    const found = addDays(first, date - 1);
    if (found >= today) return found;
  }
  return undefined;
}

/** The eve of the lunar New Year that begins that lunar year. */
export function newYearsEve(year: number): Day | undefined {
  const first = lunarDay(year, { month: 1, isLeap: false }, 1);
  return first === undefined ? undefined : addDays(first, -1);
}

/** The next leap month. */
export function nextLeapMonth(today: Day): MonthDays | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear - 1; year <= thisYear + LONGEST_LEAP_SEARCH_YEARS; year += 1) {
    const month = LunarYear.fromYear(year).getLeapMonth();
    const days = month === 0 ? undefined : lunarMonthDays(year, { month, isLeap: true });
    if (days !== undefined && days.last >= today) return days;
  }
  return undefined;
}

/** The 24 solar terms by name; 冬至 opens the list. */
export const SOLAR_TERMS: readonly string[] = SolarTerm.NAMES;

/** The day of that solar term in the solar year. The list begins with 冬至, which belongs to the year before. */
export function solarTermDay(year: number, name: string): Day | undefined {
  const index = SOLAR_TERMS.indexOf(name);
  return dayOfSolar(SolarTerm.fromIndex(index === 0 ? year + 1 : year, index).getSolarDay());
}
