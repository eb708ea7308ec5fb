import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { addDays, type Day, dayOf } from '../../../kernel/moment.ts';
import { readMonth, spanOfMonth } from '../../../kernel/month.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { type Booking, type BookingMove, moved } from '../rules/booking.ts';
import { listDue } from '../rules/meals.ts';
import { NAMES_YEAR } from '../rules/vocabulary.ts';
import { servicesIn } from '../rules/request.ts';
import { askingOf, isDayAlone, whenIn } from '../rules/when.ts';
import { askForRating, noShowsOf } from '../service/after.ts';
import { attend, bookingToAttend } from '../service/change.ts';
import { closeDays, openDays, stopService } from '../service/closing.ts';
import { bringAgain, stopMeals } from '../service/meal-closing.ts';
import { getMealOrder } from '../service/meal-orders.ts';
import { servicesOf } from '../service/openings.ts';
import { bookingsToAttend, serviceFigures } from '../service/read.ts';
import { isOffice } from '../service/workers.ts';
import { noSuchText } from '../texts/problems.ts';
import { refusalText } from '../texts/refusals.ts';
import { daysText, dayWords, listWords, texts } from '../texts/say.ts';
import { rosterOfDays, rosterText } from '../texts/roster.ts';
import { serviceFiguresText, staffTexts } from '../texts/staff.ts';
import { bookingNumber } from './arguments.ts';

const OFFICE = ['secretary', 'clerk', 'grid-worker'] as const;
/** Whoever may do a service; which bookings are theirs is decided one by one. */
const WORKERS = ['secretary', 'clerk', 'grid-worker', 'mediator', 'legal-adviser', 'expert'] as const;

/** From here on numbers are those of cases too, which end with another word. */
const FIRST_CASE = 101;

async function attended(turn: Turn, no: number, move: 'arrive' | 'finish' | 'miss'): Promise<Reply> {
  const done = await attend(turn, staffOf(turn), no, move);
  if (!done.ok) {
    if (done.refusal === 'unknown') return noneToAttend(turn, no, move);
    const booking = await bookingToAttend(turn, staffOf(turn), no);
    return say(refusalText(done.refusal, no, booking));
  }
  const booking = done.value;
  if (move === 'arrive') return say(staffTexts.arrived({ no }));
  if (move === 'miss') return say(staffTexts.missed({ no, count: await noShowsOf(turn, booking) }));
  await askForRating(turn, booking);
  return say(staffTexts.done({ no }));
}

/** Why no appointment has that number: it is that of meals, or maybe of a case; only the office hears that there is none. */
async function noneToAttend(turn: Turn, no: number, move: BookingMove): Promise<Reply> {
  if ((await getMealOrder(turn, no)).ok) return say(staffTexts.doneMeal({ no }));
  if (move === 'finish' && no >= FIRST_CASE) return say(staffTexts.doneCase({ no }));
  return say(isOffice(staffOf(turn)) ? staffTexts.noSuch({ no }) : refusalText('not-yours', no));
}

/** The only one of today that it can be said of: one word is enough for it, where nobody else is talking. */
async function attendedOnly(turn: Turn, move: 'arrive' | 'finish' | 'miss'): Promise<Reply> {
  const today = dayOf(turn.at, turn.community.zone);
  const all = await bookingsToAttend(turn, staffOf(turn), today);
  const [only, ...others] = all.filter((booking) => moved(booking, move, turn.at, turn.community.zone).ok);
  if (turn.place.kind === 'direct' && only !== undefined && others.length === 0) return attended(turn, only.no, move);
  return { ...rosterText(today, all), isForAddressed: turn.place.kind === 'room' };
}

interface DaysOfService {
  readonly service: Service;
  readonly days: readonly Day[];
  /** What follows the dates. */
  readonly rest: string;
}

/** A date without a year that is over means next year to the calendar; staff who close a day mean no day so far off. */
const FAR = 300;

/** Reads `上门理发 11月26日 师傅有事`, `上门理发 下周`; or what to say where something is missing. */
function readDays(turn: Turn, typed: string): DaysOfService | Reply {
  const all = servicesOf(turn);
  const [service] = servicesIn(typed, all);
  if (service === undefined) return say(texts.unknownService({ names: listWords(all.map(({ name }) => name)) }));
  const said = whenIn(typed, askingOf(turn.at, turn.community));
  if (said?.problem !== undefined) return say(noSuchText(said.problem));
  const [first] = said?.wish.days ?? [];
  if (said === undefined || first === undefined)
    return say(staffTexts.wantsDay({ service: officeWords(service.name) }));
  const today = dayOf(turn.at, turn.community.zone);
  if (first > addDays(today, FAR) && !NAMES_YEAR.test(fold(typed)))
    return say(staffTexts.farDay({ year: officeWords(first.slice(0, 4)), day: dayWords(first) }));
  const days = said.wish.days.filter((day) => day >= today);
  if (days.length === 0) return say(staffTexts.pastDay({ day: dayWords(first) }));
  return { service, days, rest: said.rest };
}

