import { sayDay } from '../../../kernel/moment.ts';
import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { MealOrder } from '../rules/meals.ts';
import { visitWords } from './staff.ts';

export { mealTexts } from './meals.ts';

const texts = {
  head: groupText('{day}{meal}共{count}份：{routes}'),
  route: groupText('第{grid}网格{count}份'),
  routeUnknown: groupText('网格不详{count}份'),
  cook: text('{day}{meal}做{count}份。'),
  noDiet: text('没有人说忌口。'),
  diets: text('忌口：'),
  diet: text('预约号{no} “{diet}”'),
  item: text('{no}. {visit}'),
  carry: text('{day}{meal}，您这路{count}份，{due}前送到：'),
  left: text('还要送{count}份：'),
  more: text('{day}{meal}（接上）：'),
  how: text('送到发：送到 号（可写几个）；没人开门发：没人开 号'),
  inRoom: groupText('第{grid}网格{count}份要人送，那里的网格员还没绑定，名单发给办公室了。'),
} as const;

/** How many meals a day has, and by which routes: what the staff's room may see. */
export function listHead(
  day: string,
  meal: string,
  count: number,
  routes: readonly { readonly grid: number | null; readonly count: number }[],
): GroupText {
  const said = routes.map(({ grid, count: n }) =>
    grid === null ? texts.routeUnknown({ count: n }) : texts.route({ grid, count: n }),
  );
  const slots = { day: officeWords(sayDay(day)), meal: officeWords(meal), count };
  return texts.head({ ...slots, routes: officeWords(said.join('、')) });
}

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
export function routeTexts(day: string, meal: string, orders: readonly MealOrder[], due: string) {
  const slots = { day: sayDay(day), meal, count: orders.length, due };
  return pages(texts.carry(slots), texts.more(slots), orders.map(itemText), texts.how());
}

/** What is left of a route. */
export function leftTexts(orders: readonly MealOrder[]) {
  const head = texts.left({ count: orders.length });
  return pages(head, head, orders.map(itemText), texts.how());
}

/** What the cook reads: how many, and what some must not eat; numbers, neither names nor doors. */
export function cookTexts(
  day: string,
  meal: string,
  count: number,
  diets: readonly { readonly no: number; readonly diet: string }[],
): readonly PrivateText[] {
  const slots = { day: sayDay(day), meal, count };
  const head = texts.cook(slots);
  if (diets.length === 0) return [lines<PrivateText>(head, texts.noDiet())];
  const items = diets.map(({ no, diet }) => texts.diet({ no, diet: plainWords(diet) }));
  return pages(lines<PrivateText>(head, texts.diets()), texts.more(slots), items);
}
