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

/** A colon as a Chinese keyboard types it, after a key: YAML does not see it as one. */
export const WIDE_COLON = /^\s*(?:-\s*)?[\w\u4e00-\u9fff]+\s*：/;
