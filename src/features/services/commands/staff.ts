import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { dayOf, sayTime } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import type { Booking } from '../rules/booking.ts';
import { listDue } from '../rules/meals.ts';
import { servicesIn } from '../rules/request.ts';
import { askingOf, whenIn } from '../rules/when.ts';
import { askForRating, noShowsOf } from '../service/after.ts';
import { attend, bookingToAttend } from '../service/change.ts';
import { openService, stopService } from '../service/closing.ts';
import { openMeals, stopMeals } from '../service/meal-closing.ts';
import { servicesOf } from '../service/openings.ts';
import { bookingsToAttend } from '../service/read.ts';
import { noSuchText } from '../texts/problems.ts';
import { refusalText } from '../texts/refusals.ts';
import { dayWords, listWords, texts } from '../texts/say.ts';
import { staffTexts, visitWords } from '../texts/staff.ts';
import { bookingNumber } from './arguments.ts';

const OFFICE = ['secretary', 'clerk', 'grid-worker'] as const;
/** Whoever may do a service; which bookings are theirs is decided one by one. */
const WORKERS = ['secretary', 'clerk', 'grid-worker', 'mediator', 'legal-adviser', 'expert'] as const;

/** From here on numbers are those of cases too, which end with another word. */
const FIRST_CASE = 101;

async function attended(turn: Turn, no: number, move: 'arrive' | 'finish' | 'miss'): Promise<Reply> {
  const done = await attend(turn, staffOf(turn), no, move);
  if (!done.ok) {
    if (done.refusal === 'unknown' && move === 'finish' && no >= FIRST_CASE) return say(staffTexts.doneCase({ no }));
    const booking = await bookingToAttend(turn, staffOf(turn), no);
    return say(refusalText(done.refusal === 'unknown' ? 'not-yours' : done.refusal, no, booking));
  }
  const booking = done.value;
  if (move === 'arrive') return say(staffTexts.arrived({ no }));
  if (move === 'miss') return say(staffTexts.missed({ no, count: await noShowsOf(turn, booking) }));
  await askForRating(turn, booking);
  return say(staffTexts.done({ no }));
}

interface DayOfService {
  readonly service: Service;
  readonly day: string;
  /** What follows the date. */
  readonly rest: string;
}

/** Reads `上门理发 11月26日 师傅有事`; or what to say where something is missing. */
function readDay(turn: Turn, typed: string): DayOfService | Reply {
  const all = servicesOf(turn);
  const [service] = servicesIn(typed, all);
  if (service === undefined) return say(texts.unknownService({ names: listWords(all.map(({ name }) => name)) }));
  const said = whenIn(typed, askingOf(turn.at, turn.community));
  const [day] = said?.wish.days ?? [];
  if (said === undefined || day === undefined) return say(staffTexts.wantsDay({ service: officeWords(service.name) }));
  if (day < dayOf(turn.at, turn.community.zone)) return say(staffTexts.pastDay({ day: dayWords(day) }));
  return { service, day, rest: said.rest };
}

async function stop(turn: Turn, typed: string): Promise<Reply> {
  const read = readDay(turn, typed);
  if (!('service' in read)) return read;
  const { service, day, rest } = read;
  const slots = { service: officeWords(service.name), day: dayWords(day) };
  const done =
    service.meal === undefined
      ? await stopService(turn, staffOf(turn), service, day, rest)
      : await stopMeals(turn, staffOf(turn), service, day, rest);
  if (typeof done === 'string') return say(staffTexts.stoppedBefore(slots));
  return say(done === 0 ? staffTexts.stoppedNone(slots) : staffTexts.stopped({ ...slots, count: done }));
}

async function open(turn: Turn, typed: string): Promise<Reply> {
  const read = readDay(turn, typed);
  if (!('service' in read)) return read;
  const slots = { service: officeWords(read.service.name), day: dayWords(read.day) };
  if (read.service.meal !== undefined) return openMealDay(turn, read.service, read.day);
  const done = await openService(turn, staffOf(turn), read.service, read.day);
  return say(done === true ? staffTexts.opened(slots) : staffTexts.openedBefore(slots));
}

async function openMealDay(turn: Turn, service: Service, day: string): Promise<Reply> {
  const slots = { service: officeWords(service.name), day: dayWords(day) };
  const done = await openMeals(turn, staffOf(turn), service, day);
  if (typeof done === 'string') return say(staffTexts.openedBefore(slots));
  if (done > 0) return say(staffTexts.openedMeals({ ...slots, count: done }));
  const isLate = turn.at >= listDue(service, day, turn.community.zone);
  return say(isLate ? staffTexts.openedLate(slots) : staffTexts.opened(slots));
}

const MOST_ITEMS = 6;

/** A day's bookings for whoever attends to them. A room sees times and numbers only. */
async function roster(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : whenIn(typed, askingOf(turn.at, turn.community));
  if (said?.problem !== undefined) return say(noSuchText(said.problem));
  const day = typed === undefined ? dayOf(turn.at, turn.community.zone) : said?.wish.days[0];
  if (day === undefined) return say(staffTexts.rosterWhichDay());
  const all = await bookingsToAttend(turn, staffOf(turn), day);
  if (all.length === 0) return say(staffTexts.rosterNone({ day: dayWords(day) }));
  const head = staffTexts.rosterHead({ day: dayWords(day), count: all.length });
  const shown = all.slice(0, MOST_ITEMS);
  const more =
    all.length > MOST_ITEMS ? staffTexts.rosterMore({ count: all.length - MOST_ITEMS }) : staffTexts.rosterHow();
  return {
    inGroup: lines<GroupText>(head, ...shown.map((booking) => staffTexts.rosterInRoom(itemSlots(booking))), more),
    inPrivate: lines<PrivateText>(
      head,
      ...shown.map((booking) => staffTexts.rosterItem({ ...itemSlots(booking), ...visitWords(booking) })),
      more,
    ),
  };
}

const itemSlots = ({ no, start, service }: Booking) => ({
  no,
  time: officeWords(sayTime(start)),
  service: officeWords(service),
});

const oneWord = { who: WORKERS, where: 'anywhere', heard: 'small-number', topic: '服务' } as const;

export const serviceStaffCommands: readonly Command[] = [
  command({
    id: 'services.stop',
    words: ['服务 停', '停 服务'],
    who: OFFICE,
    where: 'anywhere',
    heard: 'content',
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
    usage: '预约名单 日子',
    example: '预约名单 周四',
    topic: '服务',
    args: { words: optional(words) },
    run: (turn, taken) => roster(turn, taken.words),
  }),
  command({
    ...oneWord,
    id: 'services.arrived',
    words: ['到了'],
    usage: '到了 号',
    example: '到了 1',
    args: { no: bookingNumber },
    run: (turn, { no }) => attended(turn, no, 'arrive'),
  }),
  command({
    ...oneWord,
    id: 'services.missed',
    words: ['没来'],
    usage: '没来 号',
    example: '没来 1',
    args: { no: bookingNumber },
    run: (turn, { no }) => attended(turn, no, 'miss'),
  }),
  command({
    ...oneWord,
    id: 'services.done',
    words: ['完成'],
    usage: '完成 号',
    example: '完成 1',
    args: { no: bookingNumber },
    run: (turn, { no }) => attended(turn, no, 'finish'),
  }),
];
