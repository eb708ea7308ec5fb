import { readNumeral } from '../numerals.ts';

/**
 * A number up to 99 as it is said in dates and times, as a pattern without groups: 9, 09, 九, 两, 二十六, 廿六. Whether it
 * begins there, or in the middle of a longer number, is looked at where a phrase begins (read-phrase.ts).
 */
export const NUMBER =
  '(?:\\d{1,2}(?!\\d)|[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二两三四五六七八九](?![一二三四五六七八九〇零百千万]))';

/** A year before 年: 2026, 26, 二〇二六, 今, 明. */
export const YEAR = '(?:(?<!\\d)\\d{4}|(?<!\\d)\\d{2}|[一二]?[一二三四五六七八九〇零]{3}|今|明|后|去|前)';

/**
 * 下, 下下 before a week or a month, as a pattern without groups. The 下 of 约一下 belongs to the verb, unless what follows
 * cannot stand without it (一下个月, 一下月15号).
 */
export const NEXT = '(?:(?<!(?<![周期拜])一)下+|下(?=一?个|月\\s?[\\d一二三四五六七八九十廿]))';

/** What stands between the two ends of a range. */
export const TO = '(?:一直到|直到|到|至|[-–—―~〜])+';

const YEARS_FROM_NOW: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 };

/** The value of what NUMBER matches. */
export function readNumber(words: string): number {
  return readNumeral(words.replace('廿', '二十').replace('卅', '三十')) ?? Number.NaN;
}

/** The value of what YEAR matches; two digits are of this century. */
export function readYear(words: string, thisYear: number): number {
  const ahead = YEARS_FROM_NOW[words];
  if (ahead !== undefined) return thisYear + ahead;
  const year = readNumeral(words) ?? Number.NaN;
  return year < 100 ? 2_000 + year : year;
}
