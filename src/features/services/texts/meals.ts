import { type GroupText, groupText, officeWords, type PublicWords, text } from '../../../kernel/text.ts';
import { type Day, sayDay, sayDays, sayTime } from '../../../kernel/moment.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { SEVERAL_MEALS } from '../rules/vocabulary/questions.ts';
import { isDayOf, type MealOrder, type MealProblem, namesOtherMeal } from '../rules/meals.ts';
import { daysWords, unpublishedText, whoName } from './say.ts';

export const mealTexts = {
  whichDays: groupText('哪几天送？例如：周一到周五，或：明天'),
  oneEach: groupText('一人一天一份，先订一份。给家里人订再发：再给我妈订一份'),
  onlyMeal: groupText('只送{meal}，就按{meal}订。'),
  'not-served': groupText('那几天不送餐，送餐是{days}。'),
  closed: groupText('那几天放假或者停送，请换一天。'),
  'too-late': groupText('那几天来不及了，{cutoff}截止。'),
  'too-far': groupText('太远了，三个月里的都能订。'),
  ordered: groupText('订好了，预约号{no}：{service}，{days}。'),
  standing: groupText('订好了，预约号{no}：{service}，{days}，从{first}起，一直送到您说停。'),
  forWhom: text('给{who}订的。'),
  fullOn: groupText('{days}满了，没订上。'),
  howToPause: groupText('哪天不吃发：停餐 11月26日；不订了发：退餐'),
  howToStop: groupText('不要了发：取消预约 {no}'),
  full: groupText('{service}那几天都满了，请换几天，或找社区办公室。'),
  orderedBefore: groupText('那几天已经订过了，一人一天一份。发“我的预约”看看。'),
  suspended: groupText('先停一周。还要停就再发：停餐 日子；好了发：复餐 明天'),
  exampleOfPause: groupText('停餐 周五，或：退餐'),
  wantsDays: groupText('哪几天停？例如：停餐 11月26日，或：停餐 周五；以后都不要了发：退餐'),
  nothingStopped: groupText('没有停过的日子，餐照送。'),
  noDayOf: groupText('{days}本来就不送，预约号{no}没有动。'),
  stopped: groupText('{days}的餐停了，预约号{no}。要恢复发：复餐 日子'),
  late: groupText('{days}的名单已经定了，停不了，会照送。'),
  resumed: groupText('{days}的餐恢复了，预约号{no}。'),
  notResumed: groupText('{days}恢复不了：已经过了截止时间、不送餐，或者满了。'),
  ended: groupText('预约号{no} 退了，以后不送了。想再订发：订餐 周一到周五'),
  none: groupText('您现在没有订餐。要订发：订餐 周一到周五'),
  mineOrder: groupText('预约号{no} {service}，{days}'),
  mineOrderFor: text('预约号{no} {service}，{days}，给{who}'),
  whichOrder: groupText('是哪一份？回数字，都不是回0：'),
  dayClosed: groupText('{day}的{service}停一天，不送了，对不住。'),
  shortOfSeats: groupText('预约号{no}：{days}的{service}满了，那几天没有您的份，对不住。'),
  found: groupText('预约号{no}：{days}的{service}有份了，会送。'),
  closedAfterAll: groupText('预约号{no}：{days}放假或改了安排，{service}不送，对不住。'),
  unpublished: groupText('预约号{no}：{year}年的假期未公布，放假那天不送餐。'),
  openedAgain: groupText('预约号{no}：{day}的{service}恢复了，照常送。'),
  off: groupText('{days}停'),
  shortToStaff: groupText('{service}有{count}份长期订餐排不上：{days}。请看要不要加份数。'),

  delivered: groupText('送到记下了：{nos}。'),
  stillOpen: groupText('{nos}早先没人见到，见到本人了请发：平安 {no} 怎么样'),
  deliveredWhich: groupText('送到了哪几份？例如：送到 2 5；都送到了发：送到 全部'),
  deliveredMany: groupText('送到记下了：{count}份。'),
  deliveredNone: groupText('今天没有预约号{nos}的餐要送。'),
  deliveredNoneMany: groupText('有{count}个号今天没有餐要送：{nos}等。'),
  leftToday: groupText('还有{count}份没送到。'),
  allDone: groupText('今天的都送完了。'),
  undelivered: groupText('预约号{no} 改回没送到。还有{count}份没送到。'),
  notDelivered: groupText('预约号{no}今天没有记过送到。'),
  notListed: groupText('今天的名单{time}出，出了就发给您。'),
  nothingToCarry: groupText('今天没有您要送的餐。'),
  unopenedWhich: groupText('哪几家没人开？写预约号，例如：没人开 2 5'),
  unopenedSome: groupText('预约号{nos} 记下了，没人开门。已请人去看，见到人一个一个发：平安 {no} 怎么样'),
  unopened: groupText('预约号{no} 记下了，没人开门。已请人去看，见到人发：平安 {no} 怎么样'),
  reasonUnopened: '送餐没人开门',
  reasonUnconfirmed: '到点没说送到',
  figures: groupText('送餐（{month}）：送到{delivered}份，没人开{unopened}份，停{off}份'),
  figuresMissed: groupText('送餐（{month}）：送到{delivered}份，没人开{unopened}份，停{off}份，没出名单{missed}份'),
  hurried: groupText('帮您催了：预约号{no}的{meal}还没到。急的请打{hotline}。'),
  hurriedEarly: groupText('帮您催了：预约号{no}。{meal}一般{until}前送到。'),
  denied: groupText('跟社区说了：预约号{no}记了送到，您没收到，会有人联系您。'),
  passedOn: groupText('跟社区说了：预约号{no}的{meal}没到，会有人联系您。'),
  comesLater: groupText('预约号{no}的{meal}还没出门：{listed}出名单，{until}前送到。'),
  offToday: groupText('预约号{no}今天停餐，不送。要恢复发：复餐 日子'),
  noneToday: groupText('{service}今天放假或停送，不送餐。预约号{no}没有动。'),
  notOrderedToday: groupText('预约号{no}没有订今天的，今天不送。'),
  awaited: text('{visit}说{meal}还没到：预约号{no}。\n送到了发：送到 {no}'),
  deniedToCourier: text('{visit}说没收到{meal}：预约号{no}。\n记的是送到，请马上看看。'),
  deniedInRoom: groupText('预约号{no}的{meal}记了送到，居民说没收到，请联系一下。'),
  awaitedInRoom: groupText('预约号{no}的居民说{meal}还没到，请联系一下。'),
  complaint: groupText('对不住，预约号{nos}的餐登记成编号{caseNo}了，会有人回访您。'),
  complainedBefore: groupText('预约号{nos}的餐已经登记成编号{caseNo}了。还要说的发：补充 {caseNo} 内容'),
  seatsJob: '排出往后两周的餐',
} as const;

