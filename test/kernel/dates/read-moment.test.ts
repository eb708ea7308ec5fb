import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from '../../../src/kernel/dates/read-moment.ts';
import { dayOf, momentAt, sayDay, sayTime } from '../../../src/kernel/moment.ts';

const ZONE = 'Asia/Shanghai';
/** A Monday. */
const now = new Date('2026-11-02T01:00:00Z');

test.each([
  ['11月11日 15:00 开会', '2026-11-11', 900, '开会'],
  ['11月11日15:00', '2026-11-11', 900, ''],
  ['11月11号下午3点半', '2026-11-11', 930, ''],
  ['11/11 15:00', '2026-11-11', 900, ''],
  ['11-11 15：00', '2026-11-11', 900, ''],
  ['１１月１１日　１５：００', '2026-11-11', 900, ''],
  ['2026年11月11日', '2026-11-11', undefined, ''],
  ['2026-11-11 09:00 讲堂', '2026-11-11', 540, '讲堂'],
  ['二〇二六年十一月十二日 十点一刻', '2026-11-12', 615, ''],
  ['十一月十一日下午三点半', '2026-11-11', 930, ''],
  ['11日 15:00', '2026-11-11', 900, ''],
  ['12号晚上7点，放电影', '2026-11-12', 1_140, '放电影'],
  ['11月11日（周三）15:00 讲堂', '2026-11-11', 900, '讲堂'],
  ['11月11日，上午9点，二楼', '2026-11-11', 540, '二楼'],
  ['明天 09:30 体检', '2026-11-03', 570, '体检'],
  ['後天', '2026-11-04', undefined, ''],
  ['大后天 8:00', '2026-11-05', 480, ''],
  ['明晚8点 放电影', '2026-11-03', 1_200, '放电影'],
  ['周一', '2026-11-02', undefined, ''],
  ['周三 14:30', '2026-11-04', 870, ''],
  ['下周三 14:30', '2026-11-11', 870, ''],
  ['下月5号', '2026-12-05', undefined, ''],
  ['11月11日中午12点', '2026-11-11', 720, ''],
  ['11月11日中午1点', '2026-11-11', 780, ''],
  ['11月11日晚上12点', '2026-11-11', 1_440, ''],
  ['11月11日凌晨12点', '2026-11-11', 0, ''],
  ['11月11日 24:00', '2026-11-11', 1_440, ''],
  // the year is the one that makes it near: this month stays in this year, also where it is past
  ['11月1日', '2026-11-01', undefined, ''],
  ['1日', '2026-11-01', undefined, ''],
  ['10月31日', '2027-10-31', undefined, ''],
  ['1月5日', '2027-01-05', undefined, ''],
  ['明年3月1日', '2027-03-01', undefined, ''],
  ['2028年2月29日', '2028-02-29', undefined, ''],
  // what follows is no time
  ['11月11日 一点都不', '2026-11-11', undefined, '一点都不'],
  ['11月11日 3点意见', '2026-11-11', undefined, '3点意见'],
  ['11月3号楼下', '2026-11-03', undefined, '楼下'],
])('%j', (words, day, minutes, rest) => {
  expect(readMoment(words, now, ZONE)).toEqual({ ok: true, value: { day, minutes, rest } });
});

test.each([
  ['2月30日', 'no-such-day', '2月30日'],
  ['2月29日', 'no-such-day', '2月29日'],
  ['13月5日', 'no-such-day', '13月5日'],
  ['2026-13-01', 'no-such-day', '2026-13-01'],
  ['11月31日 9:00', 'no-such-day', '11月31日'],
  ['40日', 'no-such-day', '40日'],
  ['0月1日', 'no-such-day', '0月1日'],
  ['11月11日 25:00', 'no-such-time', '25:00'],
  ['11月11日 9:75', 'no-such-time', '9:75'],
  ['11月11日 24:01', 'no-such-time', '24:01'],
  ['11月11日 99点', 'no-such-time', '99点'],
  ['', 'not-a-date', ''],
  ['101', 'not-a-date', '101'],
  ['3号楼2单元', 'not-a-date', '3号楼2单元'],
  ['3-2-501', 'not-a-date', '3-2-501'],
  ['1/2栋', 'not-a-date', '1/2栋'],
  ['1.5小时', 'not-a-date', '1.5小时'],
  ['15:00', 'not-a-date', '15:00'],
  ['开会 11月11日', 'not-a-date', '开会 11月11日'],
])('%j is refused as %s', (words, code, asked) => {
  expect(readMoment(words, now, ZONE)).toEqual({ ok: false, refusal: { code, asked } });
});

test('in December the next month is in the next year', () => {
  const december = new Date('2026-12-20T01:00:00Z');
  const days = ['1月5日', '12月1日', '下月5号'].map((words) => readMoment(words, december, ZONE));
  expect(days.map((read) => read.ok && read.value.day)).toEqual(['2027-01-05', '2026-12-01', '2027-01-05']);
});

test('today is the day of the zone', () => {
  const late = new Date('2026-11-02T15:59:00Z');
  const next = new Date('2026-11-02T16:01:00Z');
  expect(readMoment('明天', late, ZONE)).toMatchObject({ value: { day: '2026-11-03' } });
  expect(readMoment('明天', next, ZONE)).toMatchObject({ value: { day: '2026-11-04' } });
});

test('what the bot says, it understands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_440 }), (days, minutes) => {
      const day = dayOf(new Date(now.getTime() + days * 86_400_000), ZONE);
      const read = readMoment(`${sayDay(day)}${sayTime(minutes)} 开会`, now, ZONE);
      expect(read).toEqual({ ok: true, value: { day, minutes, rest: '开会' } });
    }),
  );
});

test('nothing that is typed makes it throw, and every day that it gives exists', () => {
  const part = fc.constantFrom(
    '1',
    '2',
    '12',
    '31',
    '月',
    '日',
    '号',
    '年',
    '-',
    '/',
    '.',
    ':',
    '：',
    '点',
    '半',
    '下午',
    '明天',
    '周',
    '三',
    ' ',
    '下',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (words) => {
      const read = readMoment(words, now, ZONE);
      if (!read.ok) return;
      const { day, minutes = 0, rest } = read.value;
      expect(dayOf(momentAt(day, 0, ZONE), ZONE)).toBe(day);
      expect(minutes >= 0 && minutes <= 1_440).toBe(true);
      expect(words.endsWith(rest) || words.trimEnd().endsWith(rest)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
