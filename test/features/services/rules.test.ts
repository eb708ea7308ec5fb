import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { BOOKING_MOVES, BOOKING_STATES, moved } from '../../../src/features/services/rules/booking.ts';
import { asksForPaper, paperIn } from '../../../src/features/services/rules/papers.ts';
import { ageIn, servicesIn, whoIn } from '../../../src/features/services/rules/request.ts';
import { mayAttend } from '../../../src/features/services/rules/rights.ts';
import { ANY, freeTurns, slotProblem, wishProblem } from '../../../src/features/services/rules/slots.ts';
import { offerEnd, remindersFor } from '../../../src/features/services/rules/waiting.ts';
import { askingOf, impossibleIn, mealDaysIn, whenIn } from '../../../src/features/services/rules/when.ts';
import { chinaCalendar } from '../../../src/kernel/calendar.ts';
import { readHours } from '../../../src/kernel/hours.ts';
import { read } from '../../kit/project-files.ts';

const ZONE = 'Asia/Shanghai';
const at = (said: string): Date => new Date(`${said}:00+08:00`);
const NOW = at('2026-11-02T09:00');
const HOURS = readHours(['08:00-12:00', '14:00-20:30']) ?? [];
const profile = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!profile.ok) throw new Error('the sample community is broken');
const { services } = profile.value;
const named = (name: string) => {
  const found = services.find((service) => service.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const around = { calendar: chinaCalendar, zone: ZONE, at: NOW, closures: new Map<string, boolean>() };
const asking = askingOf(NOW, { zone: ZONE, calendar: chinaCalendar });

describe('states of a booking', () => {
  const startsAt = at('2026-11-03T09:00');
  const table = (now: Date) =>
    BOOKING_STATES.map((state) =>
      BOOKING_MOVES.map((move) => {
        const done = moved({ state, startsAt, day: '2026-11-03' }, move, now, ZONE);
        return done.ok ? done.value : done.refusal;
      }).join(' '),
    );

  test('before its day it can be cancelled, and nobody has come or missed it', () => {
    expect(table(at('2026-11-02T23:59'))).toEqual([
      'not-yet not-yet not-yet cancelled',
      'not-now done not-now not-now',
      'not-now not-now not-now not-now',
      'not-yet done not-now not-now',
      'not-now not-now not-now not-now',
    ]);
  });

  test('on its day somebody can come early', () => {
    expect(table(at('2026-11-03T00:00'))).toEqual([
      'arrived not-yet not-yet cancelled',
      'not-now done not-now not-now',
      'not-now not-now not-now not-now',
      'arrived done not-now not-now',
      'not-now not-now not-now not-now',
    ]);
  });

  test('from its start on it can be missed, and cancelled no more', () => {
    expect(table(startsAt)).toEqual([
      'arrived done no-show begun',
      'not-now done not-now not-now',
      'not-now not-now not-now not-now',
      'arrived done not-now not-now',
      'not-now not-now not-now not-now',
    ]);
  });
});

describe('what can be booked', () => {
  test.each([
    ['2026-11-03', 540, undefined],
    ['2026-11-03', 570, 'no-turn'],
    ['2026-11-04', 540, 'not-offered'],
    ['2026-11-01', 540, 'past'],
    ['2027-01-05', 540, 'too-far'],
  ] as const)('a haircut on %s at minute %s: %s', (day, start, problem) => {
    expect(slotProblem(named('上门理发'), { day, start }, around)).toBe(problem);
  });

  test('what is too soon: two hours before a visit, half an hour before the window', () => {
    const soon = { ...around, at: at('2026-11-03T07:01') };
    expect(slotProblem(named('上门理发'), { day: '2026-11-03', start: 540 }, soon)).toBe('too-soon');
    expect(slotProblem(named('政策咨询'), { day: '2026-11-03', start: 540 }, soon)).toBeUndefined();
  });

  test('a closed day is closed, and an opened one is open', () => {
    const closures = new Map([
      ['2026-11-03', false],
      ['2026-11-04', true],
    ]);
    const changed = { ...around, closures };
    expect(slotProblem(named('上门理发'), { day: '2026-11-03', start: 540 }, changed)).toBe('closed');
    expect(slotProblem(named('上门理发'), { day: '2026-11-04', start: 540 }, changed)).toBeUndefined();
  });

  test('free turns fit the wish, have a seat, and show more than one day', () => {
    const free = freeTurns(named('上门理发'), ANY, around, ({ start }) => start !== 540, 5);
    expect(free.map(({ day, start }) => `${day} ${start}`)).toEqual([
      '2026-11-03 580',
      '2026-11-03 620',
      '2026-11-03 660',
      '2026-11-05 580',
      '2026-11-05 620',
    ]);
    const morning = { days: ['2026-11-04'], from: 480, to: 720 };
    expect(wishProblem(named('法律咨询'), morning, around)).toBe('no-turn');
    expect(wishProblem(named('法律咨询'), { ...morning, from: 870, to: 900 }, around)).toBe('full');
  });
});

describe('what is said', () => {
  test.each([
    ['预约 理发', ['上门理发']],
    ['想剪头', ['上门理发']],
    ['約個體檢', ['健康体检']],
    ['订餐', ['助老送餐']],
    ['咨询', []],
    ['法律咨询', ['法律咨询']],
    ['找个律师', ['法律咨询']],
    ['修电视', []],
  ])('%s means %j', (words, names) => {
    expect(servicesIn(words, services).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['明天上午', { days: ['2026-11-03'], from: 480, to: 720 }],
    ['周四9点半', { days: ['2026-11-05'], from: 570, to: undefined }],
    ['11点以前', { days: [], from: 0, to: 660 }],
  ])('%s is the wish %j', (words, wish) => {
    expect(whenIn(words, asking)?.wish).toEqual(wish);
  });

  test.each([
    ['周一到周五', { weekdays: [1, 2, 3, 4, 5], from: '2026-11-02', to: null }],
    ['每天', { weekdays: [0, 1, 2, 3, 4, 5, 6], from: '2026-11-02', to: null }],
    ['明天', { weekdays: [2], from: '2026-11-03', to: '2026-11-03' }],
    ['下周一到周三', { weekdays: [1, 2, 3], from: '2026-11-09', to: '2026-11-11' }],
    ['给我妈', undefined],
  ])('meals on %s are %j', (words, days) => {
    expect(mealDaysIn(words, asking)).toEqual(days);
  });

  test.each([
    ['社保 31.2', 'no-such-day'],
    ['社保 32号', 'no-such-day'],
    ['社保 12345678901234567890', 'no-such-day'],
    ['社保 25点', 'no-such-time'],
    ['社保 9点70分', 'no-such-time'],
    ['社保 ２５：３０', 'no-such-time'],
    ['理发 13812345678', undefined],
    ['理发 62号楼', undefined],
    ['理发 31.2元', undefined],
    ['理发 给我妈', undefined],
  ])('%s: %s', (words, problem) => {
    expect(impossibleIn(words)).toBe(problem);
  });

  test('nothing that is said makes it stumble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        servicesIn(words, services);
        whoIn(words);
        ageIn(words);
        whenIn(words, asking);
        mealDaysIn(words, asking);
        paperIn(words);
      }),
    );
  });
});

