import { z } from 'zod';
import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { addDays, dayOf, daysBetween } from '../../../kernel/moment.ts';
import { type GroupText, lines, type PrivateText } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import type { MealOrder } from '../rules/meals.ts';
import { pointingOf } from '../rules/pointing.ts';
import { NOT_WANTED, SUSPENDS, TIME_WORDS } from '../rules/vocabulary.ts';
import { FOR_GOOD } from '../rules/vocabulary/questions.ts';
import { askingOf, whenIn } from '../rules/when.ts';
import { endMeals, pauseMeals, resumeMeals } from '../service/meals.ts';
import { ownOrders, type OwnOrder } from '../service/meal-orders.ts';
import { actorOf } from '../service/change.ts';
import { servicesOf } from '../service/openings.ts';
import { mealTexts, orderItem, shortDays } from '../texts/meals.ts';
import { noSuchText } from '../texts/problems.ts';
import { refusalText } from '../texts/refusals.ts';
import { texts } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';
import { request } from './request.ts';
import { chosenOf } from './choosing.ts';
import { leavable } from './leaving.ts';

/** `订餐 周一到周五` means the service that is a meal, whatever it is called. */
function orderMeal(turn: Turn, typed: string): Promise<Reply> {
  const meal = servicesOf(turn).find((service) => service.meal !== undefined);
  return meal === undefined ? Promise.resolve(say(texts.noServices())) : request(turn, typed, meal);
}

type Act = 'pause' | 'resume' | 'end';

async function perform(turn: Turn, act: Act, order: MealOrder, days: readonly string[]): Promise<Reply> {
  const actor = actorOf(turn, order);
  const { no } = order;
  if (act === 'end') {
    await endMeals(turn, order, actor);
    return say(mealTexts.ended({ no }));
  }
  if (act === 'resume') {
    const { resumed, refused } = await resumeMeals(turn, order, days, actor);
    return say(
      lines<GroupText>(
        resumed.length === 0 ? undefined : mealTexts.resumed({ no, days: shortDays(resumed) }),
        refused.length === 0 ? undefined : mealTexts.notResumed({ days: shortDays(refused) }),
      ),
    );
  }
  const { stopped, late } = await pauseMeals(turn, order, days, actor);
  if (stopped.length + late.length === 0) return say(mealTexts.noDayOf({ no, days: shortDays(days) }));
  return say(
    lines<GroupText>(
      stopped.length === 0 ? undefined : mealTexts.stopped({ no, days: shortDays(stopped) }),
      late.length === 0 ? undefined : mealTexts.late({ days: shortDays(late) }),
    ),
  );
}

/** Ends the only order, or asks which one; what is unclear ends none, and `退餐 周五` means that day alone. */
export async function endOrPause(turn: Turn, no: number | undefined, typed: string): Promise<Reply> {
  // A day that is said but cannot be read never ends the whole order.
  if (no === undefined && !FOR_GOOD.test(fold(typed)) && fold(typed).search(TIME_WORDS) >= 0) {
    return chooseOrder(turn, 'pause', fold(typed).replace(NOT_WANTED, ' '));
  }
  const orders = (await ownOrders(turn)).filter((order) => no === undefined || order.no === no).slice(0, 5);
  const [only, ...others] = orders;
  if (only === undefined) return say(no === undefined ? mealTexts.none() : refusalText('unknown', no));
  if (SUSPENDS.test(fold(typed))) return suspend(turn, orders, typed);
  const { isClear } = pointingOf(typed, servicesOf(turn));
  return others.length === 0 && isClear ? perform(turn, 'end', only, []) : askWhich(turn, 'end', orders, []);
}

const A_WEEK = 7;

/** 住院了，饭先停: on the days that are named, else for a week from now on, and how to stop longer or to begin again; the order itself stays. */
async function suspend(turn: Turn, orders: readonly OwnOrder[], typed: string): Promise<Reply> {
  const today = dayOf(turn.at, turn.community.zone);
  const named = whenIn(typed, askingOf(turn.at, turn.community))?.wish.days ?? [];
  const days = named.length > 0 ? named : daysBetween(today, addDays(today, A_WEEK - 1));
  const [only, ...others] = orders;
  if (only === undefined || others.length > 0) return askWhich(turn, 'pause', orders, days);
  const done = await perform(turn, 'pause', only, days);
  return named.length > 0 ? done : say(lines<GroupText>(done.inGroup, mealTexts.suspended()));
}

