import chineseDays from 'chinese-days';
import { addDays, type Day, dayFrom, weekdayOf } from './day.ts';

/** Which days are worked, as far as they are published, and a guess by the law beyond. */
export interface Calendar {
  /** Changes whenever the days behind it change, so that a deadline can name the calendar that it was reckoned by. */
  readonly version: string;
  /** The last day for which the State Council's arrangement is known. */
  readonly coverageEnd: Day;
  isRestDay(day: Day): boolean;
  isPublished(day: Day): boolean;
  /** The name of the holiday for which a day is free, 春节; undefined on every other day. */
  holidayName(day: Day): string | undefined;
}

/** The first arrangement in the library is that of 2004. */
const FIRST_YEAR = 2004;
/** The library's lunar tables end with 2099. */
const LAST_LUNAR_DAY = '2099-12-31';

/**
 * Whether the library lists this day: true a holiday, false a make-up working day, undefined an ordinary day.
 * The library turns `YYYY-MM-DD` into a UTC midnight and then formats it in the process's own zone, for its tables
 * and for our questions alike. So its answers by table are right everywhere and those by weekday are not: where it
 * has no name for the day (it then answers an English weekday), nothing else of the answer is used.
 */
function listed(day: Day): boolean | undefined {
  const { name, work } = chineseDays.getDayDetail(day);
  return name.includes(',') ? !work : undefined;
}

/** 春节 of `Spring Festival,春节,4`. */
function listedName(day: Day): string | undefined {
  return listed(day) === true ? chineseDays.getDayDetail(day).name.split(',')[1] : undefined;
}

/**
 * The days that the law itself fixes (全国年节及纪念日放假办法, as amended in 2024): 元旦 1, 春节 4 from New Year's Eve,
 * 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. The rest of a long holiday is arranged each year and cannot be known before.
 */
function statutoryName(day: Day): string | undefined {
  const date = day.slice(5);
  if (date === '01-01') return '元旦';
  if (['05-01', '05-02'].includes(date)) return '劳动节';
  if (['10-01', '10-02', '10-03'].includes(date)) return '国庆节';
  if (day > LAST_LUNAR_DAY) return undefined;
  if (date >= '04-03' && date <= '04-06') return isQingming(day) ? '清明' : undefined;
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  if (isLeap) return undefined;
  if (lunarMon === 1) return lunarDay <= 3 ? '春节' : undefined;
  if (lunarMon === 5) return lunarDay === 5 ? '端午' : undefined;
  if (lunarMon === 8) return lunarDay === 15 ? '中秋' : undefined;
  return lunarMon === 12 && lunarDay >= 29 && isNewYearsDay(addDays(day, 1)) ? '春节' : undefined;
}

function isNewYearsDay(day: Day): boolean {
  const { lunarMon, lunarDay } = chineseDays.getLunarDate(day);
  return lunarMon === 1 && lunarDay === 1;
}

/** The library formats the term's date in the process's zone; so does its echo of the day, and the two compare. */
function isQingming(day: Day): boolean {
  const echo = chineseDays.getDayDetail(day).date;
  return chineseDays.getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness') === echo;
}

function isPublishedYear(year: number): boolean {
  return listed(`${String(year)}-10-01`) === true;
}

function lastPublishedYear(): number {
  let year = FIRST_YEAR;
  while (isPublishedYear(year + 1)) year += 1;
  return year;
}

/** A short fingerprint (FNV-1a) of every day that the library lists. */
function fingerprint(lastYear: number): string {
  let hash = 0x811c9dc5;
  for (let day = `${String(FIRST_YEAR)}-01-01`; day <= `${String(lastYear)}-12-31`; day = addDays(day, 1)) {
    const is = listed(day);
    if (is === undefined) continue;
    for (const character of `${day}${String(is)}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

function readLibrary(): Calendar {
  const lastYear = lastPublishedYear();
  const coverageEnd = dayFrom(lastYear, 12, 31) ?? '';
  const isPublished = (day: Day): boolean => day >= `${String(FIRST_YEAR)}-01-01` && day <= coverageEnd;
  const rest = new Map<Day, boolean>();
  const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;
  const decide = (day: Day): boolean =>
    isPublished(day) ? (listed(day) ?? isWeekend(day)) : isWeekend(day) || statutoryName(day) !== undefined;
  return {
    version: `CN-${String(lastYear)}-${fingerprint(lastYear)}`,
    coverageEnd,
    isPublished,
    holidayName: (day) => (isPublished(day) ? listedName(day) : statutoryName(day)),
    isRestDay(day) {
      const known = rest.get(day) ?? decide(day);
      rest.set(day, known);
      return known;
    },
  };
}

/** Mainland China: the State Council's arrangements as far as chinese-days knows them, the law's own days beyond. */
export const chinaCalendar: Calendar = readLibrary();

/** So many rest days in a row are a holiday; two are a weekend. */
const HOLIDAY_RUN = 3;

/** Whether a day is free for more than the weekend: a rest day from Monday to Friday, or one of three and more in a row. */
export function isHoliday(calendar: Calendar, day: Day): boolean {
  if (!calendar.isRestDay(day)) return false;
  if (weekdayOf(day) % 6 !== 0) return true;
  let run = 1;
  for (let before = addDays(day, -1); run < HOLIDAY_RUN && calendar.isRestDay(before); before = addDays(before, -1))
    run += 1;
  for (let after = addDays(day, 1); run < HOLIDAY_RUN && calendar.isRestDay(after); after = addDays(after, 1)) run += 1;
  return run >= HOLIDAY_RUN;
}

const LONGEST_SEARCH_DAYS = 5_000;

/**
 * The nth working day after `from` (`from` itself when n is 0). Provisional when a day on the way, the last one
 * included, is not published yet: then the promise has to say so. Throws a RangeError after 5,000 days.
 */
export function nthWorkingDay(
  calendar: Calendar,
  from: Day,
  n: number,
): { readonly day: Day; readonly provisional: boolean } {
  let day = from;
  let provisional = n <= 0 && !calendar.isPublished(from);
  let left = n;
  for (let ahead = 0; left > 0; ahead += 1) {
    if (ahead > LONGEST_SEARCH_DAYS) throw new RangeError('no such working day');
    day = addDays(day, 1);
    if (!calendar.isPublished(day)) provisional = true;
    if (!calendar.isRestDay(day)) left -= 1;
  }
  return { day, provisional };
}
