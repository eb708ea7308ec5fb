import { expect, test } from 'vitest';
import { issueCode } from '../../src/engine/identity/pairing.ts';
import { remarkOf } from '../../src/engine/identity/rules.ts';
import { findStaff } from '../../src/engine/identity/store.ts';
import { openLiveBot } from '../kit/live-bot.ts';

const START = '2026-11-02T09:00:00+08:00';

test('before the login the clock runs and nothing is sent; at the login what still holds goes out', async () => {
  const live = await openLiveBot('2026-11-09T16:59:00+08:00');
  await live.bot.runDue();
  await live.moveTo('2026-11-09T17:00:00+08:00');
  const runs = await live.database.transaction((tx) => tx.jobRun.findMany({ where: { job: 'assembly.remind-eve' } }));
  expect(runs.map((run) => run.outcome)).toEqual(['done']);
  expect(live.sent).toEqual([]);

  live.rooms.push({ outsideId: 'staff-room', topic: '社区工作群', memberNames: ['小何'], memberIds: ['id of 小何'] });
  await live.listener.login('session-1');
  await live.bot.engine.work(async ({ tx, community }) => {
    const room = await tx.room.findFirstOrThrow({ where: { topic: '和美一号院邻里群' } });
    const tie = { communityId: community.id, sessionId: live.bot.engine.sessionId(), kind: 'room' };
    await tx.chatIdentity.create({ data: { ...tie, outsideId: 'hemei', ourId: room.id } });
  });
  live.listener.changed();
  await live.moveTo('2026-11-09T17:05:00+08:00');
  expect(live.sent.filter((text) => text.includes('议事日'))).toHaveLength(1);
});

test('of pictures only those of a case that was just filed are fetched and kept', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  let fetched = 0;
  const read = async (): Promise<Uint8Array> => {
    fetched += 1;
    return new Uint8Array(7);
  };
  await live.say('王阿姨', '', { kind: 'image', file: 'early.jpg', read });
  expect(fetched).toBe(0);
  expect(live.sent.at(-1)).toContain('是什么事');
  await live.say('王阿姨', '投诉 和美一号院3号楼2单元电梯坏了');
  await live.say('王阿姨', '', { kind: 'image', file: 'lift.jpg', read });
  expect(live.kept).toEqual(['lift.jpg 7']);
  expect(live.sent.at(-1)).toContain('照片收到了');
});

test('a picture that cannot be fetched is asked for again, and does not count as received', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  await live.say('王阿姨', '投诉 和美一号院3号楼2单元电梯坏了');
  await live.say('王阿姨', '', {
    kind: 'image',
    file: 'lift.jpg',
    read: () => Promise.reject(new Error('gone')),
  });
  expect(live.sent.at(-1)).toBe('照片没收到，请再发一次。');
  const attached = await live.database.transaction((tx) => tx.caseAttachment.count());
  expect(attached).toBe(0);
});

test('what is said while a picture is being fetched is recorded after it; others do not wait', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  await live.say('王阿姨', '投诉 和美一号院3号楼2单元电梯坏了');
  let arrive: (bytes: Uint8Array) => void = () => undefined;
  const read = (): Promise<Uint8Array> =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  const message = (key: string, name: string, text: string) => ({
    key,
    conversation: { kind: 'direct' as const },
    sender: { outsideId: `id of ${name}`, name },
    text,
    mentionsBot: false,
  });
  const picture = live.listener.message({
    ...message('p', '王阿姨', ''),
    media: { kind: 'image', file: 'lift.jpg', read },
  });
  const words = live.listener.message(message('w', '王阿姨', '补充 101 还有异响'));
  await live.listener.message(message('o', '李姐', '帮助'));
  arrive(new Uint8Array(3));
  await Promise.all([picture, words]);
  const rows = await live.database.transaction((tx) => tx.inboxMessage.findMany({ orderBy: { id: 'asc' } }));
  expect(rows.map((row) => row.key)).toEqual(['said:1', 'o', 'p', 'w']);
});

test('a friend whom the transport names only after the login is known again by the remark', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  await live.say('小何', '帮助');
  const token = 'ABCDEFGH23';
  await live.database.transaction(async (tx) => {
    const person = await tx.person.findFirstOrThrow({ where: { name: '小何' } });
    await tx.person.update({ where: { id: person.id }, data: { token, remarkedAt: new Date(START) } });
    await tx.staff.updateMany({ where: { name: '小何' }, data: { personId: person.id } });
  });

  await live.listener.login('session-2');
  live.friends.push({ outsideId: 'new id of 小何', name: '小何', remark: remarkOf('小何', token) });
  live.listener.changed();
  await live.bot.runDue();
  const at = { conversation: { kind: 'direct' }, mentionsBot: false } as const;
  const sender = { outsideId: 'new id of 小何', name: '小何' };
  await live.listener.message({ ...at, key: 'a', sender, text: '待办' });
  await live.listener.message({ ...at, key: 'b', sender: { outsideId: 'a stranger', name: '小何' }, text: '待办' });
  await live.moveTo('2026-11-02T09:30:00+08:00');
  expect(live.sent.slice(-2)).toEqual(['没有待办的事项。', '“待办”是工作人员用的。您要是工作人员，请先私聊我绑定。']);
});

test('whoever greets with an open case or an open code is accepted, nobody else', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  await live.say('王阿姨', '投诉 和美一号院3号楼2单元电梯坏了');
  const code = await live.bot.engine.work(async (work) => {
    const [first] = await findStaff(work.tx, work.community.id);
    return issueCode(work, 'staff', first?.id ?? 0);
  });
  const wrong = code === '11111111' ? '22222222' : '11111111';
  const answers: [string, boolean][] = [
    ['我是王阿姨，编号101', true],
    ['绑定 ' + code, true],
    ['编号102', false],
    ['你好，加一下', false],
    [wrong, false],
    [`1${code}`, false],
    ['我是1号楼的', false],
  ];
  const got: [string, boolean][] = [];
  for (const [greeting] of answers) got.push([greeting, await ask(live, greeting)]);
  expect(got).toEqual(answers);
});

test('ten are accepted a day, and guesses come to an end', async () => {
  const live = await openLiveBot(START);
  await live.listener.login('session-1');
  await live.say('王阿姨', '投诉 和美一号院3号楼2单元电梯坏了');
  const accepted: boolean[] = [];
  for (let n = 0; n < 12; n += 1) accepted.push(await ask(live, '101'));
  expect(accepted.filter(Boolean)).toHaveLength(10);
  await live.moveTo('2026-11-03T09:00:00+08:00');
  const code = await live.bot.engine.work(async (work) => {
    const [first] = await findStaff(work.tx, work.community.id);
    return issueCode(work, 'staff', first?.id ?? 0);
  });
  for (let n = 0; n < 60; n += 1) expect(await ask(live, '你好，编号999')).toBe(false);
  expect(await ask(live, code)).toBe(true);
  const wrong = code === '11111111' ? '22222222' : '11111111';
  for (let n = 0; n < 20; n += 1) expect(await ask(live, wrong)).toBe(false);
  expect(await ask(live, code)).toBe(false);
  // Whoever guesses codes keeps no resident out.
  expect(await ask(live, '101')).toBe(true);
});

async function ask(live: Awaited<ReturnType<typeof openLiveBot>>, greeting: string): Promise<boolean> {
  let isAccepted = false;
  await live.listener.friendRequest({
    sender: { outsideId: 'somebody', name: '某人' },
    greeting,
    accept: async () => {
      isAccepted = true;
      return true;
    },
  });
  return isAccepted;
}
