/** The six strands of the programme, as a profile names them. */
export const STRANDS = ['党建聚心', '培育强心', '集智汇心', '治理安心', '服务暖心', '共建连心'] as const;

/** `周一 周三 周五 10:00` */
export const WEEKLY_PUSH =
  /^(?<days>(?:\s*[,，、]?\s*(?:周|星期)[一二三四五六日天])+)\s*(?<hour>\d{1,2})[:：](?<minute>\d{2})$/;
export const WEEKDAY = /(?:周|星期)([一二三四五六日天])/g;
/** The weekdays in cron's order, Sunday first. */
export const WEEKDAYS = '日一二三四五六';
export const OTHER_SUNDAY = '天';

/** `09:30` and `9：30` */
export const CLOCK_TIME = /^(?<hour>\d{1,2})[:：](?<minute>\d{2})$/;
/** `前一天17:00` */
export const EVE = /^(?:前一天|前一日|提前一天)\s*(?<time>\S+)$/;
/** `当天08:30` */
export const SAME_DAY = /^(?:当天|当日)\s*(?<time>\S+)$/;
/** `8日09:00` */
export const DAY_AND_TIME = /^(?:每月)?(?<day>\d{1,2})[日号]\s*(?<time>\S+)$/;
/** `3日`, or a number alone */
export const DAY_OF_MONTH = /^(?:每月)?(?<day>\d{1,2})[日号]?$/;
export const PERCENT = /^(?<percent>\d{1,3}(?:\.\d+)?)\s*[%％]$/;
export const HOURS = /^(?<hours>\d{1,3})\s*(?:h|小时)$/;

/** `周二`, and `周一到周五`, one after another */
export const SERVICE_WEEKDAYS =
  /^(?:周|星期)(?<from>[一二三四五六日天])(?:\s*(?:到|至|-|~)\s*(?:周|星期)?(?<to>[一二三四五六日天]))?$/;
export const WORKDAYS = '工作日';
export const DAILY = /^(?:每天|天天|每日)$/;
/** `每月15日` */
export const MONTH_DATE = /^(?:每月)?(?<date>\d{1,2})[日号]$/;
/** A date that falls on a rest day is made up for. */
export const MOVED = /^(?:逢休息日顺延|遇休息日顺延|顺延)$/;
export const BETWEEN_DAYS = /[\s,，、]+/;
/** `60岁以上` */
export const FROM_AGE = /^(?<age>\d{1,3})\s*(?:周岁|岁)(?:及?以上)?$/;
/** `每人每月1次` */
export const QUOTA = /^每人每(?<per>[天日周月季年])度?(?<times>\d{1,3})次$/;
export const QUOTA_PERIODS: Readonly<Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year'>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  月: 'month',
  季: 'quarter',
  年: 'year',
};
/** `1h`, `30min`, `2天` */
export const DURATION = /^(?<count>\d{1,4})\s*(?<unit>h|小时|min|分钟|天)$/;
export const MINUTES_IN: Readonly<Record<string, number>> = { h: 60, 小时: 60, min: 1, 分钟: 1, 天: 1_440 };

/** A colon as a Chinese keyboard types it, after a key: YAML does not see it as one. */
export const WIDE_COLON = /^\s*(?:-\s*)?[\w\u4e00-\u9fff]+\s*：/;
