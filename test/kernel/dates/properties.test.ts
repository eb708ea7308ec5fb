import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { chinaCalendar, nthWorkingDay } from '../../../src/kernel/calendar.ts';
import { findWhen, wordsWithout } from '../../../src/kernel/dates/find-when.ts';
import { lunarDay, SOLAR_TERMS, solarTermDay } from '../../../src/kernel/dates/lunar.ts';
import type { Asking, When } from '../../../src/kernel/dates/when.ts';
import { addDays, dayFrom, sayDay, weekdayOf } from '../../../src/kernel/day.ts';
import { dayOf, momentAt } from '../../../src/kernel/moment.ts';
import { readTable, sayWhen, understood } from './phrase-table.ts';

const ZONE = 'Asia/Shanghai';
const rows = ['phrases', 'talk'].flatMap((name) => readTable(`test/kernel/dates/${name}.txt`));
// opencc-js declares its types in a way that TypeScript cannot follow (an import without an extension)
const toTraditional = Converter({ from: 'cn', to: 't' }) as (words: string) => string;
const toFullWidth = (words: string): string =>
  words.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Nine in the morning of any day of some years, among them leap years and years whose holidays are not published. */
const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));
const askedOn = (day: string): Asking => ({ now: momentAt(day, 540, ZONE), zone: ZONE, calendar: chinaCalendar });
const single = (when: When | undefined): string | undefined => {
  const [span, ...others] = when?.days ?? [];
  return others.length === 0 && span?.from === span?.to ? span?.from : undefined;
};

const NUMERALS = '零一二三四五六七八九';
function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return NUMERALS.charAt(ones);
  return `${tens === 1 ? '' : NUMERALS.charAt(tens)}十${ones === 0 ? '' : NUMERALS.charAt(ones)}`;
}

test('what the bot says, it understands: any day of the coming year', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 360 }), (today, ahead) => {
      const day = addDays(today, ahead);
      expect(findWhen(sayDay(day), askedOn(today))).toMatchObject({ days: [{ from: day, to: day }] });
    }),
    { numRuns: 500 },
  );
});

test('digits and Chinese numerals agree', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ hour: fc.integer({ min: 1, max: 24 }), minute: fc.integer({ min: 10, max: 59 }) }),
      (today, { month, date }, { hour, minute }) => {
        const digits = `${month}月${date}号${hour}点${minute}分`;
        const spoken = `${chinese(month)}月${chinese(date)}号${chinese(hour)}点${chinese(minute)}分`;
        expect(sayWhen(findWhen(spoken, askedOn(today)))).toBe(sayWhen(findWhen(digits, askedOn(today))));
        expect(sayWhen(findWhen(digits, askedOn(today)))).not.toBe('无');
      },
    ),
    { numRuns: 500 },
  );
});

test.each(rows)('$where the same in Traditional and in full width: $words', ({ words, asking }) => {
  const plain = sayWhen(findWhen(words, asking));
  expect(sayWhen(findWhen(toTraditional(words), asking))).toBe(plain);
  expect(sayWhen(findWhen(toFullWidth(words), asking))).toBe(plain);
});

test.each(rows.filter(({ asking }) => asking.asked === undefined))(
  '$where the same among other words: $words',
  (row) => {
    const alone = understood(row);
    expect(understood({ ...row, words: `您好，我想问一下，${row.words}，谢谢` })).toBe(alone);
    expect(understood({ ...row, words: `麻烦约${row.words}` })).toBe(alone);
  },
);

test.each(['楼', '院', '线', '桌', '门', '栋', '楼2单元', '窗口', '院门口'])(
  '%s after a number and 号 kills it',
  (house) => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 31 }), (today, number) => {
        for (const said of [String(number), chinese(number)]) {
          expect(single(findWhen(`${said}号`, askedOn(today)))?.slice(8)).toBeOneOf([
            String(number).padStart(2, '0'),
            undefined,
          ]);
          expect(findWhen(`${said}号${house}`, askedOn(today))).toBeUndefined();
          expect(findWhen(`我住${said}号${house}，水管坏了`, askedOn(today))).toBeUndefined();
        }
      }),
    );
  },
);

