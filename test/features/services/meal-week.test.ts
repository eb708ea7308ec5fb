import { expect, test } from 'vitest';
import { sampleProfile } from '../../../src/app/data-dir.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../kit/database.ts';
import { root } from '../../kit/project-files.ts';
import { openStage, type Sent, type Stage, target } from '../../kit/rehearsal.ts';

/** Eighty standing orders for a week, with days off, crashes and a new login. */
const PEOPLE = 80;
const COURIERS = ['小刘', '小陈', '小马', '小杨'] as const;
const HOMES = ['和美一号院', '西城花园', '安居苑', '青年公寓'] as const;
const WEEK = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'] as const;

/** The sample community with more meals a day. */
function community(): string {
  const path = join(temporaryFolder(), 'community.yaml');
  const sample = readFileSync(sampleProfile(root), 'utf8');
  writeFileSync(path, sample.replace('meal: 午餐, capacity: 30', 'meal: 午餐, capacity: 90'));
  return path;
}

const nameOf = (no: number): string => `居民${String(no)}`;
const courierOf = (no: number): string => COURIERS[no % COURIERS.length] ?? '';
/** Who does not eat on which day of the week, by number: some every day, some never. */
const isOff = (no: number, day: number): boolean => (no * 7 + day * 3) % 11 === 0;
const eaters = (day: number): readonly number[] =>
  Array.from({ length: PEOPLE }, (_, index) => index + 1).filter((no) => !isOff(no, day));

const numbersIn = (sent: readonly Sent[], name: string): readonly number[] =>
  sent
    .filter((message) => target(message) === name && message.text.includes('午餐'))
    .flatMap(({ text }) => Array.from(text.matchAll(/^(\d+)\. /gmu), ([, no]) => Number(no)));

/** Who has said what they must not eat. */
const isMinding = (no: number): boolean => no % 4 === 0;

/** The kitchen's lines carry a number and a diet. */
const dietsIn = (sent: readonly Sent[]): readonly number[] =>
  sent
    .filter((message) => target(message) === '小何' && message.text.includes('午餐'))
    .flatMap(({ text }) => Array.from(text.matchAll(/^预约号(\d+) “不吃辣”$/gmu), ([, no]) => Number(no)));

/** Some doors stay shut, and some meals nobody reports. */
const isShut = (no: number, day: number): boolean => (no + day) % 23 === 0;
const isForgotten = (no: number, day: number): boolean => (no + day) % 29 === 0;

async function order(stage: Stage): Promise<void> {
  for (const name of [...COURIERS, '小何', '周书记']) await stage.run(`（配对 ${name}）`);
  for (let no = 1; no <= PEOPLE; no += 1) {
    const home = HOMES[no % HOMES.length] ?? '';
    await stage.run(`${nameOf(no)}: 订餐 周一到周五 80岁`);
    await stage.run(`${nameOf(no)}: ${home}1号楼，敲门要响${isMinding(no) ? '，不吃辣' : ''}`);
    if (!isMinding(no)) await stage.run(`${nameOf(no)}: 没有`);
  }
}

test('the lists add up and no check is lost', { timeout: 600_000 }, async () => {
  const stage = await openStage({ start: '2026-11-01T08:30:00+08:00', community: community() });
  await order(stage);
  expect(await stage.sql("select count(*) n from meal_orders where state = 'active' and details is not null")).toEqual([
    { n: PEOPLE },
  ]);
  const looked: number[] = [];
  for (const [index, day] of WEEK.entries()) {
    await stage.run(`（到 ${day} 08:00）`);
    for (let no = 1; no <= PEOPLE; no += 1) {
      if (isOff(no, index)) await stage.run(`${nameOf(no)}: 停餐 今天`);
    }
    if (index === 1) await stage.run('{"crash":true,"until":"2026-11-03T09:40:00+08:00"}');
    if (index === 2) await stage.run('（重新登录）');
    const before = stage.sent.length;
    await stage.run(`（到 ${day} 10:30）`);
    const lists = stage.sent.slice(before);
    const expected = eaters(index);
    // The kitchen has everybody who minds something, and no door; the couriers together have everybody who eats, nobody
    // twice, and nobody who has called it off.
    expect(dietsIn(lists)).toEqual(expected.filter(isMinding));
    expect(numbersIn(lists, '小何')).toEqual([]);
    expect(lists.filter((message) => target(message) === '小何' && message.text.includes('号楼'))).toEqual([]);
    expect(lists.filter((message) => target(message) !== '小何' && message.text.includes('不吃辣'))).toEqual([]);
    const carried = COURIERS.flatMap((name) => numbersIn(lists, name));
    expect(carried.toSorted((a, b) => a - b)).toEqual(expected);
    expect(lists.some(({ text }) => text.includes(`午餐共${String(expected.length)}份`))).toBe(true);

    const shut = expected.filter((no) => isShut(no, index));
    const forgotten = expected.filter((no) => isForgotten(no, index) && !isShut(no, index));
    for (const name of COURIERS) {
      const mine = expected.filter((no) => courierOf(no) === name && !shut.includes(no) && !forgotten.includes(no));
      await stage.run(`${name}: 送到 ${mine.join(' ')}`);
    }
    for (const no of shut) await stage.run(`${courierOf(no)}: 没人开 ${String(no)}`);
    if (index === 3) await stage.run('（崩溃）');
    await stage.run(`（到 ${day} 13:05）`);
    looked.push(...shut, ...forgotten);
    const open = await stage.sql("select subject_no no from welfare_checks where state = 'open' order by subject_no");
    expect(open.map(({ no }) => no)).toEqual([...shut, ...forgotten].toSorted((a, b) => a - b));
    // Every one of them was told to its grid's worker, and the next rung hears of it an hour later.
    const told = await stage.sql(
      `select count(distinct check_id) n from welfare_events where kind = 'tell-grid-worker'`,
    );
    expect(told).toEqual([{ n: looked.length }]);
    if (index === 4) await stage.run('{"crash":true,"until":"2026-11-06T14:30:00+08:00"}');
    await stage.run(`（到 ${day} 14:40）`);
    const higher = await stage.sql(`select count(distinct check_id) n from welfare_events where kind = 'tell-clerk'`);
    expect(higher).toEqual([{ n: looked.length }]);
    for (const no of [...shut, ...forgotten]) await stage.run(`${courierOf(no)}: 平安 ${String(no)} 见到人了`);
  }
  expect(looked.length).toBeGreaterThan(20);
  expect(await stage.sql("select count(*) n from welfare_checks where state = 'open'")).toEqual([{ n: 0 }]);
  expect(await stage.sql("select count(*) n from welfare_checks where state = 'well'")).toEqual([{ n: looked.length }]);
  const served = WEEK.reduce((sum, _, index) => sum + eaters(index).length, 0);
  expect(
    await stage.sql("select count(*) n from meal_deliveries where state in ('delivered', 'unopened', 'listed')"),
  ).toEqual([{ n: served }]);
});
