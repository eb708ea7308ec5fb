import { addDays, type Day, dayAt, dayFrom, weekdayOf } from './day.ts';
import { readNumeral } from './numerals.ts';
import { accept, refuse, type Result } from './result.ts';
import { fold } from './words.ts';
import { offsetAt } from './zone.ts';

/** Why words hold no date: none at their start, a day or a time that does not exist, or (for callers) no time said. */
export type DateProblem = {
  readonly code: 'not-a-date' | 'no-such-day' | 'no-such-time' | 'no-time';
  readonly asked: string;
};

const N = '(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})';
const FULL_YEAR = '(?:\\d{4}|[二〇零一三四五六七八九]{4})';
const SAID_DATE = new RegExp(
  `^(?:(?<year>${FULL_YEAR}|今|明)年)?\\s*(?<month>${N}|本|这个|下个?)月(?:份)?\\s*(?<date>${N})[日号]`,
);
const SAID_DATE_ONLY = new RegExp(`^(?<date>${N})[日号](?![楼线栋幢院门])`);
/** No date goes on with another number or with what is counted: 3-2-501, 1.5元, 1/2栋. */
const AFTER_DATE = '(?![-/.]?\\d|\\s*(?:[元块米个度%万栋幢座号楼单室]|小时))';
const WRITTEN_DATE = new RegExp(`^(?:(?<year>\\d{4})[-/.])?(?<month>\\d{1,2})[-/.](?<date>\\d{1,2})${AFTER_DATE}`);
const NAMED_DAY = /^(?<named>今天|今日|今晚|今早|明天|明日|明晚|明早|后天|大后天)/;
const SAID_WEEKDAY = /^(?<week>这个?|本|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/;
const NAMED_DAYS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大: 3 };

const BETWEEN = /^[\s,，的]*(?:\(?(?:周|星期|礼拜)[一二三四五六日天]\)?)?[\s,，的]*/;
const PERIOD = '(?<period>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)';
const CLOCK_TIME = new RegExp(`^${PERIOD}?\\s*(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?![:\\d])`);
const SAID_TIME = new RegExp(
  `^${PERIOD}?\\s*(?<hour>${N})[点时](?!意见|建议|要求|内容|注意|间)(?:(?<quarter>半|[一三]刻)|整|钟|(?<minute>\\d{1,2}|[零一二三四五]?十?[一二三四五六七八九十])分?)?`,
);
/** 一点 after a day may also be “a little”: it is a time only when something says so. */
const A_LITTLE = /^[一两]点(?!半|整|钟|[一三]刻|\d|[零一二三四五]?十?[一二三四五六七八九十]分|[\s,，。:]|$)/;

type Read<Value> = { readonly value: Value; readonly length: number };

/**
 * The date, and the time if there is one, at the start of a staff member's words: `11月11日 15:00`, `11月11号下午3点半`,
 * `11/11 15:00`, `2026年11月11日`, `11日`, `明天 09:30`, `下周三`. Without a year, a month before this one is next year's;
 * days of this month that are past stay in this month. `rest` is what follows, without the separators before it.
 */
export function readMoment(
  words: string,
  now: Date,
  zone: string,
): Result<{ readonly day: Day; readonly minutes: number | undefined; readonly rest: string }, DateProblem> {
  const lead = words.length - words.trimStart().length;
  const folded = fold(words).slice(lead);
  const today = dayAt(now.getTime() + offsetAt(zone, now.getTime()));
  const date = readDate(folded, today);
  if (date === undefined) return refuse({ code: 'not-a-date', asked: words.trim().slice(0, 12) });
  if (date.value === undefined) {
    return refuse({ code: 'no-such-day', asked: words.slice(lead, lead + date.length) });
  }
  const evening = /^.[晚早]/.exec(folded)?.[0].charAt(1) ?? '';
  const gap = BETWEEN.exec(folded.slice(date.length))?.[0].length ?? 0;
  const time = readTime(folded.slice(date.length + gap), evening);
  const from = lead + date.length + (time === undefined ? 0 : gap + time.length);
  if (time !== undefined && time.value === undefined) {
    return refuse({ code: 'no-such-time', asked: words.slice(lead + date.length + gap, from) });
  }
  const rest = words
    .slice(from)
    .replace(/^[\s,，、:：;；。]+/, '')
    .trimEnd();
  return accept({ day: date.value, minutes: time?.value, rest });
}