test('周四 is within the week to come, 下周四 in the week that begins next Monday', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (today, weekday) => {
      const name = '日一二三四五六'.charAt(weekday);
      const near = single(findWhen(`周${name}`, askedOn(today))) ?? '';
      const next = single(findWhen(`下周${name}`, askedOn(today))) ?? '';
      const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
      expect([weekdayOf(near), weekdayOf(next)]).toEqual([weekday, weekday]);
      expect(near >= today && near <= addDays(today, 6)).toBe(true);
      expect(next >= monday && next <= addDays(monday, 6)).toBe(true);
    }),
  );
});

test('days from now are counted on the calendar, working days on the working calendar', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 2, max: 60 }), (today, n) => {
      expect(single(findWhen(`${n}天后`, askedOn(today)))).toBe(addDays(today, n));
      expect(single(findWhen(`${chinese(n)}天以后`, askedOn(today)))).toBe(addDays(today, n));
      const { day, provisional } = nthWorkingDay(chinaCalendar, today, n);
      expect(findWhen(`${n}个工作日后`, askedOn(today))).toMatchObject({
        days: [{ from: day }],
        isProvisional: provisional,
      });
    }),
  );
});

test('two libraries agree on the lunar calendar, leap months included', () => {
  for (let day = '2023-01-22'; day <= '2034-02-18'; day = addDays(day, 1)) {
    const { lunarMon, lunarDay: date, isLeap } = chineseDays.getLunarDate(day);
    const year = Number(day.slice(0, 4));
    const lunarYear = lunarMon > 10 && Number(day.slice(5, 7)) < 4 ? year - 1 : year;
    expect(lunarDay(lunarYear, { month: lunarMon, isLeap }, date), day).toBe(day);
  }
});

test.each(SOLAR_TERMS)('%s那天 is found, on the day that it has in its year', (name) => {
  const day = solarTermDay(2027, name) ?? '';
  expect(single(findWhen(`${name}那天`, askedOn('2027-01-01')))).toBe(day);
  expect(single(findWhen(`2028年${name}那天`, askedOn('2027-01-01')))?.slice(0, 4)).toBe('2028');
});

function isDay(day: string): boolean {
  return dayFrom(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))) === day;
}

test('no words make it throw, and whatever it finds exists', () => {
  const part = fc.constantFrom(
    ...[
      '1',
      '2',
      '9',
      '12',
      '31',
      '45',
      '2026',
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
      '刻',
      '差',
    ],
    ...[
      '上午',
      '晚',
      '下午',
      '夜里',
      '明天',
      '今',
      '周',
      '下',
      '三',
      '十',
      '五',
      '零',
      '廿',
      '初',
      '闰',
      '农历',
      '正月',
      '到',
    ],
    ...[
      '至',
      '、',
      '或',
      '每',
      '天',
      '个',
      '后',
      '前',
      '第',
      '工作日',
      '国庆',
      '除夕',
      '十一',
      '节',
      '假期',
      '过',
      '两',
      '几',
      ' ',
      '的',
    ],
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
  );
  const how = fc.constantFrom<Partial<Asking>>({}, { asked: 'day' }, { asked: 'time' }, { prefer: 'this-month' });
  fc.assert(
    fc.property(typed, anyDay, how, (words, today, options) => {
      const when = findWhen(words, { ...askedOn(today), ...options });
      if (when === undefined) return;
      expect(when.days?.every(({ from, to }) => isDay(from) && isDay(to) && from <= to)).not.toBe(false);
      for (const { from, to = from } of [when.minutes, when.orMinutes].filter((span) => span !== undefined)) {
        expect(from >= 0 && from <= 1_440 && to >= from).toBe(true);
      }
      for (const [from, to] of when.stretches) expect(from >= 0 && from < to && to <= words.length).toBe(true);
      expect(when.days ?? when.repeats ?? when.minutes ?? when.problem).toBeDefined();
      expect(wordsWithout(words, when).length).toBeLessThanOrEqual(words.length);
    }),
    { numRuns: 3_000 },
  );
});

test('a long text is looked at in its beginning only', () => {
  const asking = askedOn('2026-11-25');
  expect(findWhen(`${'楼道灯坏。'.repeat(10)}明天`, asking)).toBeDefined();
  expect(findWhen(`${'楼道灯坏。'.repeat(400)}明天`, asking)).toBeUndefined();
  expect(dayOf(asking.now, ZONE)).toBe('2026-11-25');
});
