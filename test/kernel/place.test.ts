import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullPlace, publicPlace, readPlace, startsWithPlace } from '../../src/kernel/place.ts';
import { fold } from '../../src/kernel/words.ts';
import { compounds } from './sample-compounds.ts';

/** Said in the room of 和美一号院 (8 buildings, 3 units, 11 floors). */
test.each([
  ['3号楼2单元电梯坏了', '和美一号院3号楼2单元'],
  ['3号楼 2单元', '和美一号院3号楼2单元'],
  ['3号楼的2单元', '和美一号院3号楼2单元'],
  ['3-2-501', '和美一号院3号楼2单元501室'],
  ['3—2—501漏水', '和美一号院3号楼2单元501室'],
  ['三-二-五零一', '和美一号院3号楼2单元501室'],
  ['3 2 501', '和美一号院3号楼2单元501室'],
  ['3-501', '和美一号院3号楼501室'],
  ['三号楼', '和美一号院3号楼'],
  ['第三号楼', '和美一号院3号楼'],
  ['3栋', '和美一号院3号楼'],
  ['3幢', '和美一号院3号楼'],
  ['3#', '和美一号院3号楼'],
  ['3#楼', '和美一号院3号楼'],
  ['3#2-501', '和美一号院3号楼2单元501室'],
  ['3座', '和美一号院3号楼'],
  ['3楼2单元', '和美一号院3号楼2单元'],
  ['3-2单元', '和美一号院3号楼2单元'],
  ['3号楼2门', '和美一号院3号楼2单元'],
  ['2单元3号楼', '和美一号院3号楼2单元'],
  ['3号楼二单元501', '和美一号院3号楼2单元501室'],
  ['3号楼二单元501室漏水', '和美一号院3号楼2单元501室'],
  ['3栋二单元五楼501', '和美一号院3号楼2单元501室'],
  ['3号楼五零一', '和美一号院3号楼501室'],
  ['2单元', '和美一号院2单元'],
  ['501室', '和美一号院501室'],
  ['5楼', '和美一号院5楼'],
  ['五层', '和美一号院5楼'],
  ['3号楼五楼', '和美一号院3号楼5楼'],
  ['３号楼２单元', '和美一号院3号楼2单元'],
  ['3號樓2單元', '和美一号院3号楼2单元'],
  ['5号楼楼道灯', '和美一号院5号楼'],
  ['3号楼下', '和美一号院3号楼'],
  ['11月3日3号楼停水', '和美一号院3号楼'],
  ['五一路3号楼', '和美一号院3号楼'],
  // the first of several
  ['1、2号楼停水', '和美一号院1号楼'],
  ['一二号楼', '和美一号院1号楼'],
  ['1-3号楼', '和美一号院1号楼'],
  ['3号楼和5号楼', '和美一号院3号楼'],
  ['3号楼2单元，5号楼1单元', '和美一号院3号楼2单元'],
  ['3号楼停水，5号楼2单元也停了', '和美一号院3号楼'],
  // the compound's own name and what people make of it
  ['和美一号院3号楼', '和美一号院3号楼'],
  ['和美一号院', '和美一号院'],
  ['一号院3号楼', '和美一号院3号楼'],
  ['1号院3号楼', '和美一号院3号楼'],
  ['和美１號院三棟', '和美一号院3号楼'],
  ['和 美 一 号 院3号楼', '和美一号院3号楼'],
  ['安居3号楼', '安居苑3号楼'],
  ['安居小区十号楼', '安居苑10号楼'],
  ['西城3号楼', '西城花园3号楼'],
  ['西城小区', '西城花园'],
  ['新民4号楼', '新民家园4号楼'],
  ['金河湾5-2-1803', '金河湾5号楼2单元1803室'],
  ['从安居苑搬到西城花园3号楼', '西城花园3号楼'],
  ['3号楼，安居苑的', '安居苑3号楼'],
  // houses of one building
  ['青年公寓1203', '青年公寓1号楼1203室'],
  ['青年公寓805室', '青年公寓1号楼805室'],
  ['青年公寓 805 没暖气', '青年公寓1号楼805室'],
  ['惠民公寓电梯', '惠民公寓1号楼'],
])('%j is %j', (words, place) => {
  const read = readPlace(words, compounds, '和美一号院');
  expect(fullPlace(read.place)).toBe(place);
  expect(read.problem).toBeUndefined();
  expect(read.spans).not.toEqual([]);
});

