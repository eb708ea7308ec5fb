import { matchAt, type Read, type Reader } from './reading.ts';
import { NUMBER, readNumber, TO } from './said-number.ts';
import { readWeekdays, WEEKDAY_LIST } from './weekdays.ts';
import type { Repeats } from './when.ts';

const DAILY =
  /每一?天|(?<![今明后昨前夏春秋冬白每聊阴晴两三几半])天天(?!向上|快乐|气)|每日|日日|(?:每(?=[早晚](?!会|就)))/y;
const WORKING =
  /(?:每一?个?|逢|(?<!个))工作日(?![内后前])|(?:周|星期|礼拜)一(?:到|至|[-~—])(?:周|星期|礼拜)?五(?:的?每一?天|都|,?每天)?(?![百千十点号个月:])/y;
const REST = /(?:每个?)?(?:节假日|休息日)(?!安排)/y;
const WEEKENDS = /每(?:逢|个)?(?:周|礼拜)[末未]|双休日?/y;
const WEEKLY = new RegExp(
  `(?:每逢|逢|每个?)(?:一?个)?(?:周|星期|礼拜)的?(?:周|星期)?(?<list>${WEEKDAY_LIST}(?:[、和]?(?:周|星期|礼拜)${WEEKDAY_LIST})*)(?![次趟遍回])(?:${TO}(?:周|星期|礼拜)?(?<last>[一二三四五六日天]))?`,
  'y',
);
const RANGE_DAILY = new RegExp(
  `(?:周|星期|礼拜)(?<first>[一二三四五六日天])${TO}(?:周|星期|礼拜)?(?<last>[一二三四五六日天])的?(?:每一?天|天天|都)`,
  'y',
);
const WHOLE_WEEK = /(?:周|星期|礼拜)一(?:到|至|[-~—])(?:周|星期|礼拜)?(?<last>[六日天])/y;
const MONTHLY = new RegExp(`每(?:逢|个)?月的?(?<dates>${NUMBER}[日号]?(?:[、,，和]${NUMBER}[日号]?)*)(?:日|号)`, 'y');
const NTH_OF_MONTH =
  /每个?月的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一))个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])/y;

function weekdaysBetween(first: number, last: number): readonly number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 7);
}

function weekly(weekdays: readonly number[]): Repeats {
  return { every: 'week', weekdays };
}

const MONDAY_TO_FRIDAY = weekly([1, 2, 3, 4, 5]);

/** 每天, 工作日, 每周二四, 周一到周五, 每月10号, 每月第二个周三. */
export const readRepeats: Reader<Repeats> = (folded, at) => {
  const read = (value: Repeats, found: RegExpExecArray): Read<Repeats> => ({ value, to: at + found[0].length });
  const monthly = matchAt(NTH_OF_MONTH, folded, at);
  if (monthly !== undefined) {
    const { nth, day = '' } = monthly.groups ?? {};
    return read(
      { every: 'month-weekday', nth: nth === undefined ? -1 : readNumber(nth), weekday: readWeekdays(day)[0] ?? 0 },
      monthly,
    );
  }
  const dates = matchAt(MONTHLY, folded, at);
  if (dates !== undefined) {
    const numbers = (dates.groups?.['dates'] ?? '')
      .split(/[、,，和]/)
      .map((date) => readNumber(date.replace(/[日号]/, '')));
    return numbers.every((date) => date >= 1 && date <= 31)
      ? read({ every: 'month', dates: numbers }, dates)
      : undefined;
  }
  const week = matchAt(WEEKLY, folded, at) ?? matchAt(RANGE_DAILY, folded, at) ?? matchAt(WHOLE_WEEK, folded, at);
  if (week !== undefined) {
    const { list, first = '一', last } = week.groups ?? {};
    const days = readWeekdays(list ?? first);
    const [end] = last === undefined ? [] : readWeekdays(last);
    return read(weekly(end === undefined ? days : weekdaysBetween(days[0] ?? 1, end)), week);
  }
  const working = matchAt(WORKING, folded, at);
  if (working !== undefined)
    return read(/工作日/.test(working[0]) ? { every: 'working-day' } : MONDAY_TO_FRIDAY, working);
  const weekends = matchAt(WEEKENDS, folded, at);
  if (weekends !== undefined) return read(weekly([6, 0]), weekends);
  const rest = matchAt(REST, folded, at);
  if (rest !== undefined) return read({ every: 'rest-day' }, rest);
  const daily = matchAt(DAILY, folded, at);
  return daily === undefined ? undefined : read({ every: 'day' }, daily);
};
