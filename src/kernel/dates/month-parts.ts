import { addDays, type Day } from '../day.ts';
import { nextMonth, relativeMonth } from './dates.ts';
import { dateOf, lastDayOf, monthIndex, monthIndexOf, type MonthIndex, monthSpan } from './months.ts';
import { type DaysSaid, firstOf, matchAt, oneDay, type Reader } from './reading.ts';
import { NEXT, NUMBER, readNumber, readYear, YEAR } from './said-number.ts';
import type { DaySpan } from './when.ts';

const PART =
  '[头尾](?![条发天])|初(?![一二三四五六七八九十]|中|级)|中旬|中(?!学|央|国|间|医)|下旬|上旬|底|末|上半月|下半月|最后一天|第一天';
const MONTH = `(?:(?<year>${YEAR})年的?)?(?<month>${NUMBER}|本|这一?个?|当|${NEXT}一?个?|上+一?个?)`;
const MONTH_PART = new RegExp(`${MONTH}月份?的?(?<part>${PART})`, 'y');
const BARE_PART =
  /(?<![\d一二三四五六七八九十个本这下上当每满])(?:月[底末]?的?(?<last>最后一天)|月(?<part>尾|初(?![一二三四五六七八九十])|中旬?(?!学|央|国)|底|末)|(?<part2>[上中下]旬))/y;
/** A month without anything: 五月花 and 十月怀胎 are not; after 份 or at a pause it is. */
const WHOLE_MONTH = new RegExp(
  `${MONTH}月(?:份|内|里|(?=[\\s,，。.!！?？;；、)吧呢吗]|$|[去来能可有再开要办搬我到至之以前后每第最]|的?(?:(?:周|星期|礼拜)一(?:到|至|[-~—])|工作日|双休日)))`,
  'y',
);
const YEAR_PART = new RegExp(
  `(?:(?<year>${YEAR})(?:年的?)?)?年(?:(?<part>[初底末尾中](?![一二三四五六七八九十]))|的?(?<half>[上下])半年)|(?<bareHalf>[上下])半年`,
  'y',
);
const WHOLE_YEAR = /(?<year>明|后|(?<!\d)20\d\d)年(?!级|纪|前|后|[初底末尾中夜])/y;

/** The months, counted from 0, of 年初, 年中, 年底, 上半年 and 下半年. */
const MONTHS_OF_PART: Readonly<Record<string, readonly [number, number]>> = {
  初: [0, 0],
  中: [5, 6],
  底: [11, 11],
  末: [11, 11],
  尾: [11, 11],
  上: [0, 5],
  下: [6, 11],
};

/** 初 are the first five days, 底 and 末 the last five, 中 the five in the middle: a guess, and said to be one. */
function partOfMonth(month: MonthIndex, part: string): DaySpan | undefined {
  const last = lastDayOf(month);
  if (last === undefined) return undefined;
  const between = (from: number, to: number): DaySpan => ({
    from: dateOf(month, from) ?? last,
    to: dateOf(month, to) ?? last,
  });
  switch (part) {
    case '头':
    case '初':
      return between(1, 5);
    case '中':
      return between(13, 17);
    case '上旬':
      return between(1, 10);
    case '中旬':
      return between(11, 20);
    case '下旬':
      return between(21, 31);
    case '上半月':
      return between(1, 15);
    case '下半月':
      return between(16, 31);
    case '第一天':
      return between(1, 1);
    case '最后一天':
      return oneDay(last);
    default:
      return { from: addDays(last, -4), to: last };
  }
}

function isExact(part: string): boolean {
  return /旬|半月|天/.test(part);
}

function monthOf(said: string, year: string | undefined, today: Day): MonthIndex {
  const number = readNumber(said);
  if (Number.isNaN(number)) return relativeMonth(said, today);
  return year === undefined ? nextMonth(number, today) : monthIndex(readYear(year, Number(today.slice(0, 4))), number);
}

function stretch(span: DaySpan | undefined, to: number, isApproximate = false): ReturnType<Reader<DaysSaid>> {
  return { value: { kind: 'stretch', spans: span === undefined ? [] : [span], isApproximate }, to };
}

const readMonthPart: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(MONTH_PART, folded, at);
  if (found === undefined) return undefined;
  const { year, month = '', part = '' } = found.groups ?? {};
  if (readNumber(month) > 12) return undefined;
  return stretch(partOfMonth(monthOf(month, year, day), part), at + found[0].length, !isExact(part));
};

/** 月底: this month's, or the next one's when it is over. */
const readBarePart: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(BARE_PART, folded, at);
  if (found === undefined) return undefined;
  const part = found.groups?.['part'] ?? found.groups?.['part2'] ?? found.groups?.['last'] ?? '';
  const month = monthIndexOf(day);
  const here = partOfMonth(month, part);
  const span = here !== undefined && here.to < day ? partOfMonth(month + 1, part) : here;
  return stretch(span, at + found[0].length, !isExact(part));
};

const readWholeMonth: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(WHOLE_MONTH, folded, at);
  if (found === undefined) return undefined;
  const { year, month = '' } = found.groups ?? {};
  if (readNumber(month) > 12) return undefined;
  return stretch(monthSpan(monthOf(month, year, day)), at + found[0].length);
};

/** 年初 is January, 年底 December, 年中 June and July. Without a year the next one. */
const readYearPart: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(YEAR_PART, folded, at);
  if (found === undefined) return undefined;
  const { year, part, half, bareHalf } = found.groups ?? {};
  const thisYear = Number(day.slice(0, 4));
  const months = MONTHS_OF_PART[part ?? half ?? bareHalf ?? ''];
  const spanIn = (inYear: number): DaySpan | undefined => {
    const from = dateOf(monthIndex(inYear, 1) + (months?.[0] ?? 0), 1);
    const to = lastDayOf(monthIndex(inYear, 1) + (months?.[1] ?? 0));
    return from === undefined || to === undefined ? undefined : { from, to };
  };
  const here = spanIn(year === undefined ? thisYear : readYear(year, thisYear));
  const span = year === undefined && here !== undefined && here.to < day ? spanIn(thisYear + 1) : here;
  return stretch(span, at + found[0].length, part !== undefined);
};

/** 明年, 2027年. 今年 and 去年 are how stories begin, and no date. */
const readWholeYear: Reader<DaysSaid> = (folded, at, { day }) => {
  const found = matchAt(WHOLE_YEAR, folded, at);
  if (found === undefined) return undefined;
  const thisYear = Number(day.slice(0, 4));
  const year = readYear(found.groups?.['year'] ?? '', thisYear);
  if (year < thisYear) return undefined; // 2019年搬来的 begins a story
  const january = monthIndex(year, 1);
  const from = dateOf(january, 1);
  const to = lastDayOf(january + 11);
  return stretch(from === undefined || to === undefined ? undefined : { from, to }, at + found[0].length);
};

/** Parts of months and years, and whole ones. */
export const readMonthWords = firstOf([readMonthPart, readBarePart, readWholeMonth, readYearPart, readWholeYear]);
