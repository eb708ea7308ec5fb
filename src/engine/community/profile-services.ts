import { z } from 'zod';
import { type Cutoff, type Quota, type Service, type ServiceDays, startsOfDay } from '../../kernel/service.ts';
import { count, hours, oneOf, readAs, readClock, some, strict, words } from './profile-fields.ts';
import { mistakes } from './texts.ts';
import {
  BETWEEN_DAYS,
  DAILY,
  DURATION,
  EVE,
  FROM_AGE,
  MINUTES_IN,
  MONTH_DATE,
  MOVED,
  OTHER_SUNDAY,
  QUOTA,
  QUOTA_PERIODS,
  SAME_DAY,
  SERVICE_WEEKDAYS,
  WEEKDAYS,
  WORKDAYS,
} from './vocabulary.ts';

/** Minutes before the start until which a turn can be booked, and days ahead from which on, if the profile says nothing. */
const NOTICE = { home: 120, office: 30, window: 30 } as const;
/** Whoever comes to the door has to set out; at the window a turn is free again until it begins. */
const CHANGE_BY = { home: 60, office: 0, window: 0 } as const;
const HORIZON = { turn: 60, meal: 14 } as const;
const OLDEST = 120;

const weekdayNumber = (name: string): number => (name === OTHER_SUNDAY ? 0 : WEEKDAYS.indexOf(name));

function readWeekdays(part: string): readonly number[] | undefined {
  const { from, to } = SERVICE_WEEKDAYS.exec(part)?.groups ?? {};
  if (from === undefined) return undefined;
  const first = weekdayNumber(from);
  const length = to === undefined ? 1 : ((weekdayNumber(to) - first + 7) % 7) + 1;
  return Array.from({ length }, (_, ahead) => (first + ahead) % 7);
}

function readDates(parts: readonly string[]): ServiceDays | undefined {
  const isMoved = parts.some((part) => MOVED.test(part));
  const dates = parts
    .filter((part) => !MOVED.test(part))
    .map((part) => Number(MONTH_DATE.exec(part)?.groups?.['date']));
  if (dates.length === 0 || !dates.every((date) => date >= 1 && date <= 31)) return undefined;
  return { kind: 'dates', dates, isMoved };
}

function readDays(typed: string): ServiceDays | undefined {
  const parts = typed.split(BETWEEN_DAYS).filter((part) => part !== '');
  const [first = ''] = parts;
  if (parts.length === 1 && first === WORKDAYS) return { kind: 'workdays' };
  if (parts.length === 1 && DAILY.test(first)) return { kind: 'daily' };
  const weekdays = parts.map(readWeekdays);
  if (weekdays.every((set) => set !== undefined)) {
    return { kind: 'weekdays', weekdays: [...new Set(weekdays.flat())].toSorted((a, b) => a - b) };
  }
  return readDates(parts);
}

function readAge(typed: string): number | undefined {
  const age = Number(FROM_AGE.exec(typed)?.groups?.['age']);
  return age >= 1 && age <= OLDEST ? age : undefined;
}

function readQuota(typed: string): Quota | undefined {
  const { per = '', times } = QUOTA.exec(typed)?.groups ?? {};
  const period = QUOTA_PERIODS[per];
  return period === undefined || Number(times) < 1 ? undefined : { times: Number(times), per: period };
}

function readCutoff(typed: string): Cutoff | undefined {
  const eve = readClock(EVE.exec(typed)?.groups?.['time'] ?? '');
  if (eve !== undefined) return { daysBefore: 1, minutes: eve };
  const sameDay = readClock(SAME_DAY.exec(typed)?.groups?.['time'] ?? '');
  return sameDay === undefined ? undefined : { daysBefore: 0, minutes: sameDay };
}

function readMinutes(typed: string): number | undefined {
  const { count: said, unit = '' } = DURATION.exec(typed)?.groups ?? {};
  const minutes = Number(said) * (MINUTES_IN[unit] ?? Number.NaN);
  return minutes >= 1 ? minutes : undefined;
}

/** One service: its days, hours, quotas and deadlines as values. */
export const service = strict({
  name: words,
  words: z.array(words).default([]),
  for: readAs(readAge, mistakes.badAge).optional(),
  place: oneOf(['home', 'office', 'window']),
  days: readAs(readDays, mistakes.badDays),
  hours: hours.optional(),
  slot: some.max(1_440).optional(),
  capacity: some,
  quota: readAs(readQuota, mistakes.badQuota).optional(),
  buffer: count.max(1_440).default(0),
  meal: words.optional(),
  cutoff: readAs(readCutoff, mistakes.badCutoff).optional(),
  recurring: z.boolean().default(false),
  welfareCheck: readAs(readMinutes, mistakes.badDuration).optional(),
  bring: z.array(words).default([]),
  official: words.optional(),
  staff: words.optional(),
  notice: readAs(readMinutes, mistakes.badDuration).optional(),
  changeBy: readAs(readMinutes, mistakes.badDuration).optional(),
  horizon: some.max(366).optional(),
}).transform(({ for: leastAge, recurring, notice, changeBy, horizon, ...rest }, context): Service => {
  const { name: value, hours: open = [], slot = 0, meal, cutoff } = rest;
  const isTimed = open.length > 0 && slot > 0;
  if (meal === undefined ? !isTimed : cutoff === undefined) {
    context.addIssue({ code: 'custom', message: mistakes.wantsHours({ value }), input: rest });
    return z.NEVER;
  }
  if (isTimed && startsOfDay({ hours: open, slot, buffer: rest.buffer }).length === 0) {
    context.addIssue({ code: 'custom', path: ['slot'], message: mistakes.slotTooLong({ value }), input: rest });
    return z.NEVER;
  }
  return {
    ...rest,
    hours: open,
    slot,
    leastAge,
    quota: rest.quota,
    meal,
    cutoff,
    welfareCheck: rest.welfareCheck,
    official: rest.official,
    staff: rest.staff,
    isRecurring: recurring,
    notice: notice ?? NOTICE[rest.place],
    changeBy: changeBy ?? CHANGE_BY[rest.place],
    horizon: horizon ?? (meal === undefined ? HORIZON.turn : HORIZON.meal),
  };
});

/** Who sits at the window, and for how long a turn lasts. */
export const duty = strict({ window: z.array(words).min(1), turn: oneOf(['daily', 'weekly']) });
