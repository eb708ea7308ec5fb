import {
  lunarDay,
  type LunarMonthNumber,
  nextLeapMonth,
  nextLunarDate,
  nextLunarDay,
  nextLunarMonth,
} from './lunar.ts';
import { type DaysSaid, firstOf, matchAt, type Read, type Reader, spansOf } from './reading.ts';
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
/** 大年初二, 年后初八, and 初八上班: the days after New Year. */
const NEW_YEAR =
  /(?:(?:大年|年后的?|过年|(?<![今明去后每新])年)(?<date>初[一二三四五六七八九十])(?![级中])|(?<working>初[一二三四五六七八九十])(?=上班|开门|开工|开业|营业|拜年))/y;
/** 初一, 初二 and 初三 are the years of middle school, unless something says that they are days. */
const BARE_DATE =
  /(?<![月年当最起])(?:初[四五六七八九十]|(?<=初[一二三四五六七八九十][到至~、和-])初[一二三]|初[一二三](?=[上下]午|[早晚]上?|回来|那天))(?![级中步])/y;
const ANSWERED_DATE = /(?<![月年])初[一二三四五六七八九十]/y;
/** Said without 日, these are everybody's feasts: 八月十五, 七月半, 二月二, 九月九. */
const FEAST_DATE =
  /(?:(?<twice>[二三五六七九])月\k<twice>|(?<month>[七八])月(?<date>十五|半))(?![日号十百千一二三四五六七八九个])/y;
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

/** Days that are called as only lunar days are: 五月初五, 八月十五, 大年初二, 初五. */
const readEarlyDate: Reader<DaysSaid> = (folded, at, { day, asked }) => {
  const ofMonth = (month: number, date: string, to: number): Read<DaysSaid> => ({
    value: lunarDate(undefined, { month, isLeap: false }, readLunarDate(date), day),
    to,
  });
  const feast = matchAt(FEAST_DATE, folded, at);
  if (feast !== undefined) {
    const { twice, month = '', date = '' } = feast.groups ?? {};
    const name = twice ?? (date === '半' ? '十五' : date);
    return ofMonth(readMonth(twice ?? month), name, at + feast[0].length);
  }
  const said = matchAt(EARLY_DATE, folded, at);
  if (said !== undefined) {
    const { month = '', date = '' } = said.groups ?? {};
    return ofMonth(readMonth(month), date, at + said[0].length);
  }
  const newYear = matchAt(NEW_YEAR, folded, at);
  if (newYear !== undefined) {
    const { date, working = '' } = newYear.groups ?? {};
    return ofMonth(1, date ?? working, at + newYear[0].length);
  }
  const bare = matchAt(asked === 'day' ? ANSWERED_DATE : BARE_DATE, folded, at)?.[0];
  if (bare === undefined) return undefined;
  return { value: { kind: 'date', spans: spansOf(nextLunarDate(readLunarDate(bare), day)) }, to: at + bare.length };
};

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