async function stop(turn: Turn, typed: string): Promise<Reply> {
  const read = readDays(turn, typed);
  if (!('service' in read)) return read;
  const { service, rest: reason } = read;
  const days = await closeDays(turn, staffOf(turn), service, read.days, reason);
  const [first] = days;
  const slots = { service: officeWords(service.name), day: daysText(first === undefined ? read.days : days) };
  if (first === undefined) return say(staffTexts.stoppedBefore(slots));
  const tell = service.meal === undefined ? stopService : stopMeals;
  let count = 0;
  for (const day of days) count += await tell(turn, staffOf(turn), service, day, reason);
  const done = count === 0 ? staffTexts.stoppedNone(slots) : staffTexts.stopped({ ...slots, count });
  return say(lines<GroupText>(done, staffTexts.howToOpen({ ...slots, day: dayWords(first) })));
}

async function open(turn: Turn, typed: string): Promise<Reply> {
  const read = readDays(turn, typed);
  if (!('service' in read)) return read;
  const { service } = read;
  const days = await openDays(turn, staffOf(turn), service, read.days);
  const slots = { service: officeWords(service.name), day: daysText(days.length === 0 ? read.days : days) };
  if (days.length === 0) {
    return say(read.days.length === 1 ? staffTexts.openedBefore(slots) : staffTexts.noneClosed(slots));
  }
  if (service.meal === undefined) return say(staffTexts.opened(slots));
  const count = await bringAgain(turn, service, days);
  if (count > 0) return say(staffTexts.openedMeals({ ...slots, count }));
  const isLate = days.every((day) => turn.at >= listDue(service, day, turn.community.zone));
  return say(isLate ? staffTexts.openedLate(slots) : staffTexts.opened(slots));
}

/** A day's bookings for whoever attends to them, or how many each of several days has. */
async function roster(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : whenIn(typed, askingOf(turn.at, turn.community));
  if (said?.problem !== undefined) return say(noSuchText(said.problem));
  const days = typed === undefined ? [dayOf(turn.at, turn.community.zone)] : (said?.wish.days ?? []);
  const [day] = days;
  if (day === undefined) return say(staffTexts.rosterWhichDay());
  if (days.length === 1) return rosterText(day, await bookingsToAttend(turn, staffOf(turn), day));
  const each: (readonly [Day, readonly Booking[]])[] = [];
  for (const one of days) each.push([one, await bookingsToAttend(turn, staffOf(turn), one)]);
  return say(rosterOfDays(each));
}

async function monthOfServices(turn: Turn, said: string): Promise<Reply> {
  const month = readMonth(said, dayOf(turn.at, turn.community.zone));
  if (month === undefined) return say(staffTexts.whichMonth());
  const span = spanOfMonth(month, turn.at, turn.community.zone);
  return say(serviceFiguresText(await serviceFigures(turn, span), officeWords(span.said)));
}

/** Whether words name a month at all does not depend on today. */
const LAST_DAY = '2026-12-31';

const oneWord = { who: WORKERS, where: 'anywhere', heard: 'small-number', topic: '服务' } as const;

export const serviceStaffCommands: readonly Command[] = [
  command({
    id: 'services.stop',
    words: ['服务 停', '停 服务'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'content',
    isMeant: (rest, { services }) => servicesIn(rest, services).length > 0,
    usage: '服务 停 名字 日子 原因',
    example: '服务 停 上门理发 11月26日 师傅有事',
    topic: '服务',
    args: { words },
    run: (turn, taken) => stop(turn, taken.words),
  }),
  command({
    id: 'services.open',
    words: ['服务 开'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'content',
    isMeant: (rest, { services }) => servicesIn(rest, services).length > 0,
    usage: '服务 开 名字 日子',
    example: '服务 开 上门理发 11月27日',
    topic: '服务',
    args: { words },
    run: (turn, taken) => open(turn, taken.words),
  }),
  command({
    id: 'services.roster',
    words: ['预约名单'],
    who: WORKERS,
    where: 'anywhere',
    heard: 'content',
    isMeant: (rest, { timezone }) => isDayAlone(rest, timezone),
    usage: '预约名单 日子',
    example: '预约名单 周四',
    topic: '服务',
    args: { words: optional(words) },
    run: (turn, taken) => roster(turn, taken.words),
  }),
  command({
    id: 'services.figures',
    words: ['服务统计', '统计服务'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'content',
    isMeant: (rest) => readMonth(rest, LAST_DAY) !== undefined,
    usage: '服务统计 月份',
    example: '服务统计',
    topic: '服务',
    args: { words: optional(words) },
    run: (turn, { words: said = '' }) => monthOfServices(turn, said),
  }),
  command({
    ...oneWord,
    id: 'services.arrived',
    words: ['到了'],
    usage: '到了 号',
    example: '到了 1',
    args: { no: optional(bookingNumber) },
    run: (turn, { no }) => (no === undefined ? attendedOnly(turn, 'arrive') : attended(turn, no, 'arrive')),
  }),
  command({
    ...oneWord,
    id: 'services.missed',
    words: ['没来'],
    usage: '没来 号',
    example: '没来 1',
    args: { no: optional(bookingNumber) },
    run: (turn, { no }) => (no === undefined ? attendedOnly(turn, 'miss') : attended(turn, no, 'miss')),
  }),
  command({
    ...oneWord,
    id: 'services.done',
    words: ['完成'],
    usage: '完成 号',
    example: '完成 1',
    args: { no: optional(bookingNumber) },
    run: (turn, { no }) => (no === undefined ? attendedOnly(turn, 'finish') : attended(turn, no, 'finish')),
  }),
];