function askWhich(turn: Turn, act: Act, orders: readonly OwnOrder[], days: readonly string[]): Reply {
  const items = orders.map((order) => orderItem(order, dayOf(turn.at, turn.community.zone)));
  const payload = { act, nos: orders.map(({ no }) => no), days };
  return {
    inGroup: lines<GroupText>(
      mealTexts.whichOrder(),
      ...items.map(({ inGroup }, index) => texts.choice({ digit: index + 1, words: inGroup })),
    ),
    inPrivate: lines<PrivateText>(
      mealTexts.whichOrder(),
      ...items.map(({ inPrivate }, index) => texts.choiceFor({ digit: index + 1, words: inPrivate })),
    ),
    ask: { question: whichOrder.id, payload },
  };
}

/** The only order, or a short choice of them; the days first, for they are the same whichever it is. */
export async function chooseOrder(turn: Turn, act: 'pause' | 'resume', typed: string | undefined): Promise<Reply> {
  const orders = (await ownOrders(turn)).slice(0, 5);
  const [only, ...others] = orders;
  if (only === undefined) return say(mealTexts.none());
  const said = whenIn(typed ?? '', askingOf(turn.at, turn.community));
  if (said?.problem !== undefined) return say(noSuchText(said.problem));
  const named = said?.wish.days ?? [];
  // 恢复送餐 is meant for all that was stopped.
  const days = act === 'resume' && named.length === 0 ? [...new Set(orders.flatMap(({ off }) => off))] : named;
  if (days.length === 0) return say(act === 'resume' ? mealTexts.nothingStopped() : mealTexts.wantsDays());
  return others.length === 0 ? perform(turn, act, only, days) : askWhich(turn, act, orders, days);
}

/** Which of several orders is meant. */
export const whichOrder: Question = leavable({
  whenLeft: () => texts.notTouched(),
  id: 'services.which-order',
  payload: z.object({
    act: z.enum(['pause', 'resume', 'end']),
    nos: z.array(z.number().int()),
    days: z.array(z.string()),
  }),
  fits: (typed, { nos }) => chosenOf(typed, nos) !== undefined,
  async answer(turn, typed, { act, nos, days }) {
    const no = chosenOf(typed, nos);
    const order = (await ownOrders(turn)).find((one) => one.no === no);
    return order === undefined ? say(texts.back()) : perform(turn, act, order, days);
  },
});

const anyone = { who: 'anyone', where: 'anywhere', heard: 'never', topic: '送餐' } as const;

export const mealCommands: readonly Command[] = [
  command({
    ...anyone,
    id: 'services.order-meal',
    words: ['订餐', '订饭', '我要订餐', '我要订饭'],
    usage: '订餐 日子',
    example: '订餐 周一到周五',
    args: { words: optional(words) },
    run: (turn, taken) => orderMeal(turn, taken.words ?? ''),
  }),
  command({
    ...anyone,
    id: 'services.pause-meal',
    words: ['停餐', '暂停送餐', '我要停餐'],
    usage: '停餐 日子',
    example: '停餐 周五',
    args: { words: optional(words) },
    run: (turn, taken) => chooseOrder(turn, 'pause', taken.words),
  }),
  command({
    ...anyone,
    id: 'services.resume-meal',
    words: ['复餐', '恢复送餐'],
    usage: '复餐 日子',
    example: '复餐 周五',
    args: { words: optional(words) },
    run: (turn, taken) => chooseOrder(turn, 'resume', taken.words),
  }),
  command({
    ...anyone,
    id: 'services.end-meal',
    words: ['退餐', '不订餐了', '我要退餐', '取消订餐'],
    usage: '退餐',
    example: '退餐',
    args: { no: optional(bookingNumber), words: optional(words) },
    run: (turn, taken) => endOrPause(turn, taken.no, taken.words ?? ''),
  }),
];
