import {
  type GroupText,
  groupText,
  lines,
  officeWords,
  type PrivateText,
  type PublicWords,
  text,
} from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';

export const staffTexts = {
  listsJob: '把当天的预约名单发给经办人',
  missing: text(
    '预约号{no} {service}，{name}（{room}）约的，还没有地址电话，请联系一下。\n问到了发：预约补充 {no} 地址 电话',
  ),
  missingInRoom: groupText('预约号{no} {service}，还没有地址电话，请网格员联系居民。'),
  arrived: groupText('预约号{no} 记下了：到了。办完发：完成 {no}'),
  done: groupText('预约号{no} 记下了：完成。'),
  missed: groupText('预约号{no} 记下了：没来（近一年{count}次）。'),
  stopped: groupText('{service} {day}停了，{count}个预约都取消并告诉了居民。'),
  stoppedNone: groupText('{service} {day}停了，没有人约。'),
  howToOpen: groupText('恢复发：服务 开 {service} {day}'),
  farDay: groupText('是{year}年的{day}吗？是就写上年份，不是请改日子。'),
  opened: groupText('{service} {day}可以约了。'),
  openedMeals: groupText('{service} {day}恢复了，{count}份照送，都告诉了居民。'),
  openedLate: groupText('{service} {day}开了，可订餐截止时间已过，那天没有餐。'),
  noneClosed: groupText('这几天{service}没有停过。要另外加开就写一天，例如：服务 开 {service} 11月14日'),
  openedBefore: groupText('{service} {day}本来就开。'),
  stoppedBefore: groupText('{service} {day}本来就不开。'),
  wantsDay: groupText('还要写哪一天。例如：服务 停 {service} 11月26日 师傅有事'),
  pastDay: groupText('{day}已经过了。'),
  rosterWhichDay: groupText('没看懂是哪一天。例如：预约名单 周四'),
  doneCase: groupText('没有预约号{no}。编号{no}的事项办完，发：办结 {no} 结果'),
  isMeal: groupText('预约号{no}是送餐。送到了发：送到 {no}；没人开门发：没人开 {no}'),
  noSuchBooking: groupText('没有预约号{no}。有哪些就发：预约名单'),
  todo: text('预约号{no} {at} {service} {visit}'),
  todoInRoom: groupText('预约号{no} {at} {service}'),
  figures: groupText('预约（{month}）：{items}'),
  figuresRated: groupText('预约（{month}，满意{satisfied}/{rated}）：{items}'),
  whichMonth: groupText('没看懂是哪个月。例如：服务统计 10月'),
  figuresHead: groupText('{month}的预约：'),
  figuresLine: groupText('{service}：办{done}，没来{missed}，取消{cancelled}，满意{satisfied}/{rated}'),
  noFigures: groupText('{month}没有预约。'),
  figuresMore: groupText('　　　　　　　{items}'),
  figuresItem: groupText('{service}办{done}没来{missed}取消{cancelled}'),
  remindEve: groupText('提醒：明天，{at}，{service}，预约号{no}。'),
  remindSoon: groupText('提醒：今天，{at}，{service}，预约号{no}。'),
  remindCancel: groupText('不来了发：取消预约 {no}'),
  rate: groupText('{service}办完了，给打个分吧，回1到5，5分最好。'),
  rateSoon: groupText('{service}办完了，10分钟内给打个分吧，回1到5，5分最好。过后发：预约评价 {no} 5'),
  rateLater: groupText('{service}办完了，给打个分吧，发：预约评价 {no} 5'),
  thanks: groupText('谢谢，记下了。'),
  sorry: groupText('对不住，这件事登记成编号{no}了，会有人回访您。'),
  reasonKept: groupText('您说的也记下了，编号{no}，办的人会看到。'),
  rateUnclear: groupText('好的、不好的都听到了。一共打几分？回1到5，5分最好。'),
  ratedAlready: groupText('{service}的分刚才记下了，谢谢。'),
  ratedAlreadyLow: groupText('{service}的分刚才记下了。哪里没办好，发：投诉 什么事'),
  sorryWhy: groupText('对不住，这件事登记成编号{no}了，会有人回访您。\n哪里不好，直接说一句，我记上。'),
  sorryUnlessMistaken: groupText(
    '对不住，这件事登记成编号{no}了，会有人回访您。\n不是这个意思就发：撤回 {no}（10分钟内）',
  ),
  ratedBefore: groupText('预约号{no}您已经评过了，谢谢。'),
  rateTooEarly: groupText('预约号{no}还没办完，办完再评。'),
} as const;

/** The words of the case that comes of a low mark. */
export const complaintWords = (service: string, no: number | string, reason: string): string =>
  reason === '' ? `对${service}（预约号${no}）不满意` : `对${service}（预约号${no}）不满意：${reason}`;

/** Tells a worker that an address is missing. */
export function detailsMissing(
  { no, service, name }: Pick<Booking, 'no' | 'service' | 'name'>,
  room: string,
): { inPrivate: PrivateText; inGroup: GroupText } {
  return {
    inPrivate: staffTexts.missing({ no, service, name: plainWords(name), room }),
    inGroup: staffTexts.missingInRoom({ no, service: officeWords(service) }),
  };
}

/** Who is visited, as a worker reads it in private. */
export function visitName({ name, beneficiary, relation }: Pick<Booking, 'name' | 'relation' | 'beneficiary'>): string {
  const booker = plainWords(name);
  return relation === 'self' ? booker : `${booker}的${beneficiary}`;
}

/** Who is visited and where. */
export function visitWords(visit: Pick<Booking, 'name' | 'relation' | 'beneficiary' | 'details'>): { visit: string } {
  const details = visit.details === null ? '' : ` “${plainWords(visit.details)}”`;
  return { visit: visitName(visit) + details };
}

/** Services on one line of a phone. */
const SERVICES_A_LINE = 3;

/** What is counted of a service. */
interface Figures {
  readonly service: string;
  readonly done: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly rated: number;
  readonly satisfied: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** A month's figures, service by service, some on a line; how satisfied people were with all of them together. */
export function figuresTexts(all: readonly Figures[], month: PublicWords): readonly GroupText[] {
  const items = all.map(({ service, ...counts }) =>
    staffTexts.figuresItem({ ...counts, service: officeWords(service) }),
  );
  const rated = sumOf(all.map((one) => one.rated));
  const satisfied = sumOf(all.map((one) => one.satisfied));
  const found: GroupText[] = [];
  for (let start = 0; start < items.length; start += SERVICES_A_LINE) {
    const some = officeWords(items.slice(start, start + SERVICES_A_LINE).join('；'));
    if (start > 0) found.push(staffTexts.figuresMore({ items: some }));
    else if (rated === 0) found.push(staffTexts.figures({ month, items: some }));
    else found.push(staffTexts.figuresRated({ month, satisfied, rated, items: some }));
  }
  return found;
}

const MOST_SERVICES = 7;

/** A month's figures, a service a line, with how satisfied people were with each. */
export function serviceFiguresText(all: readonly Figures[], month: PublicWords): GroupText {
  if (all.length === 0) return staffTexts.noFigures({ month });
  const items = all
    .slice(0, MOST_SERVICES)
    .map(({ service, ...counts }) => staffTexts.figuresLine({ ...counts, service: officeWords(service) }));
  return lines<GroupText>(staffTexts.figuresHead({ month }), ...items);
}
