import { sayDay } from '../../../kernel/moment.ts';
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
import type { MealOrder } from '../rules/meals.ts';
import { visitWords } from './staff.ts';

export { mealTexts } from './meals.ts';

const texts = {
  head: groupText('{day}{meal}共{count}份：{routes}'),
  lateHead: groupText('（来晚了）{day}{meal}共{count}份：{routes}\n我断线了，名单现在才出。送不成的请打电话告诉老人。'),
  missedHead: groupText('{day}{meal}{count}份的名单没出，那时我断线了：{routes}\n请问问老人吃上了没有。'),
  missed: text('{day}{meal}的名单没出，您这路{count}份，请问问吃上了没有：'),
  notCarried: groupText('{day}{meal}停了，名单上的{count}份都不送了，居民告诉过了。'),
  lateCook: text('（来晚了）{day}{meal}做{count}份。'),
  lateCarry: text('（来晚了）{day}{meal}，您这路{count}份，{until}前送到：'),
  latestCarry: text('（来晚了）{day}{meal}，您这路{count}份，还没送的请快送：'),
  route: groupText('第{grid}网格{count}份'),
  routeUnknown: groupText('网格不详{count}份'),
  cook: text('{day}{meal}做{count}份。'),
  noDiet: text('没有人说忌口。'),
  diets: text('忌口：'),
  diet: text('预约号{no} “{diet}”'),
  item: text('{no}. {visit}'),
  carry: text('{day}{meal}，您这路{count}份，{until}前送到：'),
  left: text('还要送{count}份：'),
  more: text('{day}{meal}（接上）：'),
  how: text('送到发：送到 号（可写几个）；没人开门发：没人开 号'),
  inRoom: groupText('第{grid}网格{count}份要人送，那里的网格员还没绑定，名单发给办公室了。'),
} as const;

/** How many meals a day has, and by which routes: what the staff's room may see. */
export function listHead(list: MealList, routes: readonly Route[]): GroupText {
  const slots = { ...groupSlots(list), routes: routesWords(routes) };
  return list.isLate === true ? texts.lateHead(slots) : texts.head(slots);
}

/** A day's meals: how many, and whether their list comes late. */
export interface MealList {
  readonly day: string;
  readonly meal: string;
  readonly count: number;
  readonly isLate?: boolean;
}

interface Route {
  readonly grid: number | null;
  readonly count: number;
}

const groupSlots = ({ day, meal, count }: MealList) => ({
  day: officeWords(sayDay(day)),
  meal: officeWords(meal),
  count,
});

function routesWords(routes: readonly Route[]): PublicWords {
  const said = routes.map(({ grid, count }) =>
    grid === null ? texts.routeUnknown({ count }) : texts.route({ grid, count }),
  );
  return officeWords(said.join('、'));
}

/** The same where the list came when the day was over. */
export const missedHead = (list: MealList, routes: readonly Route[]): GroupText =>
  texts.missedHead({ ...groupSlots(list), routes: routesWords(routes) });

export const notCarriedText = (list: MealList): GroupText => texts.notCarried(groupSlots(list));

export const routeInRoom = (grid: number, count: number): GroupText => texts.inRoom({ grid, count });

/** With its heading and how to report, a message has eight lines. */
const ITEMS_A_PAGE = 6;

function pages(head: PrivateText, more: PrivateText, items: readonly PrivateText[], foot?: PrivateText) {
  const found: PrivateText[] = [];
  for (let start = 0; start < items.length; start += ITEMS_A_PAGE) {
    const isLast = start + ITEMS_A_PAGE >= items.length;
    const part = items.slice(start, start + ITEMS_A_PAGE);
    found.push(lines<PrivateText>(start === 0 ? head : more, ...part, isLast ? foot : undefined));
  }
  return found;
}

const itemText = (order: MealOrder): PrivateText => texts.item({ no: order.no, ...visitWords(order) });

/** What whoever carries a route reads: numbers, people and doors. */
export function routeTexts(list: MealList, orders: readonly MealOrder[], until: string | undefined) {
  const slots = { day: sayDay(list.day), meal: list.meal, count: orders.length };
  const inTime = list.isLate === true ? texts.lateCarry : texts.carry;
  const head = until === undefined ? texts.latestCarry(slots) : inTime({ ...slots, until });
  return pages(head, texts.more(slots), orders.map(itemText), texts.how());
}

/** Whom to ask, on a route whose list came when the day was over. */
export function missedTexts({ day, meal }: MealList, orders: readonly MealOrder[]) {
  const slots = { day: sayDay(day), meal, count: orders.length };
  return pages(texts.missed(slots), texts.more(slots), orders.map(itemText));
}

/** What is left of a route. */
export function leftTexts(orders: readonly MealOrder[]) {
  const head = texts.left({ count: orders.length });
  return pages(head, head, orders.map(itemText), texts.how());
}

/** What the cook reads: how many, and what some must not eat; numbers, neither names nor doors. */
export function cookTexts(
  { day, meal, count, isLate }: MealList,
  diets: readonly { readonly no: number; readonly diet: string }[],
): readonly PrivateText[] {
  const slots = { day: sayDay(day), meal, count };
  const head = isLate === true ? texts.lateCook(slots) : texts.cook(slots);
  if (diets.length === 0) return [lines<PrivateText>(head, texts.noDiet())];
  const items = diets.map(({ no, diet }) => texts.diet({ no, diet: plainWords(diet) }));
  return pages(lines<PrivateText>(head, texts.diets()), texts.more(slots), items);
}
