import type { Profile } from '../../../engine/community/profile.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { type Day, sayDay, sayDays, sayMoment, sayTime } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, groupText, officeWords, type PublicWords, text } from '../../../kernel/text.ts';
import type { Booking, BookingState, Slot, Who } from '../rules/booking.ts';

export const texts = {
  toPerson: groupText('@{name} {said}'),
  listHead: groupText('能预约的有：'),
  listItem: groupText('{name}：{days}，{hours}'),
  listHow: groupText('约就发：预约 {name}；想知道详情发：服务 {name}'),
  listHowTo: groupText('约就发项目和时间，例如：预约 {name} {at}'),
  listMore: groupText('还有：{names}'),
  noServices: groupText('社区还没有登记能预约的服务，请到办公室问。'),
  unknownService: groupText('没有这项服务。有：{names}'),
  detailsHead: groupText('{name}：{days}，{hours}'),
  detailsWhere: groupText('地点：{place}'),
  detailsFor: groupText('给谁：{age}岁以上的居民'),
  detailsQuota: groupText('次数：每人{per}{times}次'),
  detailsBring: groupText('请带：{bring}'),
  detailsOfficial: groupText('自己查可打{official}。身份证号、密码不用也不要发给我。'),
  detailsNext: groupText('最近有空：{slots}'),
  detailsFull: groupText('近期都约满了。'),
  detailsMealBy: groupText('{time}前送到，{cutoff}前订'),
  askOffice: groupText('价钱、菜单请问办公室，电话{hotline}'),
  detailsHow: groupText('约就发：预约 {name}'),
  detailsMeal: groupText('订就发：订餐 周一到周五'),

  officialFirst: groupText('{service}自己就能查：打{official}。身份证号、密码不用也不要发给我。'),
  officialWindow: groupText('要到{place}查就先约个时间，不用等。'),

  understood: groupText('您说的是“{service}”吧。'),
  notOffered: groupText('这里没有这项。'),
  whichService: groupText('约哪一项？回数字或名字，不约回0：'),
  choice: groupText('{digit}. {words}'),
  choiceFor: text('{digit}. {words}'),
  otherServices: groupText('别的直接说名字：{names}'),
  whichTurn: groupText('{service}，约哪个时间？回数字，或说别的日子，不约回0：'),
  whichNewTurn: groupText('{service}，改到哪个时间？回数字，或说别的日子，不改回0：'),
  noted: groupText('记下了，还要定时间。'),
  noLater: groupText('后面没有空位了，还是这几个：'),
  noTurns: groupText('{service}近期没有空位。过几天再来看，急的请打{hotline}。'),
  back: groupText('好的，不约了。'),
  released: groupText('好的，不约了，{service} {at} 不给您留了。想约随时说。'),
  notMoved: groupText('好的，不改了，预约号{no}还是原来的时间。'),
  notTouched: groupText('好的，没有动，您约的都还在。'),
  oneByOne: text('一次约一位，先约{first}的。约好了发：再给{next}约一个'),
  oneByOneHere: groupText('一次约一位，约好一位再约下一位。'),
  several: groupText('一次约一位，请一位一位约，例如：预约 {service} 给我妈。'),
  held: groupText('{service} {at} 先给您留10分钟。'),
  isOldEnough: groupText('这项给{age}岁以上的老人。满{age}岁了吗？\n1. 满了\n2. 没有'),
  hasConsent: groupText('替邻居约，要人家知道并同意。同意了吗？\n1. 同意了\n2. 还没问'),
  noConsent: groupText('那先问一声，同意了再来约，不着急。'),
  tooYoung: groupText('{service}是给{age}岁以上老人的。给家里老人约就说：给我妈约{service}'),
  quota: groupText('{service}每人{per}{times}次，这一次用完了，下{unit}再约。'),
  tooMany: groupText('您约了还没到的已经有10个，先用完，或取消不用的。发“我的预约”看看。'),
  nameNeighbour: groupText('是另一位邻居就带上称呼，例如：给邻居老王约{service}'),
  clash: groupText('您那时已约了{service}，{at}，预约号{no}。'),
  clashSomewhere: groupText('您那时已约了别的。'),
  gone: groupText('这个预约已经不在了，发“我的预约”看看。'),

  booked: groupText('约好了，预约号{no}：{service}，{at}。'),
  bookedFor: text('约好了，预约号{no}：{service}，{at}，给{who}约的。'),
  moved: groupText('改好了，预约号{no}：{service}，{at}。'),
  unpublished: groupText('{year}年的假期未公布，那天要是放假，得改日子。'),
  same: groupText('预约号{no}本来就是{service}，{at}。'),
  where: groupText('地点：{place}'),
  bring: groupText('请带：{bring}'),
  official: groupText('自己查也可打{official}。身份证号、密码不要发给我。'),
  exampleOfChange: groupText('改约 {no} 周四上午，或：取消预约 {no}'),
  howToChange: groupText('不来了：取消预约 {no}；换时间：改约 {no}'),
  askDetails: groupText('上门要地址和电话，回一句就行，有忌口也写上。例如：{compound}3号楼2单元501，电话，怕烫'),
  askCompound: groupText('是哪个小区的？例如：{name}'),
  askPhone: groupText('电话也发一下，上门好联系。没有就回：没有'),
  detailsTold: text('地址电话记下了：{details}，只有上门的人看得到。'),
  detailsKnown: text('地址按您上次说的：{details}。变了就发：预约补充 {no} 新地址'),
  notInRoom: groupText('地址和电话别发群里，这里没有记。'),
  detailsAskedPrivately: groupText('地址和电话别发群里，我私聊问您。'),
  detailsByStaff: groupText('地址和电话别发群里，工作人员会联系您。'),
  detailsKept: groupText('预约号{no} 记下了，只有上门的人看得到。'),
  mealDetailsKept: groupText('预约号{no} 记下了，地址电话只有送餐的人看得到。'),
  dietHeard: text('厨房只看到忌口“{diet}”，不全就再说一遍。'),
  askDiet: groupText('有忌口或过敏吗？\n1. 没有\n2. 有，直接写，例如：不吃辣，花生过敏'),
  whichDiet: groupText('忌什么？写一下，例如：不吃辣，花生过敏'),
  dietKept: groupText('预约号{no} 忌口记下了，只告诉厨房。'),
  dietLater: groupText('好的。想起忌口再发：预约补充 {no} 不吃辣'),
  noDiet: groupText('好的，没有忌口。'),
  whichHome: groupText('您有几处：预约号{nos}。改哪个就发：预约补充 号 新的'),
  detailsLater: groupText('好的，什么时候说都行，发：预约补充 {no} 地址 电话'),

  mineHead: groupText('您的预约：'),
  mineItem: groupText('预约号{no} {service}，{at}'),
  mineItemFor: text('预约号{no} {service}，{at}，给{who}'),
  mineWaiting: groupText('候补：{service}，{day}'),
  mineNone: groupText('您现在没有预约。要约就发：预约 {example}'),
  bringFor: groupText('{service}请带：{bring}'),
  bringNothing: groupText('{service}没有规定要带的东西。'),
  mineHidden: groupText('还有{count}个不在这个群约的，请私聊我发：我的预约'),
  mineMore: groupText('还有{count}个，到了前面的再看。'),

  mineElsewhere: groupText('预约号{no}不是在这个群约的，请私聊我发：预约 {no}'),
  shown: groupText('预约号{no} {service}，{at}：{state}。'),
  shownFor: text('给{who}约的。'),

  cancelled: groupText('预约号{no} 取消了：{service}，{at}。'),
  bookAgain: groupText('约回来发：预约 {service} {at}'),
  bookAgainFor: text('约回来发：预约 {service} {at} 给{who}'),
  toldLate: groupText('好的，跟工作人员说了：{service}，{at}，您会晚到。路上慢点。'),
  toldAwaited: groupText('帮您催了：{service}，{at}。急的请打{hotline}。'),
  notBegun: groupText('{service}约的是{at}，还没到时间。'),
  told: groupText('会告诉居民。'),
  untold: groupText('群里、私聊都找不到居民，请打电话说一声。'),
  notCancelled: groupText('好的，没有取消。'),
  cancelledByStaff: groupText('预约号{no} 工作人员帮您取消了：{service}，{at}。要再约就发：预约 {again}'),
  endedForResident: groupText('预约号{no} 的送餐退了。'),
  mealsEndedByStaff: groupText('预约号{no} 的送餐，工作人员帮您退了。想再订就发：订餐 周一到周五'),
  movedByStaff: groupText('预约号{no} 工作人员帮您改了时间：{service}，{at}。不合适就发：改约 {no}'),
  sureToCancel: groupText('取消后会告诉居民。确定吗？\n1. 取消\n0. 不取消'),
  bookedBy: text('是{name}约的。'),
  mealsOf: groupText('预约号{no} 的送餐'),
  whichBooking: groupText('是哪一个？回数字，都不是回0：'),
  whichToCancel: groupText('要取消的是哪一个？回数字，不取消回0：'),
  notBooked: groupText('您没有约{services}。'),
} as const;

