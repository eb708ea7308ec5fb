import { expect, test } from 'vitest';
import { monthsAfter, readMonth, spanOfMonth } from '../../src/kernel/month.ts';

const TODAY = '2026-12-01';
const ZONE = 'Asia/Shanghai';

test.each([
  ['', '2026-12'],
  ['本月', '2026-12'],
  ['这个月的', '2026-12'],
  ['上月', '2026-11'],
  ['上个月', '2026-11'],
  ['11月', '2026-11'],
  ['11月份', '2026-11'],
  ['十二月', '2026-12'],
  ['去年12月', '2025-12'],
  ['2025年3月', '2025-03'],
  ['今年1月', '2026-01'],
])('%s is a month', (said, month) => {
  expect(readMonth(said, TODAY)).toBe(month);
});

test.each(['十三月', '0月', '一下谁要团购', '2027年3月', '服务', '月', '下月'])('%s is none', (said) => {
  expect(readMonth(said, TODAY)).toBeUndefined();
});

test('a month that has not come yet is that of last year', () => {
  expect(readMonth('12月', '2026-11-30')).toBe('2025-12');
});

test('the current month ends now, one that is over at its end', () => {
  const now = new Date('2026-12-01T10:00:00+08:00');
  const current = spanOfMonth('2026-12', now, ZONE);
  expect(current).toMatchObject({
    firstDay: '2026-12-01',
    lastDay: '2026-12-01',
    isCurrent: true,
    said: '本月',
    to: now,
  });
  const last = spanOfMonth('2026-02', now, ZONE);
  expect(last).toMatchObject({ firstDay: '2026-02-01', lastDay: '2026-02-28', isCurrent: false, said: '2月' });
  expect(last.to.toISOString()).toBe('2026-02-28T16:00:00.000Z');
  expect(spanOfMonth('2025-12', now, ZONE).said).toBe('2025年12月');
});

test('months are counted across years', () => {
  expect(monthsAfter('2026-12', 1)).toBe('2027-01');
  expect(monthsAfter('2026-01', -1)).toBe('2025-12');
});
