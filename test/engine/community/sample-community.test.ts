import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { readCategory } from '../../../src/kernel/category.ts';
import { maskedWords } from '../../../src/kernel/mask.ts';

const read = readProfile(readFileSync('prisma/communities/renmin-xilu.yaml', 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.refusal));
const profile = read.value;

test('the sample is of the size that the programme speaks of', () => {
  expect(profile.population).toEqual({ households: 2395, people: 6779, shops: 119 });
  expect(profile.compounds.filter((one) => one.kind === '小区')).toHaveLength(5);
  expect(profile.compounds.filter((one) => one.kind === '公寓楼')).toHaveLength(2);
  expect(profile.rooms.map((room) => room.kind)).toEqual([
    ...Array.from({ length: 7 }, () => 'residents'),
    'merchants',
    'party',
    'staff',
  ]);
});

test('times, days and clocks are read', () => {
  expect(profile.office.hours).toEqual([
    { from: 510, to: 720 },
    { from: 870, to: 1_080 },
  ]);
  expect(profile.assembly).toEqual({
    day: 10,
    at: 570,
    place: '社区居委会二楼会议室',
    host: '周书记',
    eve: 1_020,
    sameDay: 510,
    previewDay: 8,
    preview: 540,
    topicsFrom: 3,
  });
  expect(profile.study).toEqual({ cron: '0 10 * * 1,3,5', rooms: ['党员学习群'] });
  expect(profile.proactiveHours).toEqual([
    { from: 480, to: 720 },
    { from: 840, to: 1_230 },
  ]);
  expect(profile.obligations.find((one) => one.name === '满意度调查')?.target).toBe(95);
});

test('the categories keep what was promised', () => {
  const promises = profile.categories.map((one) => [one.id, one.contactHours, one.contactClock, one.resolveDays]);
  expect(promises).toEqual([
    ['lift', 2, 'wall', 2],
    ['utilities', 4, 'wall', 3],
    ['sanitation', 24, 'office', 3],
    ['parking', 24, 'office', 5],
    ['noise', 24, 'office', 3],
    ['property', 24, 'office', 5],
    ['building', 24, 'office', 7],
    ['safety', 2, 'wall', 2],
    ['neighbours', 24, 'office', 7],
    ['welfare', 24, 'office', 5],
    ['suggestion', 24, 'office', 10],
    ['other', 24, 'office', 5],
  ]);
  expect(profile.categories.filter((one) => one.isDispute).map((one) => one.id)).toEqual(['neighbours']);
  expect(profile.categories.filter((one) => one.words.length < 20)).toEqual([]);
});

/** As residents say it, in this part of the country. */
test.each([
  ['3号楼2单元电梯坏了', 'lift'],
  ['电梯又不动弹了', 'lift'],
  ['電梯壞了', 'lift'],
  ['坐电梯晃得怕人', 'lift'],
  ['轿厢里灯不亮', 'lift'],
  ['怎么又停水了', 'utilities'],
  ['水小得很，洗不成澡', 'utilities'],
  ['暖气不热，娃冻得很', 'utilities'],
  ['屋里冰得待不住', 'utilities'],
  ['一用电就跳闸', 'utilities'],
  ['天然气打不着', 'utilities'],
  ['水管爆了', 'utilities'],
  ['垃圾三天没人收，臭得很', 'sanitation'],
  ['楼道脏得很没人扫', 'sanitation'],
  ['到处是狗屎', 'sanitation'],
  ['车把路堵了，让挪车', 'parking'],
  ['外来车占车位', 'parking'],
  ['晚上没处停车', 'parking'],
  ['楼上半夜吵得很，睡不着', 'noise'],
  ['广场舞喇叭声音大', 'noise'],
  ['狗叫一晚上', 'noise'],
  ['物业费涨了', 'property'],
  ['路灯不亮', 'property'],
  ['单元门坏了关不上', 'property'],
  ['楼顶漏雨，墙皮掉了', 'building'],
  ['卫生间下水堵了返水', 'building'],
  ['房顶渗水', 'building'],
  ['楼道堆杂物堵消防通道', 'safety'],
  ['电动车上楼充电', 'safety'],
  ['井盖没了', 'safety'],
  ['有人高空抛物', 'safety'],
  ['大狗不拴绳', 'safety'],
  ['邻居占楼道，说了不听', 'neighbours'],
  ['两家骂仗', 'neighbours'],
  ['请帮着调解一下', 'neighbours'],
  ['想问低保咋办', 'welfare'],
  ['养老金认证', 'welfare'],
  ['孩子上学的证明', 'welfare'],
  ['希望增加长椅', 'suggestion'],
  ['建议装个雨棚', 'suggestion'],
  ['捡到一串钥匙', 'other'],
  ['今天天气不错', undefined],
])('%j is a matter of %j', (words, id) => {
  expect(readCategory(words, profile.categories).category?.id).toBe(id);
});

test.each([
  ['电梯困人了', true],
  ['有股煤气味', true],
  ['电线断了冒火花', true],
  ['水管爆了', true],
  ['电梯门关不上', false],
  ['垃圾没人收', false],
])('whether %j is urgent: %j', (words, urgent) => {
  expect(readCategory(words, profile.categories).urgent).toBe(urgent);
});

test('names of categories, compounds and rooms come through the mask as they are', () => {
  const shown = [...profile.categories, ...profile.compounds]
    .map((one) => one.name)
    .concat(profile.rooms.map((room) => room.topic));
  expect(shown.map((name) => maskedWords(name))).toEqual(shown);
});