test.each([
  ['亲属关系证明', '派出所（同过户口的）或公证处'],
  ['開無犯罪記錄證明', '派出所'],
  ['我爸的死亡证明', '医院；非正常死亡找派出所'],
  ['居住证明', undefined],
])('%s is issued by %s', (words, issuer) => {
  expect(paperIn(words)?.issuer).toBe(issuer);
  expect(asksForPaper(words)).toBe(true);
});

describe('offers and reminders keep the community’s hours', () => {
  const startsAt = at('2026-11-05T15:00');
  test.each([
    ['2026-11-03T09:00', '2026-11-03T11:00'],
    ['2026-11-03T11:00', '2026-11-03T15:00'],
    ['2026-11-03T12:30', '2026-11-03T16:00'],
    ['2026-11-03T19:30', '2026-11-04T09:00'],
    ['2026-11-03T23:00', '2026-11-04T10:00'],
    ['2026-11-05T14:30', '2026-11-05T15:00'],
  ])('an offer of %s stands until %s', (from, until) => {
    expect(offerEnd(at(from), startsAt, HOURS, ZONE)).toEqual(at(until));
  });

  test.each([
    ['2026-11-02T09:00', '2026-11-04T15:00', '2026-11-03T18:00', '2026-11-04T14:00'],
    ['2026-11-02T09:00', '2026-11-03T09:00', '2026-11-02T18:00', '2026-11-03T08:00'],
    ['2026-11-02T19:00', '2026-11-03T09:00', undefined, '2026-11-03T08:00'],
    ['2026-11-03T08:30', '2026-11-03T09:30', undefined, undefined],
  ])('booked %s for %s: reminded %s and %s', (booked, starts, eve, soon) => {
    const day = starts.slice(0, 10);
    const before = new Date(at(starts).getTime() - 86_400_000);
    const dayBefore = new Date(before.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(remindersFor(day, dayBefore, at(starts), at(booked), HOURS, ZONE)).toEqual({
      eveDue: eve === undefined ? null : at(eve),
      soonDue: soon === undefined ? null : at(soon),
    });
  });
});

test.each([
  ['secretary', 4, '上门理发', 1, true],
  ['grid-worker', 1, '上门理发', 1, true],
  ['grid-worker', 2, '上门理发', 1, false],
  ['grid-worker', 2, '上门理发', null, true],
  ['building-head', 1, '上门理发', 1, false],
  ['grid-worker', 1, '法律咨询', 1, false],
] as const)('a %s of grid %s, %s in grid %s: %s', (role, grid, service, where, may) => {
  expect(mayAttend({ name: '某人', role, grid }, named(service), where, ['小何'])).toBe(may);
});

test('whoever does a service by name, or sits at the window, attends to it', () => {
  const lawyer = { name: '方律师', role: 'legal-adviser', grid: null };
  expect(mayAttend(lawyer, named('法律咨询'), null, [])).toBe(true);
  expect(mayAttend(lawyer, named('政策咨询'), null, ['小何'])).toBe(false);
  expect(mayAttend({ name: '小杨', role: 'grid-worker', grid: 4 }, named('政策咨询'), 1, ['小杨'])).toBe(true);
});
