import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  isoLocal,
  minutesOf,
  momentAt,
  monthOf,
  sayDay,
  sayMoment,
  sayTime,
  weekdayOf,
} from '../../src/kernel/moment.ts';

const SHANGHAI = 'Asia/Shanghai';
const ZONES = [SHANGHAI, 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'];

const zone = fc.constantFrom(...ZONES);
const at = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

test('the day and its minutes are those of the zone', () => {
  const midnight = new Date('2026-11-02T16:00:00Z');
  expect(dayOf(midnight, SHANGHAI)).toBe('2026-11-03');
  expect(minutesOf(midnight, SHANGHAI)).toBe(0);
  expect(dayOf(new Date(midnight.getTime() - 1), SHANGHAI)).toBe('2026-11-02');
  expect(minutesOf(new Date(midnight.getTime() - 1), SHANGHAI)).toBe(1_439);
  expect(dayOf(midnight, 'America/Los_Angeles')).toBe('2026-11-02');
  expect(minutesOf(midnight, 'Asia/Kathmandu')).toBe(21 * 60 + 45);
});

test('a moment is said in the words of the zone', () => {
  const now = new Date('2026-11-04T10:00:00Z');
  expect(isoLocal(now, SHANGHAI)).toBe('2026-11-04T18:00:00+08:00');
  expect(isoLocal(now, 'America/Los_Angeles')).toBe('2026-11-04T02:00:00-08:00');
  expect(isoLocal(now, 'Asia/Kathmandu')).toBe('2026-11-04T15:45:00+05:45');
  expect(sayMoment(now, SHANGHAI)).toBe('11月4日（周三）18:00');
  expect(sayDay('2027-01-03')).toBe('1月3日（周日）');
  expect([sayTime(0), sayTime(570), sayTime(1_440)]).toEqual(['00:00', '09:30', '24:00']);
});

test('days are counted on the calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(weekdayOf('2026-11-01')).toBe(0);
  expect(weekdayOf('2026-11-07')).toBe(6);
  expect(monthOf('2026-11-07')).toBe('2026-11');
});

test('a time that comes twice means the first, one that never comes means after the change', () => {
  const pacific = 'America/Los_Angeles';
  expect(isoLocal(momentAt('2026-11-01', 90, pacific), pacific)).toBe('2026-11-01T01:30:00-07:00');
  expect(isoLocal(momentAt('2026-03-08', 150, pacific), pacific)).toBe('2026-03-08T03:30:00-07:00');
  expect(isoLocal(momentAt('2026-03-08', 180, pacific), pacific)).toBe('2026-03-08T03:00:00-07:00');
  expect(isoLocal(momentAt('2026-11-01', 1_440, pacific), pacific)).toBe('2026-11-02T00:00:00-08:00');
});

test('an unknown zone is a mistake in the program', () => {
  expect(() => dayOf(new Date(0), 'Asia/Nowhere')).toThrow(RangeError);
});

test('the clocks agree with Intl in every zone and at every moment', () => {
  const formats = new Map(
    ZONES.map((name) => [
      name,
      new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  );
  fc.assert(
    fc.property(at, zone, (moment, name) => {
      const [day = '', time = ''] = (formats.get(name)?.format(moment) ?? '').split(' ');
      expect(dayOf(moment, name)).toBe(day);
      expect(sayTime(minutesOf(moment, name))).toBe(time.slice(0, 5));
      expect(Math.floor(new Date(isoLocal(moment, name)).getTime() / 1_000)).toBe(Math.floor(moment.getTime() / 1_000));
    }),
    { numRuns: 2_000 },
  );
});

test('from day and minutes back to the moment', () => {
  fc.assert(
    fc.property(at, zone, (moment, name) => {
      const minute = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
      const back = momentAt(dayOf(minute, name), minutesOf(minute, name), name);
      expect(dayOf(back, name)).toBe(dayOf(minute, name));
      expect(minutesOf(back, name)).toBe(minutesOf(minute, name));
      expect(back.getTime()).toBeLessThanOrEqual(minute.getTime());
      if (name === SHANGHAI) expect(back).toEqual(minute);
    }),
    { numRuns: 2_000 },
  );
});

test('days added and taken away are the same day', () => {
  fc.assert(
    fc.property(at, fc.integer({ min: -5_000, max: 5_000 }), (moment, days) => {
      const day = dayOf(moment, SHANGHAI);
      expect(addDays(addDays(day, days), -days)).toBe(day);
      expect(weekdayOf(addDays(day, 7 * days))).toBe(weekdayOf(day));
      expect(addDays(day, 1) > day).toBe(true);
    }),
  );
});
