import { expect, test } from 'vitest';
import { later } from '../../../src/kernel/clock.ts';
import { text } from '../../../src/kernel/text.ts';
import { openLiveBot } from '../../kit/live-bot.ts';

test('a file goes out as a file, and its content is forgotten with the texts', async () => {
  const live = await openLiveBot('2026-11-02T09:00:00+08:00');
  await live.listener.login('session-1');
  await live.say('小陈', '帮助');
  const file = { name: 'visits.ics', content: 'BEGIN:VCALENDAR' };
  await live.bot.engine.work(async (work) => {
    const { id } = await work.tx.person.findFirstOrThrow({ where: { name: '小陈' } });
    const options = { lane: 'receipt', keepsHours: false, expiresAt: later(work.at, 60_000), file } as const;
    await work.post.toPerson(id, text('您的日程')(), options);
  });
  await live.moveTo('2026-11-02T09:01:00+08:00');
  expect(live.files).toEqual([file]);
  await live.moveTo('2026-12-20T09:00:00+08:00');
  const kept = await live.database.transaction((tx) => tx.outboxMessage.count({ where: { file: { not: null } } }));
  expect(kept).toBe(0);
});