test.each([
  '13812345678',
  '138-1234-5678',
  '0943-8212345',
  '11-2',
  '3-2',
  '2026-11-02',
  '2026-11-02 15:00-18:00',
  '11月3号楼下路灯坏了',
  '15:00-18:00',
  '3点20分',
  '8-1030',
  '编号101',
  '101',
  '1203',
  '300元',
  '3-500元',
  '五一路',
  '3号线',
  '3号院',
  '第3网格',
  '一点都不',
  '一栋楼都停水',
  '两座桥',
  '3座位',
  '地上一层水',
  '五层楼的老楼',
  '负一楼',
  '地下二层',
  '3室2厅',
  '室内',
  '安居乐业',
  '青年志愿者',
  '惠民政策3号文件',
  'B座',
  '',
])('%j is no place', (words) => {
  expect(readPlace(words, compounds, '和美一号院')).toEqual({ place: { compound: '和美一号院' }, spans: [] });
  expect(readPlace(words, compounds)).toEqual({ place: {}, spans: [] });
});

test.each([
  ['9号楼', '和美一号院', { code: 'no-such-building', compound: '和美一号院', asked: 9, count: 8 }],
  ['十号楼', '和美一号院', { code: 'no-such-building', compound: '和美一号院', asked: 10, count: 8 }],
  ['0号楼', '和美一号院', { code: 'no-such-building', compound: '和美一号院', asked: 0, count: 8 }],
  ['99号楼2单元', '和美一号院2单元', { code: 'no-such-building', compound: '和美一号院', asked: 99, count: 8 }],
  ['西城花园8号楼', '西城花园', { code: 'no-such-building', compound: '西城花园', asked: 8, count: 6 }],
  ['青年公寓2号楼', '青年公寓', { code: 'no-such-building', compound: '青年公寓', asked: 2, count: 1 }],
  ['3号楼5单元', '和美一号院3号楼', { code: 'no-such-unit', compound: '和美一号院', asked: 5, count: 3 }],
  ['3号楼15楼', '和美一号院3号楼', { code: 'no-such-floor', compound: '和美一号院', asked: 15, count: 11 }],
  ['3号楼2单元1501', '和美一号院3号楼2单元', { code: 'no-such-floor', compound: '和美一号院', asked: 15, count: 11 }],
])('%j leaves %j and a problem', (words, place, problem) => {
  const read = readPlace(words, compounds, '和美一号院');
  expect(fullPlace(read.place)).toBe(place);
  expect(read.problem).toEqual(problem);
});

test('without a compound a building is still a building', () => {
  expect(readPlace('9号楼2单元', compounds).place).toEqual({ building: 9, unit: 2 });
  expect(readPlace('3号楼', [], '哪里').place).toEqual({ building: 3 });
});

test("a flat's number alone is a place in a house of one building only", () => {
  expect(readPlace('1203没暖气', compounds, '青年公寓').place).toEqual({
    compound: '青年公寓',
    building: 1,
    room: '1203',
  });
  expect(readPlace('805没暖气', compounds, '青年公寓').place).toEqual({ compound: '青年公寓', building: 1 });
  expect(readPlace('编号1203', compounds, '青年公寓').spans).toEqual([]);
  expect(readPlace('交了1203元', compounds, '青年公寓').spans).toEqual([]);
  expect(readPlace('138-1203-5678', compounds, '青年公寓').spans).toEqual([]);
});

test('a shortened name counts only when it can mean one compound', () => {
  const twins = [...compounds, ...compounds.slice(3, 4).map((one) => ({ ...one, name: '安居里', aliases: [] }))];
  expect(readPlace('安居3号楼', twins).place).toEqual({ building: 3 });
  expect(readPlace('安居里3号楼', twins).place).toEqual({ compound: '安居里', building: 3 });
});

