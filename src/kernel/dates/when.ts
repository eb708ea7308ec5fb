import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { DayHours } from '../hours.ts';
import type { Stretch } from '../stretch.ts';

/** Days in a row, the first and the last one included; a single day is both. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Minutes since midnight. Without `to` a moment. `to` is over 1440 for what ends after midnight:
 * 晚上10点到早上6点 is 1320 … 1800.
 */
export interface MinuteSpan {
  readonly from: number;
  readonly to?: number;
}

/**
 * 凌晨, 早上, 上午, 中午, 下午, 傍晚, 晚上, 夜里, 白天, 全天. What minutes each has is in PART_HOURS (clock-words.ts).
 */
export type PartOfDay =
  | 'small-hours'
  | 'early'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'dusk'
  | 'evening'
  | 'night'
  | 'daytime'
  | 'whole-day';

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = number;

/** What comes again and again. `nth` is 1 … 5, or -1 for the last one of the month. */
export type Repeats =
  | { readonly every: 'day' }
  | { readonly every: 'working-day' }
  | { readonly every: 'rest-day' }
  | { readonly every: 'week'; readonly weekdays: readonly Weekday[] }
  | { readonly every: 'month'; readonly dates: readonly number[] }
  | { readonly every: 'month-weekday'; readonly nth: number; readonly weekday: Weekday };

/**
 * Why what was said cannot be used as it is: the calendar or the clock has no such thing, it is over, or two parts of
 * it contradict each other (11月26日周五 where the 26th is a Thursday).
 */
export type WhenProblem = 'no-such-day' | 'no-such-time' | 'past' | 'contradictory';

/** What somebody's words say about when. Every absolute date is meant to be said back to them. */
export interface When {
  /**
   * The days, as said: one span for a day or a range, several for 周二、周四. Absent when only a time was said, when
   * there is no such day, or when it recurs. Beside `repeats` it is the time within which that recurs (12月每周三).
   */
  readonly days?: readonly DaySpan[];
  readonly repeats?: Repeats;
  /** The time of day; of a part of the day that stands alone (下午) its hours. */
  readonly minutes?: MinuteSpan;
  /** The other reading of an hour that could be either half of the day (7点 is 420 or 1140), or a second time offered. Ask. */
  readonly orMinutes?: MinuteSpan;
  /** Which part of the day, when it was said instead of a time. */
  readonly part?: PartOfDay;
  /** The time (without one, the days) is only an edge of what is meant: 周五之前, 下午3点以后. */
  readonly bound?: 'before' | 'after';
  /** 左右, 多, 月底, 过两天: say it back and ask. */
  readonly isApproximate: boolean;
  /** Reckoned with working days or holidays that are not published yet: they may come out differently. */
  readonly isProvisional: boolean;
  readonly problem?: WhenProblem;
  /** Where in the words it stands, in UTF-16 units; see `wordsWithout`. */
  readonly stretches: readonly Stretch[];
}

/** From where words about days are understood. */
export interface Asking {
  readonly now: Date;
  readonly zone: string;
  readonly calendar: Calendar;
  /** Opening hours: they decide which half of the day a bare hour means. Without them, 08:00-18:00 does. */
  readonly hours?: DayHours;
  /** What the words answer, if they answer a question: then a bare `15` is a day, or a time. Absent in talk. */
  readonly asked?: 'day' | 'time';
  /** 26号 on the 27th: the next month's (`future`, the default), or this month's, which is past (`this-month`). */
  readonly prefer?: 'future' | 'this-month';
}
