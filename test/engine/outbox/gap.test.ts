import { expect, test } from 'vitest';
import { openLiveBot } from '../../kit/live-bot.ts';

const topics = ['和美一号院邻里群', '西城花园邻里群'];

async function openWithRooms(start: string) {
  const live = await openLiveBot(start);
  await live.listener.login('session-1');
  await live.bot.engine.work(async ({ tx, community }) => {
    const tie = { communityId: community.id, sessionId: live.bot.engine.sessionId(), kind: 'room' };
    for (const topic of topics) {
      const room = await tx.room.findFirstOrThrow({ where: { topic } });
      await tx.chatIdentity.create({ data: { ...tie, outsideId: topic, ourId: room.id } });
    }
  });
  return live;
}

test('after three minutes without a connection each bound room hears once between when and when', async () => {
  const live = await openWithRooms('2026-11-02T09:10:00+08:00');
  const since = new Date('2026-11-02T09:05:00+08:00');
  await live.listener.reconnected(since);
  await live.listener.reconnected(since);
  await live.moveTo('2026-11-02T09:12:00+08:00');
  expect(live.sent).toEqual(
    topics.map(() => '11月2日（周一）09:05到09:10我没连上微信。\n那段时间报的事没收到编号的，请再发一次。'),
  );
});

test('a shorter outage is not worth a word', async () => {
  const live = await openWithRooms('2026-11-02T09:10:00+08:00');
  await live.listener.reconnected(new Date('2026-11-02T09:07:01+08:00'));
  await live.moveTo('2026-11-02T09:12:00+08:00');
  expect(live.sent).toEqual([]);
});

test('at night the word waits for the morning', async () => {
  const live = await openWithRooms('2026-11-02T23:00:00+08:00');
  await live.listener.reconnected(new Date('2026-11-02T22:00:00+08:00'));
  await live.moveTo('2026-11-03T07:40:00+08:00');
  expect(live.sent).toEqual([]);
  await live.moveTo('2026-11-03T08:05:00+08:00');
  expect(live.sent).toHaveLength(2);
});

test('what waited for the connection goes as soon as it is back, however long its pause had become', async () => {
  const live = await openWithRooms('2026-11-02T09:00:00+08:00');
  for (let n = 0; n < 6; n += 1) live.faults.push({ kind: 'later', reason: 'offline' });
  await live.say('王阿姨', '帮助');
  expect(live.sent).toEqual([]);
  const late = await live.bot.nextDue();
  await live.listener.reconnected(new Date('2026-11-02T09:09:00+08:00'));
  const soon = await live.bot.nextDue();
  expect([late, soon].map((at) => at && at > new Date('2026-11-02T09:10:00+08:00'))).toEqual([true, false]);
});
