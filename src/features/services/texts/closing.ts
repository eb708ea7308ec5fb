import { maskedWords } from '../../../kernel/mask.ts';
import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { Booking, Slot } from '../rules/booking.ts';
import { mealTexts } from './meals.ts';
import { bookingWords, dayWords, slotWords } from './say.ts';
import { waitingTexts } from './waiting.ts';

const closing = {
  closed: groupText('预约号{no} {service}，{at}停了，您的预约取消了，对不住。'),
  reason: text('原因：{reason}'),
  reasonInRoom: groupText('原因：{reason}'),
  again: groupText('换个时间回数字，或说别的日子，不约回0：'),
  byCommand: groupText('最近有空：{slots}。换就发：预约 {service} 日子 时间'),
  none: groupText('近期没有别的空位，有了再约：预约 {service}'),
  choice: groupText('{digit}. {words}'),
} as const;

interface Both {
  readonly inPrivate: PrivateText;
  readonly inGroup: GroupText;
}

/** That a day was closed, and why: in the staff's words, masked for a room. */
export function closedNotice(booking: Booking, reason: string): Both {
  return withReason(closing.closed(bookingWords(booking)), reason);
}

function withReason(head: GroupText, reason: string): Both {
  if (reason === '') return { inPrivate: head, inGroup: head };
  return {
    inPrivate: lines<PrivateText>(head, closing.reason({ reason: plainWords(reason).slice(0, 40) })),
    inGroup: lines<GroupText>(head, closing.reasonInRoom({ reason: maskedWords(reason.slice(0, 40)) })),
  };
}

/** The notice with other times: as a choice where a question can be put, else with what to send. */
export function closedAgain(notice: Both, service: string, slots: readonly Slot[], isAsked: boolean): Both {
  const name = officeWords(service);
  const choices = slots.map((slot, index) => closing.choice({ digit: index + 1, words: slotWords(slot) }));
  const list = officeWords(slots.map(slotWords).join('、'));
  const more: readonly GroupText[] =
    slots.length === 0
      ? [closing.none({ service: name })]
      : isAsked
        ? [closing.again(), ...choices]
        : [closing.byCommand({ service: name, slots: list })];
  return {
    inPrivate: lines<PrivateText>(notice.inPrivate, ...more),
    inGroup: lines<GroupText>(notice.inGroup, ...more),
  };
}

export function waitingClosed(service: string, day: string): Both {
  const said = waitingTexts.dayClosed({ service: officeWords(service), day: dayWords(day) });
  return { inPrivate: said, inGroup: said };
}

export function mealClosed(service: string, day: string, reason: string): Both {
  const head = mealTexts.dayClosed({ service: officeWords(service), day: dayWords(day) });
  return withReason(head, reason);
}

export function mealOpened({ no, service }: { readonly no: number; readonly service: string }, day: string): Both {
  const said = mealTexts.openedAgain({ no, service: officeWords(service), day: dayWords(day) });
  return { inPrivate: said, inGroup: said };
}
