import { type Day, dayFrom } from '../day.ts';
import { lunarDay, newYearsEve, SOLAR_TERMS, solarTermDay } from './lunar.ts';
import { monthIndex, nthWeekday } from './months.ts';

/** A day that has a name. */
export interface Festival {
  /** A pattern without groups. */
  readonly words: string;
  /** Its day in that solar year; undefined outside the years that `dayFrom` knows. */
  readonly dayIn: (year: number) => Day | undefined;
  /** In talk only something beside it makes it a day: 十一 is a number, 大雪 is the weather. */
  readonly isWeak?: boolean;
  /** One of the 24 solar terms. */
  readonly isTerm?: boolean;
  /** North and south keep it on different days. */
  readonly isApproximate?: boolean;
}

const solar = (words: string, month: number, date: number, isWeak = false): Festival => ({
  words,
  dayIn: (year) => dayFrom(year, month, date),
  isWeak,
});

const lunar = (words: string, month: number, date: number): Festival => ({
  words,
  // of the twelfth month most days belong to the next solar year
  dayIn: (year) => lunarDay(month === 12 ? year - 1 : year, { month, isLeap: false }, date),
});

/** Names of terms that are weather or ordinary words as well. */
const WEATHER = new Set(['小寒', '大寒', '雨水', '小满', '小暑', '大暑', '小雪', '大雪']);

const terms = SOLAR_TERMS.map(
  (name): Festival => ({
    words: `${name}(?:节(?!气))?`,
    dayIn: (year) => solarTermDay(year, name),
    isWeak: WEATHER.has(name),
    isTerm: true,
  }),
);

/** Longer names first: the first that matches is taken. */
export const FESTIVALS: readonly Festival[] = [
  solar('元旦节?', 1, 1),
  solar('情人节', 2, 14),
  solar('(?:三八)?妇女节|三八节', 3, 8),
  solar('三八', 3, 8, true),
  solar('学雷锋日', 3, 5),
  solar('植树节', 3, 12),
  solar('愚人节', 4, 1),
  solar('(?:五一)?(?:国际)?劳动节|五一节', 5, 1),
  solar('五一', 5, 1, true),
  solar('(?:五四)?青年节', 5, 4),
  solar('(?:国际|六一)?儿童节|六一节', 6, 1),
  solar('六一', 6, 1, true),
  solar('(?:七一)?建党节|党的生日', 7, 1),
  solar('七一', 7, 1, true),
  solar('(?:八一)?建军节', 8, 1),
  solar('八一', 8, 1, true),
  solar('教师节', 9, 10),
  solar('国庆节?', 10, 1),
  solar('十一', 10, 1, true),
  solar('消防日|记者节', 11, 9),
  solar('平安夜', 12, 24),
  solar('圣诞节?', 12, 25),
  { words: '母亲节', dayIn: (year) => nthWeekday(monthIndex(year, 5), 2, 0) },
  { words: '父亲节', dayIn: (year) => nthWeekday(monthIndex(year, 6), 3, 0) },
  { words: '除夕夜?|大年夜|(?:大年|(?<![今明去每])年)三十|年三十夜', dayIn: newYearsEve },
  { ...lunar('(?<![\\d一二三四五六七八九十几去今两多明])年(?=[前后](?![天初面]))', 1, 1), isApproximate: true },
  { ...lunar('过完?年(?![初好了])', 1, 1), isApproximate: true },
  lunar('春节|农历新年|大年初一', 1, 1),
  lunar('元宵节?|上元节', 1, 15),
  lunar('龙抬头', 2, 2),
  lunar('端午节?|端阳节?', 5, 5),
  lunar('七夕节?', 7, 7),
  lunar('中元节|鬼节', 7, 15),
  lunar('中秋节?|八月节', 8, 15),
  lunar('重阳节?|老人节|敬老节', 9, 9),
  lunar('腊八节?', 12, 8),
  { ...lunar('小年', 12, 23), isApproximate: true },
  ...terms,
];
