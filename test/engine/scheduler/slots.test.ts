import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueSlots, type MissedPolicy, nextSlot, type SlotRule } from '../../../src/engine/scheduler/slots.ts';

const zone = 'Asia/Shanghai';
const at = (local: string): Date => new Date(`${local}+08:00`);
const HOUR = 3_600_000;
const daily = (missed: MissedPolicy, catchUp = 0): SlotRule => ({ cron: '30 8 * * *', zone, missed, catchUp });
const said = (slots: readonly Date[]): readonly string[] => slots.map((slot) => slot.toISOString());
const utc = (local: string): string => at(local).toISOString();

test('cron is read in the community’s zone, not the machine’s', () => {
  expect(nextSlot(daily('all'), at('2026-11-09T12:00:00'))).toEqual(at('2026-11-10T08:30:00'));
  expect(nextSlot({ cron: '0 9 8 * *', zone }, at('2026-11-08T09:00:00'))).toEqual(at('2026-12-08T09:00:00'));
  expect(nextSlot({ cron: '0 10 * * 1,3,5', zone }, at('2026-11-04T10:00:00'))).toEqual(at('2026-11-06T10:00:00'));
});

test('the slot after a moment is never that moment itself', () => {
  expect(nextSlot(daily('all'), at('2026-11-10T08:30:00'))).toEqual(at('2026-11-11T08:30:00'));
});

describe('what becomes of slots that passed', () => {
  const since = at('2026-11-07T12:00:00');

  test('all: each one within its time, the others missed', () => {
    const { run, missed } = dueSlots(daily('all', 26 * HOUR), since, at('2026-11-10T09:00:00'));
    expect(said(run)).toEqual([utc('2026-11-09T08:30:00'), utc('2026-11-10T08:30:00')]);
    expect(said(missed)).toEqual([utc('2026-11-08T08:30:00')]);
  });

  test('latest: the last one if it is in time, every other one missed', () => {
    const { run, missed } = dueSlots(daily('latest', HOUR), since, at('2026-11-10T09:30:00'));
    expect(said(run)).toEqual([utc('2026-11-10T08:30:00')]);
    expect(missed.length).toBe(2);
    expect(dueSlots(daily('latest', HOUR), since, at('2026-11-10T09:30:01')).run).toEqual([]);
  });

  test('skip: on time or not at all', () => {
    expect(dueSlots(daily('skip', 24 * HOUR), since, at('2026-11-10T08:31:00')).run.length).toBe(1);
    expect(dueSlots(daily('skip', 24 * HOUR), since, at('2026-11-10T08:31:01')).run.length).toBe(0);
  });

  test('a clock that was set back finds nothing due', () => {
    expect(dueSlots(daily('all', 24 * HOUR), at('2026-11-10T09:00:00'), at('2026-11-09T09:00:00'))).toEqual({
      run: [],
      missed: [],
    });
  });
});

const policies: readonly MissedPolicy[] = ['skip', 'latest', 'all'];
const crons = ['30 8 * * *', '0 17 * * *', '0 9 8 * *', '0 10 * * 1,3,5', '10 3 * * 0', '*/7 * * * *'];
const start = at('2026-01-01T00:00:00').getTime();
/** Minutes into a month. */
const minute = fc.integer({ min: 0, max: 31 * 24 * 60 });

test('however a stretch of time is cut into looks, each slot comes once, and with “all” and no limit none is lost', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...crons.slice(0, 5)),
      fc.constantFrom(...policies),
      fc.array(minute, { minLength: 1, maxLength: 12 }),
      (cron, missed, looks) => {
        const rule: SlotRule = { cron, zone, missed, catchUp: 400 * 24 * HOUR };
        let since = new Date(start);
        const seen: string[] = [];
        for (const minutes of looks.toSorted((a, b) => a - b)) {
          const now = new Date(start + minutes * 60_000);
          const { run, missed: lost } = dueSlots(rule, since, now);
          seen.push(...said([...run, ...lost]));
          if (missed === 'all') expect(lost).toEqual([]);
          if (missed !== 'all') expect(run.length).toBeLessThanOrEqual(1);
          since = [...run, ...lost].reduce((last, slot) => (slot > last ? slot : last), since);
        }
        const end = new Date(start + Math.max(...looks) * 60_000);
        const whole = dueSlots({ ...rule, missed: 'all' }, new Date(start), end);
        expect(seen.toSorted()).toEqual(said(whole.run));
      },
    ),
    { numRuns: 60 },
  );
});

test('pure: asking in any order gives the same answers', () => {
  fc.assert(
    fc.property(fc.constantFrom(...crons), fc.array(minute, { minLength: 2, maxLength: 8 }), (cron, moments) => {
      const ask = (minutes: number): string | undefined =>
        nextSlot({ cron, zone }, new Date(start + minutes * 60_000))?.toISOString();
      const forward = moments.toSorted((a, b) => a - b).map((minutes) => [minutes, ask(minutes)]);
      const backward = moments.toSorted((a, b) => b - a).map((minutes) => [minutes, ask(minutes)]);
      expect(backward.toReversed()).toEqual(forward);
    }),
  );
});
