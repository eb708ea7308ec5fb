import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { dayOf, minutesOf } from '../moment.ts';
import type { Asking, DaySpan, MinuteSpan, PartOfDay } from './when.ts';

/** What a reader has read, and the index after it. */
export interface Read<Value> {
  readonly value: Value;
  readonly to: number;
}

/** The day and the minute from which words are understood, on the zone's calendar and clock. */
export interface Reference {
  readonly day: Day;
  readonly minutes: number;
  readonly calendar: Calendar;
  /** What the words answer, if anything: see `Asking`. */
  readonly asked: 'day' | 'time' | undefined;
  readonly prefersFuture: boolean;
}

/** The reference of what somebody says now. */
export function referenceOf({ now, zone, calendar, asked, prefer }: Asking): Reference {
  return {
    day: dayOf(now, zone),
    minutes: minutesOf(now, zone),
    calendar,
    asked,
    prefersFuture: prefer !== 'this-month',
  };
}

/** Days as one reader understood them. */
export interface DaysSaid {
  /** Days said in one way make a list (周二周四); in two ways, the second confirms the first (26号周四). */
  readonly kind: 'named' | 'weekday' | 'date' | 'festival' | 'stretch';
  /** Empty when the calendar has no such day. */
  readonly spans: readonly DaySpan[];
  /** What is meant instead when the first of them is over: the next week's, the next month's. */
  readonly next?: DaySpan;
  /** Of a week that was named (下周二): what is listed after it is of that week too. */
  readonly isFixed?: boolean;
  /** Some hours from now: 半小时后. */
  readonly minutes?: number;
  readonly isApproximate?: boolean;
  readonly isProvisional?: boolean;
  /** Too weak to be taken for a date in talk, where nothing beside it says so. */
  readonly isWeak?: boolean;
}

/** A time of day as one reader understood it. */
export interface ClockSaid {
  readonly part?: PartOfDay;
  /** The readings, the literal one first; empty when the clock has no such time. */
  readonly readings: readonly MinuteSpan[];
  /** Another time that was offered: 上午或下午, 9点或者10点. */
  readonly or?: readonly MinuteSpan[];
  readonly isApproximate?: boolean;
  readonly isWeak?: boolean;
}

/** Reads what starts exactly at `at` in folded words. */
export type Reader<Value> = (folded: string, at: number, reference: Reference) => Read<Value> | undefined;

/** The match of a sticky pattern that starts exactly at `at`. */
export function matchAt(sticky: RegExp, folded: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(folded) ?? undefined;
}

/** The index after what the sticky pattern matches at `at`; `at` itself when it does not match. */
export function skip(sticky: RegExp, folded: string, at: number): number {
  return at + (matchAt(sticky, folded, at)?.[0].length ?? 0);
}

/** The same reference for words that are not the whole answer. */
export function withoutQuestion(reference: Reference): Reference {
  return reference.asked === undefined ? reference : { ...reference, asked: undefined };
}

/** The first answer that one of the readers has. */
export function firstOf<Value>(readers: readonly Reader<Value>[]): Reader<Value> {
  return (folded, at, reference) => {
    for (const reader of readers) {
      const read = reader(folded, at, reference);
      if (read !== undefined) return read;
    }
    return undefined;
  };
}

/** A span of one day. */
export function oneDay(day: Day): DaySpan {
  return { from: day, to: day };
}

/** The spans of a day that may not exist. */
export function spansOf(day: Day | undefined): readonly DaySpan[] {
  return day === undefined ? [] : [oneDay(day)];
}