/** The question for an address, with one of the community's own as its example. */
export const askDetailsText = ({ compounds }: Pick<Profile, 'compounds'>): GroupText =>
  texts.askDetails({ compound: officeWords(compounds[0]?.name ?? '') });

const PLACES = { home: '上门', window: '一站式服务窗口' } as const;

/** What a person is called to whom something is said in private. */
export const SELF_NAME = '您自己';
export const whoName = ({ beneficiary }: Who): string => (beneficiary === '' ? SELF_NAME : beneficiary);

const STATE_NAMES: Readonly<Record<BookingState, string>> = {
  booked: '已预约',
  arrived: '已到',
  done: '已完成',
  'no-show': '没来',
  cancelled: '已取消',
};
export const bookingStateName = (state: BookingState): PublicWords => officeWords(STATE_NAMES[state]);

/** `11月5日（周四）09:00` */
export const slotWords = ({ day, start }: Slot): PublicWords => officeWords(sayDay(day) + sayTime(start));
/** What somebody waits for: a day, or one turn of it. */
export const waitedWords = ({ day, fromMinute, toMinute }: Waited): PublicWords =>
  toMinute === fromMinute + 1 ? slotWords({ day, start: fromMinute }) : dayWords(day);
interface Waited {
  readonly day: Day;
  readonly fromMinute: number;
  readonly toMinute: number;
}
export const dayWords = (day: string): PublicWords => officeWords(sayDay(day));
const DAYS_NAMED = 3;

