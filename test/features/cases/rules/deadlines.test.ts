import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Clockwork,
  contactDue,
  daysAfterReopening,
  dueAfterWorkingDays,
  urgentContactDue,
} from '../../../../src/features/cases/rules/deadlines.ts';
import { chinaCalendar } from '../../../../src/kernel/calendar.ts';
import type { Category } from '../../../../src/kernel/category.ts';
import { isWithinHours, readHours } from '../../../../src/kernel/hours.ts';
import { dayOf, isoLocal } from '../../../../src/kernel/moment.ts';

const zone = 'Asia/Shanghai';
const officeHours = readHours('08:30-12:00, 14:30-18:00') ?? [];
const clockwork: Clockwork = { calendar: chinaCalendar, officeHours, zone };
const at = (local: string): Date => new Date(`${local}:00+08:00`);
const said = (moment: Date): string => isoLocal(moment, zone).slice(0, 16);

const category = (contactClock: 'wall' | 'office', contactHours: number): Category => ({
  id: 'x',
  name: 'x',
  contactClock,
  contactHours,
  resolveDays: 3,
  words: [],
  urgentWords: [],
  isDispute: false,
  asksBuilding: false,
});

/** The arrangements for 2026 as the State Council published them: rest days and make-up days around each holiday. */
describe('18:00 on the nth working day after filing', () => {
  test.each([
    ['2026-11-02T09:00', 2, '2026-11-04T18:00', 'an ordinary week'],
    ['2026-11-06T17:59', 1, '2026-11-09T18:00', 'over a weekend'],
    ['2026-11-07T12:00', 1, '2026-11-09T18:00', 'filed on a Saturday'],
    ['2026-09-30T16:00', 2, '2026-10-09T18:00', 'over 国庆'],
    ['2026-09-30T16:00', 3, '2026-10-10T18:00', 'the make-up Saturday after 国庆 counts'],
    ['2026-09-18T10:00', 1, '2026-09-20T18:00', 'the make-up Sunday before 国庆 counts'],
    ['2026-02-13T10:00', 1, '2026-02-14T18:00', 'the make-up Saturday before 春节'],
    ['2026-02-13T10:00', 2, '2026-02-24T18:00', 'over 春节'],
    ['2026-02-27T10:00', 1, '2026-02-28T18:00', 'the make-up Saturday after 春节'],
    ['2026-04-03T10:00', 1, '2026-04-07T18:00', 'over 清明'],
    ['2026-04-30T10:00', 1, '2026-05-06T18:00', 'over 劳动节'],
    ['2026-05-08T10:00', 1, '2026-05-09T18:00', 'the make-up Saturday after 劳动节'],
    ['2026-06-18T10:00', 1, '2026-06-22T18:00', 'over 端午'],
    ['2026-09-24T10:00', 1, '2026-09-28T18:00', 'over 中秋'],
    ['2025-12-31T10:00', 1, '2026-01-04T18:00', 'over 元旦 to the make-up Sunday'],
  ])('%s + %d = %s (%s)', (filed, days, due) => {
    expect(dueAfterWorkingDays(days, at(filed), clockwork)).toEqual({ due: at(due), provisional: false });
  });

  test('beyond what is published it says so, and still keeps to the law’s own holidays', () => {
    const end = chinaCalendar.coverageEnd;
    expect(end).toBe('2026-12-31');
    expect(dueAfterWorkingDays(1, at('2026-12-30T10:00'), clockwork)).toEqual({
      due: at('2026-12-31T18:00'),
      provisional: false,
    });
    expect(dueAfterWorkingDays(2, at('2026-12-30T10:00'), clockwork)).toEqual({
      due: at('2027-01-04T18:00'),
      provisional: true,
    });
    expect(dueAfterWorkingDays(1, at('2027-09-30T10:00'), clockwork)).toMatchObject({
      due: at('2027-10-04T18:00'),
      provisional: true,
    });
  });

  test('the day is the community’s, not the machine’s', () => {
    expect(said(dueAfterWorkingDays(1, new Date('2026-11-03T23:30:00+08:00'), clockwork).due)).toBe('2026-11-04T18:00');
    expect(said(dueAfterWorkingDays(1, new Date('2026-11-04T00:30:00+08:00'), clockwork).due)).toBe('2026-11-05T18:00');
  });
});

describe('first contact', () => {
  test.each([
    ['wall', 2, '2026-11-02T09:00', '2026-11-02T11:00'],
    ['wall', 2, '2026-11-07T23:30', '2026-11-08T01:30'],
    ['wall', 4, '2026-10-01T12:00', '2026-10-01T16:00'],
    ['office', 24, '2026-11-02T09:00', '2026-11-03T09:00'],
    ['office', 24, '2026-11-02T13:00', '2026-11-03T14:30'],
    ['office', 24, '2026-11-06T17:59', '2026-11-09T17:59'],
    ['office', 24, '2026-11-06T18:00', '2026-11-10T08:30'],
    ['office', 24, '2026-11-07T10:00', '2026-11-10T08:30'],
    ['office', 24, '2026-09-30T16:00', '2026-10-08T16:00'],
    ['office', 24, '2026-10-01T09:00', '2026-10-09T08:30'],
    ['office', 2, '2026-11-02T17:00', '2026-11-03T08:30'],
  ] as const)('%s clock, %d h, filed %s: %s', (hands, hours, filed, due) => {
    expect(said(contactDue(category(hands, hours), at(filed), clockwork))).toBe(due);
  });

  test('where somebody may be in danger: two hours, at night and on holidays too', () => {
    for (const filed of ['2026-11-02T09:00', '2026-11-07T23:30', '2026-10-01T03:00']) {
      const due = urgentContactDue(category('office', 24), at(filed), clockwork);
      expect(due.getTime() - at(filed).getTime()).toBe(2 * 3_600_000);
      expect(urgentContactDue(category('wall', 1), at(filed), clockwork).getTime() - at(filed).getTime()).toBe(
        3_600_000,
      );
    }
  });
});

test('a reopened case has half of its time, rounded up, never none', () => {
  expect([1, 2, 3, 5, 7, 10].map(daysAfterReopening)).toEqual([1, 1, 2, 3, 4, 5]);
});

const moment = fc
  .integer({ min: 0, max: 360 * 24 * 60 })
  .map((minutes) => new Date(at('2026-01-02T00:00').getTime() + minutes * 60_000));

test('whenever it is filed: due later than filed, on a working day, in office time, and later filed is never due sooner', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 5_000 }),
      (filed, hours, days, minutes) => {
        const office = contactDue(category('office', hours), filed, clockwork);
        expect(office > filed).toBe(true);
        expect(office.getTime() - filed.getTime()).toBeGreaterThanOrEqual(hours * 3_600_000);
        expect(chinaCalendar.isRestDay(dayOf(office, zone))).toBe(false);
        expect(isWithinHours(officeHours, office, zone)).toBe(true);
        const later = new Date(filed.getTime() + minutes * 60_000);
        expect(contactDue(category('office', hours), later, clockwork) >= office).toBe(true);
        const { due } = dueAfterWorkingDays(days, filed, clockwork);
        expect(chinaCalendar.isRestDay(dayOf(due, zone))).toBe(false);
        expect(said(due).slice(11)).toBe('18:00');
        expect(dueAfterWorkingDays(days, later, clockwork).due >= due).toBe(true);
        expect(dueAfterWorkingDays(days + 1, filed, clockwork).due > due).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
