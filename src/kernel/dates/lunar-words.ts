import {
  lunarDay,
  type LunarMonthNumber,
  nextLeapMonth,
  nextLunarDate,
  nextLunarDay,
  nextLunarMonth,
} from './lunar.ts';
import { type DaysSaid, firstOf, matchAt, type Reader, spansOf } from './reading.ts';
import { NUMBER, readNumber, readYear, YEAR } from './said-number.ts';

const CALENDAR = '(?:农历|阴历|旧历|老历)';
const DATE =
  '初(?:[一二三四五六七八九十]|\\d{1,2})|[一二]?十[一二三四五六七八九]?|三十|廿[一二三四五六七八九]?|\\d{1,2}';
const NAMES_OF_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** With 农历 before it, any month and date; */
const SAID_LUNAR = new RegExp(
  `(?:(?<year>${YEAR})年的?)?${CALENDAR}的?(?:(?:(?<year2>${YEAR})年)?(?<leap>闰)?(?<month>[正冬腊]|${NUMBER})月份?的?)?(?<date>${DATE})(?:日|号)?`,
  'y',
);
/** without it, what only the lunar calendar has: 正月, 腊月, 闰六月, and dates that are called 初. */
const LUNAR_MONTH = new RegExp(
  `(?:(?<year>${YEAR})年的?)?(?:(?<month>[正腊冬])月|(?<leap>闰)(?<leapMonth>${NUMBER})月)(?<date>${DATE})(?:日|号)?`,
  'y',
);
const EARLY_DATE = new RegExp(
  `(?<month>${NUMBER})月(?<date>初[一二三四五六七八九十]|廿[一二三四五六七八九]?)(?![一二三四五六七八九个号天名级中栋幢楼])`,
  'y',
);
const NEW_YEAR = /(?:大年|(?<![今明去后每新过])年)(?<date>初[一二三四五六七八九十])(?!级|中)/y;
/** 初一, 初二 and 初三 are the years of middle school, unless something says that they are days. */
const BARE_DATE =
  /(?<![月年当最起])初(?:[四五六七八九十]|[一二三](?=上班|开门|拜年|[早晚上下]午?[上]?|回来|那天))(?![级中步])/y;
const ANSWERED_DATE = /(?<![月年])初[一二三四五六七八九十]/y;
/** Said without 日, these are days of the lunar calendar: everybody's feasts. */
const FEAST_DATE =
  /(?:八月十五|七月十五|五月初五|九月初九|正月十五|二月二|七月七|七月半)(?![日号十百千一二三四五六七八九个])/y;
const FEAST_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  七月半: [7, 15],
  二月二: [2, 2],
  七月七: [7, 7],
};
const WHOLE_LUNAR_MONTH = new RegExp(
  `(?:${CALENDAR}(?:(?<month>[正冬腊]|${NUMBER})月)(?:份|里|内)?|(?<named>[正腊])月(?:里|间|内)?|(?<leap>闰)(?<leapMonth>${NUMBER})?月)`,
  'y',
);

/** The date of what DATE matches: 初五, 廿三, 15. */
function readLunarDate(words: string): number {
  return readNumber(words.replace('初', ''));
}

function readMonth(words: string): number {
  return NAMES_OF_MONTHS[words] ?? readNumber(words);
}

function lunarDate(year: string | undefined, month: LunarMonthNumber, date: number, today: string): DaysSaid {
  // 腊月三十 is how New Year's Eve is called, also in the years in which it is the 29th
  const find = (at: number): string | undefined =>
    year === undefined || (year === '今' && month.month > 10)
      ? nextLunarDay(month, at, today)
      : lunarDay(readYear(year, Number(today.slice(0, 4))), month, at);
  const day = find(date) ?? (month.month === 12 && date === 30 ? find(29) : undefined);
  return { kind: 'date', spans: spansOf(day) };
}

const readSaidLunar: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(SAID_LUNAR, folded, at);
  if (found === undefined) return undefined;
  const { year, year2, leap, month, date = '' } = found.groups ?? {};
  const to = at + found[0].length;
  const number = readLunarDate(date);
  if (month === undefined) return { value: { kind: 'date', spans: spansOf(nextLunarDate(number, day)) }, to };
  return { value: lunarDate(year ?? year2, { month: readMonth(month), isLeap: leap !== undefined }, number, day), to };
};

const readNamedMonth: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(LUNAR_MONTH, folded, at);
  if (found === undefined) return undefined;
  const { year, month, leap, leapMonth = '', date = '' } = found.groups ?? {};
  const number = { month: readMonth(month ?? leapMonth), isLeap: leap !== undefined };
  return { value: lunarDate(year, number, readLunarDate(date), day), to: at + found[0].length };
};

const readEarlyDate: Reader<DaysSaid> = (folded, at, { day, isAnswer }) => {
  const feast = matchAt(FEAST_DATE, folded, at)?.[0];
  const said = matchAt(EARLY_DATE, folded, at);
  if (feast !== undefined || said !== undefined) {
    const { month = '', date = '' } = said?.groups ?? {};
    const [ofFeast, dateOfFeast] = feast === undefined ? [] : (FEAST_DAYS[feast] ?? feastNumbers(feast));
    const number = { month: ofFeast ?? readMonth(month), isLeap: false };
    const value = lunarDate(undefined, number, dateOfFeast ?? readLunarDate(date), day);
    return { value, to: at + (feast ?? said?.[0] ?? '').length };
  }
  const newYear = matchAt(NEW_YEAR, folded, at);
  if (newYear !== undefined) {
    const value = lunarDate(undefined, { month: 1, isLeap: false }, readLunarDate(newYear.groups?.['date'] ?? ''), day);
    return { value, to: at + newYear[0].length };
  }
  const bare = matchAt(isAnswer ? ANSWERED_DATE : BARE_DATE, folded, at)?.[0];
  if (bare === undefined) return undefined;
  return { value: { kind: 'date', spans: spansOf(nextLunarDate(readLunarDate(bare), day)) }, to: at + bare.length };
};

function feastNumbers(feast: string): readonly [number, number] {
  const [month = '', date = ''] = feast.split('月');
  return [readMonth(month), readLunarDate(date)];
}

const readWholeLunarMonth: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(WHOLE_LUNAR_MONTH, folded, at);
  if (found === undefined) return undefined;
  const { month, named, leap, leapMonth } = found.groups ?? {};
  const said = month ?? named ?? leapMonth;
  const days =
    said === undefined
      ? nextLeapMonth(day)
      : nextLunarMonth({ month: readMonth(said), isLeap: leap !== undefined }, day);
  const spans = days === undefined ? [] : [{ from: days.first, to: days.last }];
  return { value: { kind: 'stretch', spans }, to: at + found[0].length };
};

/** All that is said with the lunar calendar. */
export const readLunarWords = firstOf([readSaidLunar, readNamedMonth, readEarlyDate, readWholeLunarMonth]);