test('spans tell which words said the place', () => {
  const words = '投诉：和美一号院３号楼的２单元，电梯坏了';
  const { spans } = readPlace(words, compounds);
  expect(spans.map(([from, to]) => words.slice(from, to))).toEqual(['和美一号院３号楼的２单元']);
});

test.each([
  ['3号楼电梯坏了', true],
  [' 三號樓', true],
  ['99号楼', true],
  ['和美一号院门口', true],
  ['2单元', true],
  ['那个外卖', false],
  ['电梯坏了，3号楼', false],
  ['101', false],
  ['', false],
])('whether %j starts with a place: %j', (words, starts) => {
  expect(startsWithPlace(words, compounds)).toBe(starts);
});

test('a group sees a place down to the unit', () => {
  expect(publicPlace({ compound: '金河湾', building: 3, unit: 2, floor: 5, room: '501' })).toBe('金河湾3号楼2单元');
  expect(publicPlace({ room: '501', floor: 5 })).toBeUndefined();
  expect(fullPlace({ compound: '金河湾', building: 3, floor: 5 })).toBe('金河湾3号楼5楼');
  expect(fullPlace({})).toBe('');
});

const PARTS = [
  '3',
  '十',
  '一',
  '2',
  '501',
  '号楼',
  '号',
  '楼',
  '栋',
  '#',
  '单元',
  '-',
  ' ',
  '室',
  '层',
  '座',
  '和美一号院',
  '安居',
  '青年公寓',
  '月',
  '元',
  '的',
  '１',
  '樓',
  '、',
  '和',
  '.',
  '\u0001',
];
const messy = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }).map((parts) => parts.join('')),
);

test('whatever is said, the place fits the compound and the spans fit the words', () => {
  const names = fc.constantFrom(undefined, '哪里', ...compounds.map((one) => one.name));
  fc.assert(
    fc.property(messy, names, (words, fallback) => {
      const { place, problem, spans } = readPlace(words, compounds, fallback);
      const own = compounds.find((one) => one.name === place.compound);
      if (own !== undefined) {
        expect(place.building ?? 1).toSatisfy((one: number) => one >= 1 && one <= own.buildings);
        expect(place.unit ?? 1).toSatisfy((one: number) => one >= 1 && one <= own.units);
        expect(place.floor ?? 1).toSatisfy((one: number) => one >= 1 && one <= own.floors);
      }
      expect(problem?.compound).toBe(problem === undefined ? undefined : place.compound);
      let end = 0;
      for (const [from, to] of spans) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(words.length);
      expect(readPlace(fold(words), compounds, fallback).place).toEqual(place);
    }),
    { numRuns: 3_000 },
  );
});

test('every building, unit and room is understood in every way of writing it', () => {
  const counts = fc.constantFrom(...compounds.filter((one) => one.buildings > 1)).chain((own) =>
    fc.record({
      own: fc.constant(own),
      building: fc.integer({ min: 1, max: own.buildings }),
      unit: fc.integer({ min: 1, max: own.units }),
      floor: fc.integer({ min: 1, max: own.floors }),
      flat: fc.integer({ min: 1, max: own.rooms }),
    }),
  );
  const chinese = (number: number): string =>
    number < 10
      ? '零一二三四五六七八九'.charAt(number)
      : number === 10
        ? '十'
        : `十${'零一二三四五六七八九'.charAt(number - 10)}`;
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 5 }), ({ own, building, unit, floor, flat }, way) => {
      const room = `${floor}0${flat}`;
      const said = [
        `${building}号楼${unit}单元${room}`,
        `${building}-${unit}-${room}`,
        `${chinese(building)}号楼${chinese(unit)}单元${room}室`,
        `${building}栋${unit}单元 ${room}室`,
        `${building}#${unit}-${room}`,
        `${own.name}${building}幢${chinese(unit)}單元${room}`,
      ][way];
      const { place, problem } = readPlace(`${said ?? ''}漏水`, compounds, own.name);
      expect(problem).toBeUndefined();
      expect(place).toEqual({ compound: own.name, building, unit, room });
    }),
    { numRuns: 1_000 },
  );
});
