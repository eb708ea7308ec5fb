/** A day of the calendar, `YYYY-MM-DD`, in no particular zone. Days compare as strings. */
export type Day = string;

const DAY_MS = 86_400_000;
const WEEKDAYS = '日一二三四五六';

/** The day's midnight if it were in UTC, in milliseconds: arithmetic on days is done there, where no clock ever jumps. */
export function millisecondsOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** The day in which that UTC millisecond falls. */
export function dayAt(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The day with these numbers; undefined when the calendar has none (30 February, month 13). */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const isNear = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
  if (!isNear) return undefined;
  const day = dayAt(Date.UTC(year, month - 1, date));
  return Number(day.slice(5, 7)) === month ? day : undefined;
}

/** The day that many days after `day` (before it, if negative). */
export function addDays(day: Day, days: number): Day {
  return dayAt(millisecondsOf(day) + days * DAY_MS);
}

/** So many days in a row, the first one included. */
export function daysFrom(day: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, ahead) => addDays(day, ahead));
}

/** The days from the first to the last one, both included, and no more than `most` of them. */
export function daysBetween(from: Day, to: Day, most = Number.POSITIVE_INFINITY): readonly Day[] {
  const count = Math.round((millisecondsOf(to) - millisecondsOf(from)) / DAY_MS) + 1;
  return daysFrom(from, Math.max(0, Math.min(count, most)));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(millisecondsOf(day)).getUTCDay();
}

/** `YYYY-MM`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** `11月4日（周三）` */
export function sayDay(day: Day): string {
  const weekday = WEEKDAYS.charAt(weekdayOf(day));
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日（周${weekday}）`;
}

/** Some days, not too many of them: up to `most` each by itself, of more the first, the last and how many. */
export function sayDays(days: readonly Day[], most = 4): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length <= most) return days.map(sayDay).join('、');
  return `${sayDay(first)}到${sayDay(last)}共${String(days.length)}天`;
}

/** `09:30` for 570 minutes since midnight; 1440 is `24:00`. */
export function sayTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
