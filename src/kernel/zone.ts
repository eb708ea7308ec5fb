const MINUTE = 60_000;
const DAY = 86_400_000;

/** Offsets already asked for, by zone and UTC day; `undefined` marks a day on which the zone's clocks change. */
const known = new Map<string, Map<number, number | undefined>>();
const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_DAYS_KEPT = 5_000;

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, milliseconds: number): number {
  let days = known.get(zone);
  if (days === undefined || days.size > MOST_DAYS_KEPT) {
    days = new Map();
    known.set(zone, days);
  }
  const number = Math.floor(milliseconds / DAY);
  if (!days.has(number)) {
    const first = computedOffset(zone, number * DAY);
    days.set(number, first === computedOffset(zone, (number + 1) * DAY - 1) ? first : undefined);
  }
  return days.get(number) ?? computedOffset(zone, milliseconds);
}

function computedOffset(zone: string, milliseconds: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    formats.set(zone, format);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(milliseconds)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(milliseconds / 1_000) * 1_000;
}

/** Whether the machine's time zone data knows this zone (`Asia/Shanghai`). */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The UTC millisecond of a local one. A local time that comes twice (clocks set back) means the first;
 * one that never comes (clocks set forward) means as long after the change as it says.
 */
export function fromLocal(zone: string, local: number): number {
  const before = local - offsetAt(zone, local - DAY);
  const after = local - offsetAt(zone, local + DAY);
  const first = Math.min(before, after);
  if (first + offsetAt(zone, first) === local) return first;
  const second = Math.max(before, after);
  return second + offsetAt(zone, second) === local ? second : before;
}

/** `+08:00` */
export function sayOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`;
}