/** Some days in words: `11月10日（周二）、11月12日（周四）`, or `11月10日（周二）到11月26日（周四）共6天`. */
export const daysText = (days: readonly string[]): PublicWords => officeWords(sayDays(days, DAYS_NAMED));

export const momentWords = (at: Date, zone: string): PublicWords => officeWords(sayMoment(at, zone));
export const bookingWords = (booking: Booking): { no: number; service: PublicWords; at: PublicWords } => ({
  no: booking.no,
  service: officeWords(booking.service),
  at: slotWords(booking),
});

/** A day whose holidays are not published yet; what is open every day does not mind. */
export function unpublishedText({ days }: Service, day: Day, calendar: Calendar): GroupText | undefined {
  if (days.kind === 'daily' || calendar.isPublished(day)) return undefined;
  return texts.unpublished({ year: officeWords(day.slice(0, 4)) });
}

const WEEKDAYS = '日一二三四五六';
const PERIODS = { day: '每天', week: '每周', month: '每月', quarter: '每季', year: '每年' } as const;
const UNITS = { day: '天', week: '周', month: '个月', quarter: '个季度', year: '年' } as const;

export function daysWords({ days }: Service): PublicWords {
  switch (days.kind) {
    case 'daily':
      return officeWords('每天');
    case 'workdays':
      return officeWords('工作日');
    case 'weekdays':
      return officeWords(days.weekdays.map((day) => `周${WEEKDAYS.charAt(day)}`).join('、'));
    case 'dates':
      return officeWords(
        `每月${days.dates.map((date) => `${date}日`).join('、')}${days.isMoved ? '（休息日顺延）' : ''}`,
      );
  }
}

export function hoursWords({ hours, meal }: Service): PublicWords {
  if (meal !== undefined) return officeWords(meal);
  return officeWords(hours.map(({ from, to }) => `${sayTime(from)}到${sayTime(to)}`).join('、'));
}

export function placeWords({ place }: Service, office: string): PublicWords {
  return officeWords(place === 'office' ? office : PLACES[place]);
}

export const quotaWords = ({ quota }: Service): { per: PublicWords; times: number; unit: PublicWords } => ({
  per: officeWords(quota === undefined ? '' : PERIODS[quota.per]),
  times: quota?.times ?? 0,
  unit: officeWords(quota === undefined ? '' : UNITS[quota.per]),
});

export const listWords = (words: readonly string[]): PublicWords => officeWords(words.join('、'));

/** Where to come and with what; nothing for a visit at home. */
export function comingWords(service: Service, office: string): readonly GroupText[] {
  const { bring } = service;
  return [
    ...(service.place === 'home' ? [] : [texts.where({ place: placeWords(service, office) })]),
    ...(bring.length === 0 ? [] : [texts.bring({ bring: listWords(bring) })]),
  ];
}