/** The date at the start; a value of undefined means that it is written like one and does not exist. */
function readDate(folded: string, today: Day): Read<Day | undefined> | undefined {
  const named = NAMED_DAY.exec(folded);
  if (named !== null) {
    const isEvening = /^.[晚早]/.test(folded);
    return { value: addDays(today, NAMED_DAYS[folded.charAt(0)] ?? 0), length: isEvening ? 1 : named[0].length };
  }
  const weekday = SAID_WEEKDAY.exec(folded);
  if (weekday !== null) return { value: nextWeekday(weekday.groups ?? {}, today), length: weekday[0].length };
  const found = SAID_DATE.exec(folded) ?? SAID_DATE_ONLY.exec(folded) ?? WRITTEN_DATE.exec(folded);
  if (found === null) return undefined;
  return { value: readGroups(found.groups ?? {}, today), length: found[0].length };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readGroups({ year, month, date }: Groups, today: Day): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const thisMonth = Number(today.slice(5, 7));
  const saidDate = readNumeral(date ?? '') ?? 0;
  if (month === undefined && year !== undefined) return undefined;
  if (month === undefined || month === '本' || month === '这个') return dayFrom(thisYear, thisMonth, saidDate);
  if (month.startsWith('下')) {
    return dayFrom(thisMonth === 12 ? thisYear + 1 : thisYear, (thisMonth % 12) + 1, saidDate);
  }
  const saidMonth = readNumeral(month) ?? 0;
  return dayFrom(readYear(year, thisYear) ?? (saidMonth < thisMonth ? thisYear + 1 : thisYear), saidMonth, saidDate);
}

function readYear(year: string | undefined, thisYear: number): number | undefined {
  if (year === '今') return thisYear;
  if (year === '明') return thisYear + 1;
  return year === undefined ? undefined : readNumeral(year);
}

/** 周三 is the next one, today included; 这周三 and 下周三 are of the week that starts on Monday. */
function nextWeekday({ week, weekday }: Groups, today: Day): Day {
  const wanted = '一二三四五六日'.indexOf(weekday === '天' ? '日' : (weekday ?? '日'));
  const ahead = wanted - ((weekdayOf(today) + 6) % 7);
  if (week === undefined) return addDays(today, (ahead + 7) % 7);
  return addDays(today, week.startsWith('下') ? ahead + 7 : ahead);
}

/** The time at the start, in minutes since midnight; a value of undefined means that the clock has no such time. */
function readTime(folded: string, evening: string): Read<number | undefined> | undefined {
  if (A_LITTLE.test(folded)) return undefined;
  const found = CLOCK_TIME.exec(folded) ?? SAID_TIME.exec(folded);
  if (found === null) return undefined;
  const { period = evening, hour = '', minute, quarter } = found.groups ?? {};
  const minutes = quarter === undefined ? readMinute(minute) : ({ 半: 30, 一刻: 15, 三刻: 45 }[quarter] ?? 60);
  const hours = inPeriod(readNumeral(hour) ?? 99, period);
  const value = hours * 60 + minutes;
  return { value: minutes < 60 && value <= 1_440 ? value : undefined, length: found[0].length };
}

function readMinute(minute: string | undefined): number {
  return minute === undefined ? 0 : (readNumeral(minute) ?? 99);
}

/** 下午3点 is 15, 晚上12点 is the midnight that follows, 凌晨12点 the one that went before, 中午1点 is 13. */
function inPeriod(hour: number, period: string): number {
  if (/^(?:下午|傍晚|晚)/.test(period)) {
    if (hour === 12) return period === '下午' ? 12 : 24;
    return hour < 12 ? hour + 12 : hour;
  }
  if (period === '中午') return hour <= 3 ? hour + 12 : hour;
  return period === '凌晨' && hour === 12 ? 0 : hour;
}
