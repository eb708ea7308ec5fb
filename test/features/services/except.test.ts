import { describe, expect, test } from 'vitest';
import { mealDaysIn, whenIn } from '../../../src/features/services/rules/when.ts';
import { chinaCalendar } from '../../../src/kernel/calendar.ts';

const ASKING = { now: new Date('2026-11-02T09:00:00+08:00'), zone: 'Asia/Shanghai', calendar: chinaCalendar };

describe('on which days meals are wanted', () => {
  test.each([
    ['周一到周五', [1, 2, 3, 4, 5]],
    ['周一到周五 除了周三', [1, 2, 4, 5]],
    ['除了周三周一到周五都送', [1, 2, 4, 5]],
    ['周一到周五，周三不要', [1, 2, 4, 5]],
    ['周一到周五 周三周四不用', [1, 2, 5]],
    ['周一、周三、周五', [1, 3, 5]],
    ['周一三五', [1, 3, 5]],
    ['周二和周四', [2, 4]],
    ['每周二四', [2, 4]],
  ])('%s: every week', (said, weekdays) => {
    expect(mealDaysIn(said, ASKING)).toEqual({ weekdays, from: '2026-11-02', to: null });
  });

  test.each(['这周一、周三', '下周一、三、五', '11月5日、6日', '明天后天', '周五'])('%s: those days only', (said) => {
    expect(mealDaysIn(said, ASKING)?.to).not.toBeNull();
  });
});

test.each([
  ['政策咨询除了周二都行', '2026-11-03'],
  ['下周除了周三都可以', '2026-11-11'],
])('%s: not on that day', (said, day) => {
  const days = whenIn(said, ASKING)?.wish.days ?? [];
  expect(days.length).toBeGreaterThan(3);
  expect(days).not.toContain(day);
});

test('a dish that is not wanted on a day leaves out no day', () => {
  expect(mealDaysIn('周一到周五 周三不要放辣', ASKING)?.weekdays).toEqual([1, 2, 3, 4, 5]);
});
