import { expect, test } from 'vitest';
import { readCommunityFile } from '../../../src/app/community.ts';
import { sampleProfile } from '../../../src/app/data-dir.ts';
import { openStore } from '../../../src/app/database.ts';
import { insertMaterial } from '../../../src/features/study/store.ts';
import { chinaCalendar } from '../../../src/kernel/calendar.ts';
import { addDays, weekdayOf } from '../../../src/kernel/day.ts';
import { publicRooms, STAFF_ROOM } from '../../kit/bot-words.ts';
import { root } from '../../kit/project-files.ts';
import { openStage, type Sent, type Stage, target } from '../../kit/rehearsal.ts';

const MATERIALS = 200;
const STUDY_ROOM = '党员学习群';

/** More material than a year can push, put in as the office would have over the years. */
async function fillCatalogue(stage: Stage): Promise<void> {
  const { profile } = readCommunityFile(sampleProfile(root));
  const at = new Date('2025-12-31T00:00:00Z');
  const database = await openStore(stage.address, at, profile.name, 'beside');
  await database.transaction(async (tx) => {
    for (let no = 1; no <= MATERIALS; no += 1)
      await insertMaterial(tx, 1, { no, title: `第${no}份`, body: '正文' }, '小何', at);
  });
  await database.close();
}

/** `room month` of each message whose text begins so. */
const byMonth = (sent: readonly Sent[], start: string): readonly string[] =>
  sent.filter(({ text }) => text.startsWith(start)).map((message) => `${target(message)} ${message.at.slice(0, 7)}`);

test('twelve months: one reminder of each kind to each room and month, one preview, one material each push day', {
  timeout: 180_000,
}, async () => {
  const stage = await openStage({ start: '2026-01-01T00:00:00+08:00' });
  await fillCatalogue(stage);
  await stage.play('（到 2027-01-01 00:00）');
  const { sent } = stage;

  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  const expected = publicRooms.flatMap((room) => months.map((month) => `${room} ${month}`)).toSorted();
  expect(publicRooms.length).toBe(8);
  expect(byMonth(sent, '明天').toSorted()).toEqual(expected);
  expect(byMonth(sent, '今天').toSorted()).toEqual(expected);
  for (const { text, at } of sent) {
    if (text.startsWith('明天')) expect(at).toMatch(/-09T17:(?:0\d|1[0-5])/);
    if (text.startsWith('今天')) expect(at).toMatch(/-10T08:(?:3\d|4[0-5])/);
  }

  const previews = sent.filter(({ text }) => /^\d+月居民议事日：/.test(text));
  expect(previews.map(({ at, ...message }) => `${target(message)} ${at.slice(0, 16)}`)).toEqual(
    months.map((month) => `${STAFF_ROOM} ${month}-08T09:00`),
  );

  const pushes = sent.filter(({ text }) => text.startsWith('学习资料'));
  const days: string[] = [];
  for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    if ([1, 3, 5].includes(weekdayOf(day)) && !chinaCalendar.isRestDay(day)) days.push(day);
  }
  expect(days).not.toContain('2026-10-02');
  expect(pushes.map(({ at }) => at.slice(0, 16))).toEqual(days.map((day) => `${day}T10:00`));
  expect(new Set(pushes.map(({ text }) => text)).size).toBe(pushes.length);
  expect(pushes.every((message) => target(message) === STUDY_ROOM)).toBe(true);

  // Nothing else was said to anybody in a year in which nobody spoke, but for the previews' wording.
  expect(sent.length).toBe(2 * 8 * 12 + 2 * 12 + pushes.length);
  expect(await stage.sql("select count(*) n from outbox where state <> 'sent'")).toEqual([{ n: 0 }]);
  expect(await stage.sql("select count(*) n from job_runs where outcome = 'missed'")).toEqual([{ n: 0 }]);
});
