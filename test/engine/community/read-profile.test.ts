import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ProfileMistake, readProfile } from '../../../src/engine/community/read-profile.ts';

const sample = readFileSync('prisma/communities/renmin-xilu.yaml', 'utf8');

function mistakesIn(yaml: string): readonly ProfileMistake[] {
  const read = readProfile(yaml);
  return read.ok ? [] : read.refusal;
}

/** The sample with one part written otherwise. */
function spoilt(from: string, to: string): string {
  if (!sample.includes(from)) throw new Error(`the sample does not hold ${from}`);
  return sample.replace(from, () => to);
}

/** Line and column of the first `part` in or after `written`, both from 1. */
function placeOf(yaml: string, written: string, part: string): { readonly line: number; readonly column: number } {
  const before = yaml.slice(0, yaml.indexOf(part, yaml.lastIndexOf('\n', yaml.indexOf(written)))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What is written in its place, what the mistake points at, and what its message must hold. */
test.each([
  ['buildings: 8', 'bildings: 8', 'bildings', '是不是“buildings”'],
  ['rooms: 2, aliases', 'rooms: two, aliases', 'two', '数字'],
  ['buildings: 8', 'buildings: 8.5', '8.5', '整数'],
  ['buildings: 8', 'buildings: 0', '0, units: 3', '至少要 1'],
  ['households: 2395', 'households: "2395"', '"2395"', '数字'],
  ['name: 人民西路社区', 'name: 620', '620', '引号'],
  ['name: 人民西路社区', 'name:', '\nbrand', '“name”后面是空的'],
  ['assistant: 六心小助手', `assistant: ${'长'.repeat(21)}`, '长', '最多 20'],
  ['timezone: Asia/Shanghai', 'timezone: Asia/Lanzhou', 'Asia/Lanzhou', '没有“Asia/Lanzhou”'],
  ['"08:30-12:00, 14:30-18:00"', '"8点到12点"', '"8点到12点"', '08:30-12:00'],
  ['["08:00-12:00", "14:00-20:30"]', '["12:00-08:00"]', '["12:00-08:00"]', '前早后晚'],
  ['role: clerk', 'role: clark', 'clark', '“clerk”'],
  ['kind: merchants', 'kind: shops', 'shops,', 'residents'],
  ['compounds: [安居苑, 新民家园]', 'compounds: [安居园, 新民家园]', '安居园', '“安居苑”'],
  ['covers: [和美一号院]', 'covers: [幸福里]', '幸福里', '先写进 compounds'],
  ['compound: 金河湾 }', 'compound: 银河湾 }', '银河湾', '“金河湾”'],
  ['no: 2,', 'no: 1,', '1, covers: [西城花园', '重复'],
  ['worker: 小陈', 'worker: 小王', '小王', '先写进 staff'],
  ['topic: 金河湾邻里群', 'topic: 西城花园邻里群', '西城花园邻里群, kind: residents, grid: 2, compound: 金', '重复'],
  ['topic: 西路商户群, kind: merchants, grid: 4', 'topic: 西路商户群, kind: merchants, grid: 9', '9 }', '第9网格'],
  ['name: 小杨, role', 'name: 小刘, role', '小刘, role: grid-worker, grid: 4', '重复'],
  ['name: 小刘, role: grid-worker, grid: 1', 'name: 小刘, role: grid-worker, grid: 2', '2 }', '改成一致'],
  ['of: 和美一号院3号楼', 'of: 和美一号院33号楼', '和美一号院33号楼', '楼号'],
  ['id: lift', 'id: 电梯', '电梯\n', '小写英文'],
  ['id: noise', 'id: parking', 'parking\n    name: 噪', '重复'],
  ['contact: 2h', 'contact: 两小时', '两小时', '2h'],
  ['    clock: wall', '    clock: night', 'night', 'wall, office'],
  ['dispute: true', 'dispute: 是', '是\n', 'true'],
  ['place: window, days: 工作日, hours: "09:00', 'place: windows, days: 工作日, hours: "09:00', 'windows', '“window”'],
  ['staff: 方律师 }', 'staff: 圆律师 }', '圆律师', '“方律师”'],
  ['days: 周二 周四', 'days: 周八', '周八', '每月15日'],
  ['days: 每月15日', 'days: 每月15日 周二', '每月15日 周二', '工作日'],
  ['days: 每月15日', 'days: 每月45日', '每月45日', '工作日'],
  ['quota: 每人每月1次', 'quota: 每月一次', '每月一次', '每人每月1次'],
  ['quota: 每人每季1次', 'quota: 每人每季0次', '每人每季0次', '每人每月1次'],
  ['for: 60岁以上, place: home, days: 周二', 'for: 老人, place: home, days: 周二', '老人', '60岁以上'],
  ['cutoff: "当天09:30"', 'cutoff: "09:30"', '"09:30"', '当天09:30'],
  ['welfareCheck: 1h', 'welfareCheck: 一小时', '一小时', '30min'],
  ['hours: "09:00-11:30", slot: 30', 'hours: "09:00-11:30", slot: 200', '200', '请改短'],
  [
    'days: 周三, hours: "14:30-17:00", slot: 30',
    'days: 周三, hours: "14:30-17:00"',
    '{ name: 法律咨询',
    'hours 和 slot',
  ],
  ['meal: 午餐, capacity: 30, cutoff: "当天09:30"', 'meal: 午餐, capacity: 30', '{ name: 助老送餐', '订餐'],
  ['window: [小何,', 'window: [小何, 老何,', '老何', '先写进 staff'],
  ['turn: daily', 'turn: dayly', 'dayly', '“daily”'],
  ['day: 10\n  at', 'day: 31\n  at', '31\n', '28'],
  ['at: "09:30"', 'at: "9点半"', '"9点半"', '09:30'],
  ['host: 周书记', 'host: 周书计', '周书计', '“周书记”'],
  ['["前一天17:00", "当天08:30"]', '["前一天17:00"]', '["前一天17:00"]', '当天08:30'],
  ['["前一天17:00", "当天08:30"]', '["前天17:00", "当天08:30"]', '"前天17:00"', '前一天17:00'],
  ['"当天08:30"', '"当天10:30"', '["前一天17:00"', '早于开会'],
  ['preview: "8日09:00"', 'preview: "18日09:00"', '"18日09:00"', '早于议事日（10日）'],
  ['topicsFrom: 3日', 'topicsFrom: 12日', '12日', '早于议事日'],
  ['"周一 周三 周五 10:00"', '"每天十点"', '"每天十点"', 'cron'],
  ['"周一 周三 周五 10:00"', '"0 25 * * 1"', '"0 25 * * 1"', 'cron'],
  ['"周一 周三 周五 10:00"', '"0 0 10 * * 1"', '"0 0 10 * * 1"', 'cron'],
  ['rooms: [党员学习群]', 'rooms: [党员学习]', '党员学习]', '“党员学习群”'],
  ['strand: 党建聚心, per: month', 'strand: 党建聚力, per: month', '党建聚力', '“党建聚心”'],
  ['target: 95%', 'target: 195%', '195%', '95%'],
  ['owner: 秦老师', 'owner: 王老师', '王老师', '秦老师'],
])('%j written as %j', (from, to, at, says) => {
  const yaml = spoilt(from, to);
  const mistakes = mistakesIn(yaml);
  const place = placeOf(yaml, to, at.startsWith('\n') ? 'name:' : at);
  const told = mistakes.find((one) => one.message.includes(says));
  expect(told, JSON.stringify(mistakes)).toBeDefined();
  if (!at.startsWith('\n')) expect(told).toMatchObject(place);
  expect(told?.line).toBe(place.line);
  expect(told?.message).not.toMatch(/\n|[a-z]{4,} [a-z]{4,}/);
});

test.each([
  ['  - { topic: 社区工作群, kind: staff }\n', '', '缺少工作群'],
  ['  - { topic: 党员学习群, kind: party }\n', '  - { topic: 党员学习群, kind: staff }\n', '工作群只能有一个'],
  ['  - { name: 周书记, role: secretary }\n', '  - { name: 周书记, role: clerk }\n', '缺少书记'],
  ['  - id: other\n', '  - id: rest\n', 'id 为 other'],
  ['  - id: suggestion\n', '  - id: advice\n', 'id 为 suggestion'],
  ['assistant: 六心小助手\n', '', '缺少“assistant”'],
])('without %j', (from, to, says) => {
  expect(mistakesIn(spoilt(from, to)).map((one) => one.message)).toContainEqual(expect.stringContaining(says));
});

test('every mistake is told at once, by line, each with its path', () => {
  const yaml = spoilt('role: clerk', 'role: clark')
    .replace('timezone: Asia/Shanghai', 'timezone: Mars')
    .replace('worker: 小刘', 'worker: 小张')
    .replace('host: 周书记', 'host: 无名氏')
    .replace('population: {', 'population: { cats: 3, dogs: 4,');
  const mistakes = mistakesIn(yaml);
  expect(mistakes.map((one) => one.path)).toEqual([
    'timezone',
    'population',
    'population',
    'grids[0].worker',
    'staff[1].grid',
    'staff[5].role',
    'assembly.host',
  ]);
  expect(mistakes.map((one) => one.line)).toEqual(mistakes.map((one) => one.line).toSorted((a, b) => a - b));
  expect(mistakes.filter((one) => one.path === 'population').map((one) => one.message.slice(0, 9))).toEqual([
    '不认识“cats”',
    '不认识“dogs”',
  ]);
});

test.each([
  ['name：人民西路社区\nbrand: 和美', 1, '半角'],
  ['name: 人民\n\tbrand: 和美', 2, 'Tab'],
  ['name: a\nname: b', 2, '写了两次'],
  ['zones: [a, b', 1, '括号'],
  ['name: "没有合上', 1, '引号'],
  ['name: *nobody', 1, '引用'],
  ['', 1, '没有内容'],
  ['- a\n- b', 1, '没有内容'],
])('%j is not a profile', (yaml, line, says) => {
  const mistakes = mistakesIn(yaml);
  expect(
    mistakes.some((one) => one.line === line && one.message.includes(says)),
    JSON.stringify(mistakes),
  ).toBe(true);
});

test('a profile may leave out what has a sensible default', () => {
  const read = readProfile(
    sample.replace(/^ {4}(?:clock|askBuilding): .*\n/gm, '').replace(/, aliases: \[[^\]]*\]/g, ''),
  );
  expect(read.ok && read.value.categories.filter((one) => one.contactClock === 'wall').map((one) => one.id)).toEqual([
    'lift',
    'utilities',
    'safety',
  ]);
  expect(read.ok && read.value.compounds[0]?.aliases).toEqual([]);
});

test('study may be pushed by cron', () => {
  const read = readProfile(spoilt('"周一 周三 周五 10:00"', '"30 9 * * 1-5"'));
  expect(read.ok && read.value.study.cron).toBe('30 9 * * 1-5');
  const sunday = readProfile(spoilt('"周一 周三 周五 10:00"', '"周日、周六 9：05"'));
  expect(sunday.ok && sunday.value.study.cron).toBe('5 9 * * 0,6');
});

test('whatever is cut out of the file, it is read or refused with places inside the file', () => {
  const rows = sample.split('\n');
  fc.assert(
    fc.property(
      fc.nat(sample.length),
      fc.nat(40),
      fc.constantFrom('', '\t', '：', '[', '"', ': ', '- ', '&a', '*a'),
      (from, length, put) => {
        const yaml = sample.slice(0, from) + put + sample.slice(from + length);
        for (const { line, column, message } of mistakesIn(yaml)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(rows.length + 1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*$/);
        }
      },
    ),
    { numRuns: 150 },
  );
});
