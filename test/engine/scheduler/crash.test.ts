import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicRooms, STAFF_ROOM } from '../../kit/bot-words.ts';
import { openStage, type Sent, type Stage, target } from '../../kit/rehearsal.ts';

const crash = (until: string): string => JSON.stringify({ crash: true, until });
const now = (at: string): string => JSON.stringify({ now: at });
const STARTS = '2026-11-10T09:30:00+08:00';

const KINDS = [
  { name: '前一天', start: '明天' },
  { name: '当天', start: '今天' },
] as const;

const reminders = (sent: readonly Sent[], start: string): readonly Sent[] =>
  sent.filter(({ text }) => text.startsWith(start));

/** What the staff's room was told about broadcasts that did not go out, or perhaps not. */
const told = (sent: readonly Sent[]): string =>
  sent
    .filter((message) => target(message) === STAFF_ROOM && /没能发出|没有发成|没有回音/.test(message.text))
    .map(({ text }) => text)
    .join('\n');

/** For each kind and room: at most one reminder, in time, and where there was none the staff know. */
function expectKept({ sent }: Stage): void {
  for (const { name, start } of KINDS) {
    const had = reminders(sent, start);
    const rooms = had.map(target);
    expect(new Set(rooms).size).toBe(rooms.length);
    for (const { at } of had) expect(at < (start === '明天' ? '2026-11-10T00:00:00+08:00' : STARTS)).toBe(true);
    const missing = publicRooms.filter((room) => !rooms.includes(room));
    const report = told(sent);
    const isToldWhole = report.includes(`${name}提醒没能发出`);
    expect(missing.filter((room) => !isToldWhole && !report.includes(room))).toEqual([]);
  }
}

test('down on the 10th from 08:00 to 09:00: the reminder goes out at 09:00', async () => {
  const stage = await openStage({ start: '2026-11-10T07:00:00+08:00' });
  await stage.play(
    now('2026-11-10T08:00:00+08:00'),
    crash('2026-11-10T09:00:00+08:00'),
    now('2026-11-10T12:00:00+08:00'),
  );
  const had = reminders(stage.sent, '今天');
  expect(had.map(target).toSorted()).toEqual(publicRooms.toSorted());
  expect(had[0]?.at).toBe('2026-11-10T09:00:00+08:00');
  expect((had.at(-1)?.at ?? '') < STARTS).toBe(true);
});

test('down until after the meeting has begun: nothing goes out, and staff are told once', async () => {
  const stage = await openStage({ start: '2026-11-10T07:00:00+08:00' });
  await stage.play(crash('2026-11-10T09:30:00+08:00'), now('2026-11-11T12:00:00+08:00'));
  expect(reminders(stage.sent, '今天')).toEqual([]);
  expect(stage.sent.map(target)).toEqual([STAFF_ROOM]);
  expect(stage.sent[0]?.text).toContain('没能发出');
});

test('up again two minutes before the meeting: whom it reaches in time is reminded, of the others staff are told', async () => {
  const stage = await openStage({ start: '2026-11-09T16:00:00+08:00' });
  await stage.play(
    now('2026-11-10T08:00:00+08:00'),
    crash('2026-11-10T09:28:00+08:00'),
    now('2026-11-10T12:00:00+08:00'),
  );
  const had = reminders(stage.sent, '今天').length;
  expect(had).toBeGreaterThan(0);
  expect(had).toBeLessThan(8);
  expectKept(stage);
});

test('down over both reminders: the staff are told of both', async () => {
  const stage = await openStage({ start: '2026-11-09T12:00:00+08:00' });
  await stage.play(crash('2026-11-10T11:00:00+08:00'), now('2026-11-11T12:00:00+08:00'));
  expect(KINDS.flatMap(({ start }) => reminders(stage.sent, start))).toEqual([]);
  expectKept(stage);
});

/** Seconds around the reminders, where a crash can hurt. */
const from = new Date('2026-11-09T16:50:00+08:00').getTime();
const second = fc.oneof(
  fc.integer({ min: 0, max: 17 * 3_600 }),
  fc.integer({ min: 600, max: 1_100 }),
  fc.integer({ min: 56_400, max: 57_000 }),
);
const iso = (seconds: number): string => new Date(from + seconds * 1_000).toISOString();

test('a crash at any moment around the 10th, with or without a time of being down', { timeout: 180_000 }, async () => {
  const crashes = fc.array(fc.record({ at: second, down: fc.constantFrom(0, 0, 1, 60, 600, 3_600, 30_000) }), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(crashes, async (planned) => {
      const stage = await openStage({ start: iso(0) });
      let clock = 0;
      for (const { at, down } of planned.toSorted((a, b) => a.at - b.at)) {
        const moment = Math.max(at, clock);
        await stage.play(now(iso(moment)), down === 0 ? '（崩溃）' : crash(iso(moment + down)));
        clock = moment + down;
      }
      await stage.play(now(iso(Math.max(clock, 20 * 3_600))));
      expectKept(stage);
      await stage.finish();
    }),
    { numRuns: 12, seed: 20261110 },
  );
});
