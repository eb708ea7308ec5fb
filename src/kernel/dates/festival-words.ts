import { addDays, type Day, weekdayOf } from '../day.ts';
import { type Calendar, nthWorkingDay } from '../calendar.ts';
import { FESTIVALS, type Festival } from './festivals.ts';
import { type DaysSaid, firstOf, matchAt, oneDay, type Read, type Reader, type Reference } from './reading.ts';
import { NUMBER, readNumber, readYear, YEAR } from './said-number.ts';
import type { DaySpan } from './when.ts';
import { lastWorkingDayBefore } from './working-days.ts';

/** What is named after a day and is none: 五一路, 中秋月饼, 国庆快乐. */
const NAMESAKE =
  '(?!路|街|巷|大道|广场|小区|社区|新?村|[小中大]学|学校|幼儿园|公园|桥|渠|花园|苑|店|大厦|超市|酒店|月饼|粽|礼[品盒物]|糕|汤圆|饺子|快乐|安康|愉快|粥|树|木|上河图|三十周|运动)';
/** A weak name is a day when one of these follows it. */
const SAYS_DAY =
  '(?=节气|放假|假期|期间|长假|小长假|黄金周|[那当]天|前|后|之|以[前后]|活动|慰问|晚会|演出|汇演|表演|出门|回|[上下]午|早上|晚上|$|[\\s,，。.!！?？;；、])';
/** Many people are called 国庆, 清明 or 立春. */
const SURNAME = /[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛潘杜]/;
const WHICH_YEAR = `(?:(?<year>${YEAR})年的?)?`;

const patterns = FESTIVALS.map((festival) => ({
  festival,
  sticky: new RegExp(`${WHICH_YEAR}(?:${festival.words})${NAMESAKE}`, 'y'),
}));

/** A term that is the weather too needs more than a pause behind it: 今天大雪. */
const SAYS_TERM = /(?=节气|[那当]天|前一?天|那日)/y;
const SURE = new RegExp(SAYS_DAY, 'y');

/** All names in one pattern: most words hold none, and are passed by at once. */
const ANY_NAME = new RegExp(`${WHICH_YEAR}(?:${FESTIVALS.map(({ words }) => words).join('|')})`, 'y');

const MORE_FOLLOWS = /[的节假期长小黄放那之以过前后头第次]/y;
const HOLIDAY = /的?(?:假期|期间|长假|小长假|黄金周|放假(?:期间|那几天)?|那几天)/y;
const EDGE_OF_HOLIDAY = /的?(?:假期|期间|长假|放假)的?(?:第一天|(?<last>最后一天))/y;
const WHICH_DAY = /的?(?:前一天|前夕|头一天|后一天|第二天|次日)/y;
const DAYS_AROUND = new RegExp(`(?:的|节)?(?<side>前|后)(?<n>${NUMBER})天`, 'y');
const WORKING_AFTER = new RegExp(
  `的?(?:假期|长假|放假|节)?(?:之后|以后|过后|后)的?(?:上班)?(?:第(?<n>${NUMBER})|首)个?(?:工作日|天上班)|的?(?:之后|以后|后)的?上班第一天`,
  'y',
);
const WORKING_BEFORE = /的?(?:节|假期|放假)?(?:之前|以前|前)的?(?:最后一|前一|上一)个?工作日/y;
const DAY_AFTER_HOLIDAY = new RegExp(`的?(?:假期|长假)(?:之后|以后|后)的?第(?<n>${NUMBER})天`, 'y');
const ITSELF = /(?:当天|那天|当日|这天|节气|(?:当)?夜(?=$|[,，。 ]))/y;
/** 节后, 放假前: of the nearest holiday, whichever it is. */
const SOME_HOLIDAY =
  /(?<![春佳年季环调情])节(?=[前后]|假日期间)|(?:放|收|休)假(?=[前后]的?(?:第|最|一|上班))|长假(?=[前后])|假期(?=[前后]的?(?:第|最|一|上班))/y;
const ONLY_SIDE = /(?<side>前|后)(?![天面院])/y;
const LONGEST_SEARCH_DAYS = 400;

/** The days off in a row around a day. */
function daysOffAround(day: Day, calendar: Calendar): DaySpan {
  let from = day;
  let to = day;
  while (calendar.isRestDay(addDays(from, -1))) from = addDays(from, -1);
  while (calendar.isRestDay(addDays(to, 1))) to = addDays(to, 1);
  return { from, to };
}

/** The next days off that are more than a weekend, those of today included. */
function nextHoliday({ day: today, calendar }: Reference): DaySpan | undefined {
  const start = calendar.isRestDay(today) ? daysOffAround(today, calendar).from : today;
  for (let ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead += 1) {
    const day = addDays(start, ahead);
    if (calendar.isRestDay(day) && weekdayOf(day) % 6 !== 0) return daysOffAround(day, calendar);
  }
  return undefined;
}