/** What is said of days in a year whose holidays are not published, and which year it is; by the rule of bookings. */
export function unpublishedMeals(service: Service, no: number, days: readonly Day[], calendar: Calendar) {
  const day = days.find((one) => unpublishedText(service, one, calendar) !== undefined);
  if (day === undefined) return undefined;
  const year = day.slice(0, 4);
  return { year, text: mealTexts.unpublished({ no, year: officeWords(year) }) };
}

/** An order on one line: on which days, on which not, and in private for whom. */
export function orderItem(
  order: MealOrder & { readonly off: readonly Day[]; readonly left: readonly Day[] | undefined },
  today: Day,
) {
  const off = order.off.filter((day) => isDayOf(order, day));
  const left = order.left?.filter((day) => !off.includes(day));
  const most = off.length === 0 ? SHOWN : SHOWN_OFF;
  const said = [
    left === undefined ? standingWords(order, today) : shortDays(left, most),
    off.length === 0 ? '' : mealTexts.off({ days: shortDays(off, SHOWN_OFF) }),
  ];
  const days = officeWords(said.filter((words) => words !== '').join('，'));
  const slots = { no: order.no, service: officeWords(order.service), days };
  return {
    inGroup: mealTexts.mineOrder(slots),
    inPrivate: mealTexts.mineOrderFor({ ...slots, who: whoName(order) }),
  };
}

/** Why nothing is brought on the days that were asked for. */
export const mealProblemText = (problem: MealProblem, service: Service): GroupText =>
  mealTexts[problem]({ days: daysWords(service), cutoff: cutoffWords(service) });

/** What of a wish for a meal cannot be had: another meal than the one that is served, or several for one person. */
export function otherMealText(words: string, service: Service | undefined): GroupText | undefined {
  if (service?.meal === undefined) return undefined;
  if (namesOtherMeal(words, service)) return mealTexts.onlyMeal({ meal: officeWords(service.meal) });
  return SEVERAL_MEALS.test(fold(words)) ? mealTexts.oneEach() : undefined;
}

/** `当天09:30`, `前一天17:00` */
export function cutoffWords({ cutoff }: Service): PublicWords {
  const { daysBefore, minutes } = cutoff ?? { daysBefore: 0, minutes: 0 };
  return officeWords((daysBefore === 0 ? '当天' : '前一天') + sayTime(minutes));
}

const WEEKDAYS = '日一二三四五六';
const EVERY = 7;

/** `每周一到周五`, or `从12月1日（周二）起，每周一到周五` */
function standingWords({ weekdays, from }: MealOrder, today: Day): PublicWords {
  return from > today ? officeWords(`从${sayDay(from)}起，${weekdayWords(weekdays)}`) : weekdayWords(weekdays);
}

/** `每周一、二、三、四、五`, `每天` */
export function weekdayWords(weekdays: readonly number[]): PublicWords {
  if (weekdays.length === EVERY) return officeWords('每天');
  const ordered = weekdays.toSorted((a, b) => ((a + 6) % EVERY) - ((b + 6) % EVERY));
  const isRun =
    ordered.length > 2 && ordered.every((day, index) => (day + 6) % EVERY === ((ordered[0] ?? 0) + 6 + index) % EVERY);
  const name = (day: number): string => WEEKDAYS.charAt(day);
  if (isRun) return officeWords(`每周${name(ordered[0] ?? 0)}到周${name(ordered.at(-1) ?? 0)}`);
  return officeWords(`每周${ordered.map(name).join('、')}`);
}

const SHOWN = 4;
const SHOWN_OFF = 2;

/** `11月26日（周四）、11月27日（周五）`, or `11月2日（周一）到11月6日（周五）共5天` */
export const shortDays = (days: readonly Day[], most = SHOWN): PublicWords => officeWords(sayDays(days, most));
