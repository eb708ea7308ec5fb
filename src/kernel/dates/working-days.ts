import { type Calendar, nthWorkingDay } from '../calendar.ts';
import { addDays, type Day } from '../day.ts';
import { type DaysSaid, matchAt, oneDay, type Read } from './reading.ts';
import { NUMBER, readNumber } from './said-number.ts';
import type { DaySpan } from './when.ts';

const LONGEST_SEARCH_DAYS = 400;
const NTH_WITHIN = new RegExp(`\\s?的?(?:第(?<nth>${NUMBER})|(?<last>最后一))个?工作日`, 'y');

/** The last working day before that day. */
export function lastWorkingDayBefore(day: Day, calendar: Calendar): Day {
  let before = addDays(day, -1);
  for (let back = 0; back < LONGEST_SEARCH_DAYS && calendar.isRestDay(before); back += 1) before = addDays(before, -1);
  return before;
}

/** 下周第一个工作日, 本月最后一个工作日: what comes after the stretch, read at `at`. */
export function readWorkingDayWithin(
  folded: string,
  at: number,
  stretch: DaySpan,
  calendar: Calendar,
): Read<DaysSaid> | undefined {
  const found = matchAt(NTH_WITHIN, folded, at);
  if (found === undefined) return undefined;
  const { nth } = found.groups ?? {};
  const reckoned =
    nth === undefined
      ? { day: lastWorkingDayBefore(addDays(stretch.to, 1), calendar), provisional: !calendar.isPublished(stretch.to) }
      : nthWorkingDay(calendar, addDays(stretch.from, -1), readNumber(nth));
  const value: DaysSaid = { kind: 'named', spans: [oneDay(reckoned.day)], isProvisional: reckoned.provisional };
  return { value, to: at + found[0].length };
}
