import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { awaitedIn, maybeCancelledIn, mealReportIn } from '../rules/reports.ts';
import { maybeCancelled, passOnWaiting } from '../service/awaited.ts';
import { complainOfMeal, reportMissing } from '../service/meal-reports.ts';
import { ownOrders } from '../service/meal-orders.ts';
import { servicesOf } from '../service/openings.ts';
import { mealTexts } from '../texts/meals.ts';
import { bookingStateName, bookingWords, texts } from '../texts/say.ts';
import { mine } from './booking.ts';

/** What somebody tells of a service on its way to them; who has nothing of the kind is not meant. */
export const hearReport = async (turn: Turn, typed: string): Promise<Reply | undefined> =>
  (await ofMeal(turn, typed)) ?? (await ofWorker(turn, typed)) ?? whetherCancelled(turn, typed);

/** `饭还没到`, `饭太咸了` */
async function ofMeal(turn: Turn, typed: string): Promise<Reply | undefined> {
  const report = mealReportIn(typed);
  if (report === undefined) return undefined;
  if (report.kind === 'not-here' && !report.isYesterday) {
    const said = await reportMissing(turn, typed);
    return said === undefined ? undefined : say(lines<GroupText>(...said.slice(0, MOST)));
  }
  const said = await complainOfMeal(turn, typed, report.isYesterday);
  return said === undefined ? undefined : say(said);
}

const MOST = 6;

/** `师傅还没来` */
async function ofWorker(turn: Turn, typed: string): Promise<Reply | undefined> {
  const named = awaitedIn(typed, servicesOf(turn));
  const visit = named === undefined ? undefined : await passOnWaiting(turn, named, typed);
  if (visit === undefined) return undefined;
  const slots = bookingWords(visit);
  if (visit.startsAt > turn.at) return say(texts.notBegun(slots));
  return say(texts.toldAwaited({ ...slots, hotline: officeWords(turn.community.profile.office.hotline) }));
}

/** `取消了吗`: how it stands; nothing is changed. */
async function whetherCancelled(turn: Turn, typed: string): Promise<Reply | undefined> {
  const named = maybeCancelledIn(typed, servicesOf(turn));
  if (named === undefined) return undefined;
  const ofMeals = named.length > 0 && named.every(({ meal }) => meal !== undefined);
  const own = ofMeals ? [] : await maybeCancelled(turn, named);
  if (own.length === 0) {
    const hasMeals = (ofMeals || named.length === 0) && (await ownOrders(turn)).length > 0;
    if (hasMeals) return mine(turn);
    return ofMeals ? say(mealTexts.none()) : undefined;
  }
  const shown = own
    .slice(0, MOST)
    .map((booking) => texts.shown({ ...bookingWords(booking), state: bookingStateName(booking.state) }));
  return say(lines<GroupText>(...shown));
}
