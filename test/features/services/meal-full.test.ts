import { expect, test } from 'vitest';
import { openStage, type Sent, target } from '../../kit/rehearsal.ts';

/** As many meals a day as the sample community has. */
const PLACES = 30;

const to = (sent: readonly Sent[], name: string): readonly string[] =>
  sent.filter((message) => target(message) === name).map(({ text }) => text);

test('a full day: who orders hears it, a standing order goes on around it and is told once, and once it has a place', async () => {
  const stage = await openStage({ start: '2026-11-02T08:30:00+08:00' });
  await stage.run('（配对 小何）');
  for (let no = 1; no <= PLACES; no += 1) await stage.run(`居民${String(no)}: 订餐 周四 80岁`);
  expect(await stage.sql("select count(*) n from meal_deliveries where day = '2026-11-05'")).toEqual([{ n: PLACES }]);

  const say = async (name: string, words: string): Promise<readonly string[]> => {
    const before = stage.sent.length;
    await stage.run(`${name}: ${words}`);
    return to(stage.sent.slice(before), name);
  };
  expect(await say('张叔', '订餐 周四 75岁')).toEqual(['助老送餐那几天都满了，请换几天，或找社区办公室。']);
  const [ordered = ''] = await say('李姐', '订餐 周一到周五 给我妈 80岁');
  expect(ordered.split('\n').slice(0, 3)).toEqual([
    '订好了，预约号31：助老送餐，每周一到周五，从11月2日（周一）起，一直送到您说停。',
    '11月5日（周四）满了，没订上。',
    '哪天不吃发：停餐 11月26日；不订了发：退餐',
  ]);

  // The nightly plan does not tell again what the receipt has told.
  let before = stage.sent.length;
  await stage.run('（到 2026-11-03 08:30）');
  expect(to(stage.sent.slice(before), '李姐').filter((text) => text.includes('11月5日'))).toEqual([]);
  expect(to(stage.sent.slice(before), '社区工作群').filter((text) => text.includes('排不上'))).toEqual([]);

  // Somebody eats elsewhere: the place goes to the standing order, which hears of it, and the thirty-first is in the list.
  expect(await say('居民7', '停餐 周四')).toEqual(['11月5日（周四）的餐停了，预约号7。要恢复发：复餐 日子']);
  before = stage.sent.length;
  await stage.run('（到 2026-11-04 08:30）');
  expect(to(stage.sent.slice(before), '李姐')).toContain('预约号31：11月5日（周四）的助老送餐有份了，会送。');
  await stage.run('（到 2026-11-05 09:31）');
  expect(to(stage.sent, '社区工作群').at(-1)).toBe(
    `11月5日（周四）午餐共${String(PLACES)}份：网格不详${String(PLACES)}份`,
  );
  expect(
    await stage.sql(
      "select order_no no from meal_deliveries where day = '2026-11-05' and state = 'listed' and order_no in (7, 31)",
    ),
  ).toEqual([{ no: 31 }]);
});

test('a standing order that comes to a full day later is told once, and so is the office', async () => {
  const stage = await openStage({ start: '2026-11-02T08:30:00+08:00' });
  await stage.run('（配对 小何）');
  await stage.run('李姐: 订餐 周一到周五 给我妈 80岁');
  // The horizon ends before 11月17日; the others order it one day before the standing order comes to it.
  await stage.run('（到 2026-11-03 03:00）');
  for (let no = 1; no <= PLACES; no += 1) {
    await stage.run(`{"say":"订餐 11月17日 80岁","from":"居民${String(no)}","at":"2026-11-03T03:01:00+08:00"}`);
  }
  const before = stage.sent.length;
  await stage.run('（到 2026-11-06 09:00）');
  const sent = stage.sent.slice(before);
  const said = '预约号1：11月17日（周二）的助老送餐满了，那几天没有您的份，对不住。';
  expect(to(sent, '李姐').filter((text) => text.includes('满了'))).toEqual([said]);
  expect(to(sent, '社区工作群').filter((text) => text.includes('排不上'))).toEqual([
    '助老送餐有1份长期订餐排不上：11月17日（周二）。请看要不要加份数。',
  ]);
});
