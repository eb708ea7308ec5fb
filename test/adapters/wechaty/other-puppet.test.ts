import { types } from 'wechaty-puppet';
import { expect, test } from 'vitest';
import { openLine } from '../../kit/wechat.ts';
import { SmallPuppet } from '../../kit/small-puppet.ts';

async function open() {
  const puppet = new SmallPuppet();
  const line = openLine({ puppet, name: 'wechaty-puppet-small' });
  await line.start();
  const heard = async (count: number): Promise<void> => {
    while (line.heard.messages.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { puppet, ...line, untilHeard: heard };
}

test('another puppet speaks through the same channel, untouched', async () => {
  const { puppet, channel, heard, untilHeard } = await open();
  puppet.say({ talkerId: 'li', text: '@小六 投诉:\n3号楼 & 电梯' });
  puppet.say({ talkerId: 'wang', text: '你好', isPrivate: true });
  puppet.say({ talkerId: 'bot', text: '我自己' });
  puppet.say({ talkerId: 'li', type: types.Message.Image });
  await untilHeard(3);
  expect(heard.messages.map(({ media, ...message }) => ({ ...message, kind: media?.kind }))).toEqual([
    {
      key: 'small:m1',
      conversation: { kind: 'room', outsideId: 'room-1', topic: '邻里群' },
      sender: { outsideId: 'li', name: '3栋老李' },
      text: '投诉:\n3号楼 & 电梯',
      mentionsBot: true,
      kind: undefined,
    },
    {
      key: 'small:m2',
      conversation: { kind: 'direct' },
      sender: { outsideId: 'wang', name: '王阿姨' },
      text: '你好',
      mentionsBot: false,
      kind: undefined,
    },
    {
      key: 'small:m4',
      conversation: { kind: 'room', outsideId: 'room-1', topic: '邻里群' },
      sender: { outsideId: 'li', name: '3栋老李' },
      text: '',
      mentionsBot: false,
      kind: 'image',
    },
  ]);
  const image = heard.messages[2]?.media;
  expect(image?.file).toMatch(/^image-[0-9a-f]{32}\.jpg$/u);
  expect(Array.from((await image?.read?.()) ?? [])).toEqual([1, 2, 3]);
  expect(await channel.rooms()).toMatchObject([
    { outsideId: 'room-1', topic: '邻里群', memberNames: ['王阿姨', '3栋老李'] },
  ]);
});

test('it sends, sets remarks and ends as the port says', async () => {
  const { puppet, channel, heard } = await open();
  const say = (kind: 'room' | 'person', outsideId: string) =>
    channel.send({ kind, outsideId }, { text: '好的', mentions: [] });
  expect(await say('room', 'room-1')).toEqual({ kind: 'sent' });
  expect(await say('person', 'wang')).toEqual({ kind: 'sent' });
  expect(await say('person', 'li')).toEqual({ kind: 'failed', reason: 'not-friend' });
  expect(puppet.sent).toEqual([
    { to: 'room-1', text: '好的' },
    { to: 'wang', text: '好的' },
  ]);
  expect([await channel.setRemark('wang', 'W·AB'), await channel.setRemark('li', 'L·CD')]).toEqual([true, false]);
  expect(puppet.aliases).toEqual(new Map([['wang', 'W·AB']]));
  await puppet.logout();
  expect(await channel.ended).toBe('logged-out');
  expect(heard.logins).toHaveLength(1);
});

test('one that does not start ends the process', async () => {
  const puppet = new SmallPuppet();
  puppet.onStart = () => Promise.reject(new Error('no'));
  const { channel, start } = openLine({ puppet, name: 'wechaty-puppet-small' });
  void start();
  expect(await channel.ended).toBe('broken');
});

test('its session is that of its account: the same after a restart', async () => {
  const [first, second] = [await open(), await open()];
  expect(second.heard.logins).toEqual(first.heard.logins);
});
