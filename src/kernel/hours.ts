import { addDays, type Day, dayOf, minutesOf, momentAt } from './moment.ts';

/** Minutes since midnight, from … up to, not with, to; `to` may be 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The hours of one day: in order, without overlap, never empty. */
export type DayHours = readonly Span[];

const ONE_SPAN = /^(\d{1,2})[:：](\d{2})\s*[-‐-―−~～至到]+\s*(\d{1,2})[:：](\d{2})$/;
const LONGEST_SEARCH_DAYS = 400;

function readSpan(words: string): Span | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = ONE_SPAN.exec(words.trim().normalize('NFKC')) ?? [];
  if (Number(fromMinute) > 59 || Number(toMinute) > 59) return undefined;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return from < to && to <= 1_440 ? { from, to } : undefined;
}

/**
 * Hours as the profile writes them: `08:30-12:00, 14:30-18:00`, or a list of such; `00:00-24:00` is the whole day.
 * Undefined when a part is no span, spans overlap, or one runs past midnight.
 */
export function readHours(words: string | readonly string[]): DayHours | undefined {
  const parts = typeof words === 'string' ? [words] : words;
  const spans = parts.flatMap((part) => part.split(/[,，、;；]/).map(readSpan));
  const good = spans.filter((span) => span !== undefined).toSorted((a, b) => a.from - b.from);
  if (good.length === 0 || good.length < spans.length) return undefined;
  return good.every((span, index) => index === 0 || (good[index - 1]?.to ?? 0) <= span.from) ? good : undefined;
}

/** Whether the zone's clocks are inside the hours at that moment; the end of a span is outside. */
export function isWithinHours(hours: DayHours, at: Date, zone: string): boolean {
  const minutes = minutesOf(at, zone);
  return hours.some((span) => span.from <= minutes && minutes < span.to);
}

/**
 * `at` itself when open, else the next opening on a day that `isOpenDay` allows (every day, if not given).
 * Throws a RangeError when nothing opens in the next 400 days: such hours are a mistake in the program.
 */
export function nextOpening(
  hours: DayHours,
  at: Date,
  zone: string,
  isOpenDay: (day: Day) => boolean = () => true,
): Date {
  const today = dayOf(at, zone);
  if (isOpenDay(today) && isWithinHours(hours, at, zone)) return at;
  for (let ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isOpenDay(day)) continue;
    for (const span of hours) {
      const opening = momentAt(day, span.from, zone);
      if (opening > at) return opening;
    }
  }
  throw new RangeError('these hours never open');
}
