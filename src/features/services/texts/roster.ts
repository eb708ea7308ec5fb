import { type Day, sayTime } from '../../../kernel/moment.ts';
import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { daysText, dayWords } from './say.ts';
import { visitWords } from './staff.ts';

const texts = {
  head: groupText('{day}的预约{count}个：'),
  none: groupText('{day}没有预约。'),
  item: text('预约号{no} {time} {service} {visit}'),
  itemInRoom: groupText('{time} {service} 预约号{no}'),
  day: groupText('{day}{count}个：预约号{nos}'),
  howToSee: groupText('看哪天发：预约名单 {day}'),
  more: groupText('还有{count}个，办完前面的再看。'),
  how: groupText('到了发：到了 号；没来发：没来 号；办完发：完成 号'),
  new: text('今天新约的：预约号{no} {time} {service} {visit}'),
  newInRoom: groupText('今天新约的：{time} {service} 预约号{no}'),
  moved: text('今天改了时间：预约号{no} 改到{time}，{service} {visit}'),
  movedInRoom: groupText('今天改了时间：{service} 预约号{no} 改到{time}'),
  gone: text('今天不用去了：预约号{no} {time} {service} {visit}，居民取消或改到别的日子了。'),
  goneInRoom: groupText('今天不用去了：{time} {service} 预约号{no}，居民取消或改到别的日子了。'),
  late: text('{visit}说来不了或要改时间：预约号{no} 今天{time} {service}。\n不去了就发：取消预约 {no}'),
  delayed: text('{visit}说会晚到：预约号{no} 今天{time} {service}。“{words}”'),
  awaited: text('{visit}说还没等到人：预约号{no} 今天{time} {service}。\n“{words}”请马上联系居民。'),
  awaitedInRoom: groupText('有居民说还没等到人：今天{time} {service} 预约号{no}，请马上联系。'),
  delayedInRoom: groupText('有居民说会晚到：今天{time} {service} 预约号{no}。'),
  lateInRoom: groupText('有居民说来不了或要改时间：今天{time} {service} 预约号{no}，请联系一下。'),
} as const;

const MOST_ITEMS = 6;

/** The same for whoever attends to it and for a room, which sees times and numbers only. */
interface Both {
  readonly inPrivate: PrivateText;
  readonly inGroup: GroupText;
}

const slotsOf = ({ no, start, service }: Booking) => ({
  no,
  time: officeWords(sayTime(start)),
  service: officeWords(service),
});

/** A day's appointments, and how to say what became of them. */
export function rosterText(day: Day, bookings: readonly Booking[]): Both {
  if (bookings.length === 0) {
    const none = texts.none({ day: dayWords(day) });
    return { inPrivate: none, inGroup: none };
  }
  const head = texts.head({ day: dayWords(day), count: bookings.length });
  const shown = bookings.slice(0, MOST_ITEMS);
  const foot = bookings.length > MOST_ITEMS ? texts.more({ count: bookings.length - MOST_ITEMS }) : texts.how();
  return {
    inGroup: lines<GroupText>(head, ...shown.map((booking) => texts.itemInRoom(slotsOf(booking))), foot),
    inPrivate: lines<PrivateText>(
      head,
      ...shown.map((booking) => texts.item({ ...slotsOf(booking), ...visitWords(booking) })),
      foot,
    ),
  };
}

const MOST_DAYS = 6;

/** How many appointments each of several days has, with their numbers; days without any are left out. */
export function rosterOfDays(days: readonly (readonly [Day, readonly Booking[]])[]): GroupText {
  const busy = days.filter(([, bookings]) => bookings.length > 0);
  if (busy.length === 0) return texts.none({ day: daysText(days.map(([day]) => day)) });
  const items = busy.slice(0, MOST_DAYS).map(([day, bookings]) =>
    texts.day({
      day: dayWords(day),
      count: bookings.length,
      nos: officeWords(
        bookings
          .slice(0, NUMBERS_A_LINE)
          .map(({ no }) => String(no))
          .join('、'),
      ),
    }),
  );
  const [[first] = ['']] = busy;
  return lines<GroupText>(...items, texts.howToSee({ day: dayWords(first) }));
}
const NUMBERS_A_LINE = 8;

/**
 * What has become of an appointment of today since its list went out; `late`: too late for it to be changed in chat;
 * `delayed`: whoever booked comes late; `awaited`: the worker does.
 */
export type DayChange = 'new' | 'moved' | 'gone' | 'late' | 'delayed' | 'awaited';

export function changeWords(booking: Booking, change: DayChange, words: string): Both {
  const slots = slotsOf(booking);
  return {
    inPrivate: texts[change]({ ...slots, ...visitWords(booking), words: plainWords(words).slice(0, 40) }),
    inGroup: texts[`${change}InRoom`](slots),
  };
}
