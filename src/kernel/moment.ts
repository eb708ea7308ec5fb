import { type Day, dayAt, millisecondsOf, sayDay, sayTime } from './day.ts';
import { fromLocal, offsetAt, sayOffset } from './zone.ts';

export { addDays, type Day, daysBetween, daysFrom, monthOf, sayDay, sayDays, sayTime, weekdayOf } from './day.ts';

const MINUTE = 60_000;
const MINUTES_A_DAY = 1_440;

function localOf(at: Date, zone: string): number {
  return at.getTime() + offsetAt(zone, at.getTime());
}

/** The day on the zone's calendars at that moment. */
export function dayOf(at: Date, zone: string): Day {
  return dayAt(localOf(at, zone));
}

/** Whole minutes since the zone's midnight by its clocks: 0 … 1439. */
export function minutesOf(at: Date, zone: string): number {
  const minutes = Math.floor(localOf(at, zone) / MINUTE) % MINUTES_A_DAY;
  return minutes < 0 ? minutes + MINUTES_A_DAY : minutes;
}

/** The moment when the zone's clocks show `minutes` since that day's midnight; 1440 is the next midnight. */
export function momentAt(day: Day, minutes: number, zone: string): Date {
  return new Date(fromLocal(zone, millisecondsOf(day) + minutes * MINUTE));
}

/** `2026-11-02T09:00:00+08:00` */
export function isoLocal(at: Date, zone: string): string {
  const local = new Date(localOf(at, zone)).toISOString().slice(0, 19);
  return local + sayOffset(offsetAt(zone, at.getTime()));
}

/** `11月4日（周三）18:00` */
export function sayMoment(at: Date, zone: string): string {
  return sayDay(dayOf(at, zone)) + sayTime(minutesOf(at, zone));
}