function festivalDay({ dayIn }: Festival, year: string | undefined, today: Day): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const here = dayIn(year === undefined ? thisYear : readYear(year, thisYear));
  // 今年除夕 is the eve that is still to come, whichever solar year it falls into
  const isOpen = year === undefined || (year === '今' && here !== undefined && here.slice(5, 7) < '03');
  return isOpen && here !== undefined && here < today ? dayIn(thisYear + 1) : here;
}

function holidaySaid(days: DaySpan, calendar: Calendar): DaysSaid {
  return { kind: 'stretch', spans: [days], isProvisional: !calendar.isPublished(days.to) };
}

/** What follows a holiday's name and says another day: 国庆后第一个工作日, 春节前一天, 五一假期. */
function readAround(
  folded: string,
  at: number,
  day: Day,
  holiday: DaySpan | undefined,
  { calendar }: Reference,
): Read<DaysSaid> | undefined {
  // most names of days stand alone: then the days off around them need not be reckoned
  if (matchAt(MORE_FOLLOWS, folded, at) === undefined) return undefined;
  const off = holiday ?? daysOffAround(day, calendar);
  const isProvisional = !calendar.isPublished(off.to);
  const single = (value: Day, to: number, more = {}): Read<DaysSaid> => ({
    value: { kind: 'festival', spans: [oneDay(value)], ...more },
    to,
  });
  const after = matchAt(WORKING_AFTER, folded, at);
  if (after !== undefined) {
    const found = nthWorkingDay(calendar, off.to, readNumber(after.groups?.['n'] ?? '一'));
    return single(found.day, at + after[0].length, { isProvisional: found.provisional });
  }
  const before = matchAt(WORKING_BEFORE, folded, at);
  if (before !== undefined)
    return single(lastWorkingDayBefore(off.from, calendar), at + before[0].length, { isProvisional });
  const afterHoliday = matchAt(DAY_AFTER_HOLIDAY, folded, at);
  if (afterHoliday !== undefined) {
    const day = addDays(off.to, readNumber(afterHoliday.groups?.['n'] ?? ''));
    return single(day, at + afterHoliday[0].length, { isProvisional });
  }
  const around = matchAt(DAYS_AROUND, folded, at);
  if (around !== undefined) {
    const days = readNumber(around.groups?.['n'] ?? '');
    return single(addDays(day, around.groups?.['side'] === '前' ? -days : days), at + around[0].length);
  }
  const neighbour = matchAt(WHICH_DAY, folded, at)?.[0];
  if (neighbour !== undefined) return single(addDays(day, /前|头/.test(neighbour) ? -1 : 1), at + neighbour.length);
  const edge = matchAt(EDGE_OF_HOLIDAY, folded, at);
  if (edge !== undefined) {
    return single(edge.groups?.['last'] === undefined ? off.from : off.to, at + edge[0].length, { isProvisional });
  }
  const whole = matchAt(HOLIDAY, folded, at);
  return whole === undefined ? undefined : { value: holidaySaid(off, calendar), to: at + whole[0].length };
}

const readFestival: Reader<DaysSaid> = (folded, at, reference) => {
  if (matchAt(ANY_NAME, folded, at) === undefined) return undefined;
  for (const { festival, sticky } of patterns) {
    const found = matchAt(sticky, folded, at);
    if (found === undefined) continue;
    const end = at + found[0].length;
    const proof = festival.isTerm === true ? SAYS_TERM : SURE;
    if (festival.isWeak === true && matchAt(proof, folded, end) === undefined) continue;
    if (SURNAME.test(folded.charAt(at - 1))) return undefined;
    const day = festivalDay(festival, found.groups?.['year'], reference.day);
    if (day === undefined) continue;
    const around = readAround(folded, end, day, undefined, reference);
    if (around !== undefined) return around;
    const to = end + (matchAt(ITSELF, folded, end)?.[0].length ?? 0);
    const isApproximate = festival.isApproximate === true;
    return { value: { kind: 'festival', spans: [oneDay(day)], isApproximate }, to };
  }
  return undefined;
};

/** 节后第一个工作日, 放假前一天, 节后: of the nearest holiday. */
const readSomeHoliday: Reader<DaysSaid> = (folded, at, reference) => {
  const found = matchAt(SOME_HOLIDAY, folded, at);
  const off = found === undefined ? undefined : nextHoliday(reference);
  if (found === undefined || off === undefined) return undefined;
  const end = at + found[0].length;
  const isAfter = folded.charAt(end) === '后';
  const around = readAround(folded, end, isAfter ? off.to : off.from, off, reference);
  if (around !== undefined) return around;
  const side = matchAt(ONLY_SIDE, folded, end);
  if (side === undefined) return undefined;
  const { calendar } = reference;
  const isProvisional = !calendar.isPublished(off.to);
  const first = isAfter ? nthWorkingDay(calendar, off.to, 1).day : lastWorkingDayBefore(off.from, calendar);
  return { value: { kind: 'festival', spans: [oneDay(first)], isApproximate: true, isProvisional }, to: end + 1 };
};

/** All that is said with the names of days. */
export const readFestivalWords = firstOf([readFestival, readSomeHoliday]);
