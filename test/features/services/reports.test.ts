import { expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { awaitedIn, maybeCancelledIn, mealReportIn } from '../../../src/features/services/rules/reports.ts';
import { read } from '../../kit/project-files.ts';

const profile = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!profile.ok) throw new Error('the sample community is broken');
const { services } = profile.value;

test.each([
  '饭还没到',
  '饭怎么还没来',
  '没送来',
  '怎么还不送饭来',
  '今天的饭还没送到呢',
  '我妈的午饭到现在还没送',
  '你好，饭还没到，都十二点半了',
  '没收到饭',
  '没人给我送饭',
  '送的饭还没到',
  '我的餐怎么还不来',
  '饭呢',
  '我的饭到哪了',
])('a meal has not come: %s', (words) => {
  expect(mealReportIn(words)).toEqual({ kind: 'not-here', isYesterday: false });
});

test.each([
  '饭凉了',
  '饭太咸了',
  '今天的饭不好吃',
  '少了一个菜',
  '送错了',
  '饭送错了',
  '饭都凉了，老人吃不了',
  '菜有点硬',
  '饭里有头发',
  '我妈说饭太咸了',
])('something is wrong with a meal: %s', (words) => {
  expect(mealReportIn(words)).toEqual({ kind: 'bad', isYesterday: false });
});

test.each([
  ['昨天饭没送来', 'not-here'],
  ['昨天的饭太咸了', 'bad'],
  ['我妈昨天的饭凉了', 'bad'],
])('the meal of yesterday: %s', (words, kind) => {
  expect(mealReportIn(words)).toEqual({ kind, isYesterday: true });
});

test.each([
  '我还没吃饭',
  '快递没送来',
  '饭几点送到',
  '饭没到点不吃',
  '我自己做的饭太咸了',
  '今天外面太冷了',
  '饭不凉',
  '今天的饭很好吃',
  '前天的饭太咸了',
  '饭馆还没开',
  '孩子的饭卡没送来',
  '明天不用送饭',
  '饭凉了吗',
  '隔壁的饭还没到',
  '没送到医院',
  '菜市场太臭了',
  '不吃辣',
  '饭还没到，取消吧',
  '饭凉了，以后不吃了',
  '饭票没送到',
  '饭馆在哪',
  '吃饭呢',
  '做饭呢',
  '我妈没送饭的人',
  '送饭的人真好',
  '饭都送到了',
  '没饭吃了',
  '今天没什么菜',
  '这饭真香',
  '菜少放油',
  '肉太贵了',
])('nothing of a meal: %s', (words) => {
  expect(mealReportIn(words)).toBeUndefined();
});

test.each([
  ['师傅迟到了', ''],
  ['师傅还没来', ''],
  ['理发的怎么还没到', '上门理发'],
  ['理发师傅还没来呢', '上门理发'],
  ['上门的人还没到', ''],
  ['怎么还没来人，理发的', undefined],
  ['师傅怎么还不来', ''],
  ['我妈理发的师傅还没来', '上门理发'],
  ['今天理发的没来', '上门理发'],
  ['我还没来', undefined],
  ['我要迟到了', undefined],
  ['理发我还没到', undefined],
  ['送快递的还没来', undefined],
  ['修电梯的师傅还没来', undefined],
  ['孩子迟到了', undefined],
  ['还没来', undefined],
  ['有人来没来', undefined],
  ['师傅没来，取消了吧', undefined],
  ['师傅来了', undefined],
  ['人没到齐', undefined],
  ['楼上的人还没来', undefined],
  ['我爸没来', undefined],
  ['他们人还没到', undefined],
  ['客人没来', undefined],
])('somebody is waited for: %s', (words, names) => {
  expect(
    awaitedIn(words, services)
      ?.map(({ name }) => name)
      .join(),
  ).toBe(names);
});

test.each([
  ['取消了吗', ''],
  ['我那个取消了没有', ''],
  ['理发取消了没', '上门理发'],
  ['我妈的理发是不是取消了吗', '上门理发'],
  ['预约取消了没有', ''],
  ['我的送餐取消了吗', '助老送餐'],
  ['活动取消了吗', undefined],
  ['能取消吗', undefined],
  ['取消了', undefined],
  ['议事会取消了吗', undefined],
  ['钱退了吗', undefined],
])('asks whether something is called off: %s', (words, names) => {
  expect(
    maybeCancelledIn(words, services)
      ?.map(({ name }) => name)
      .join(),
  ).toBe(names);
});
