import { type GroupText, groupText, lines, officeWords } from '../../../kernel/text.ts';
import type { Slot } from '../rules/booking.ts';
import { dayWords, momentWords, slotWords } from './say.ts';

export const waitingTexts = {
  joined: groupText('{service} {day} 替您排上了，有空位就告诉您。不等了发：取消候补'),
  offer: groupText('{service}有空位了：{at}。\n{until}前回“要”就是您的，不要回“不要”。'),
  lapsed: groupText('{service} {day} 的空位没等到您回话，给下一位了。还要排就发：候补 {service}'),
  lapsedUnclaimed: groupText('{service} {day} 的空位没等到您回话，不再留了。还要就发：预约 {service} {day}'),
  declinedUnclaimed: groupText('好的，空位不留了。'),
  declined: groupText('好的，空位给下一位。'),
  offerGone: groupText('这个空位已经不在了。发：预约 {service} 看看别的时间'),
  left: groupText('候补都取消了。'),
  noneLeft: groupText('您没有在候补。'),
  noWait: groupText('好的，不候补了。'),
  wantsService: groupText('候补哪一项、哪一天？例如：{service} 周四'),
  wantsDay: groupText('{service}候补哪一天？例如：周四'),
  notFull: groupText('{service} {day} 还有空位，直接约就行，回数字，不约回0：'),
  dayClosed: groupText('{service} {day} 停一天，您的候补取消了。'),
} as const;

const both = (said: GroupText) => ({ inPrivate: said, inGroup: said });

export const offered = (service: string, slot: Slot, until: Date, zone: string) =>
  both(
    lines<GroupText>(
      waitingTexts.offer({ service: officeWords(service), at: slotWords(slot), until: momentWords(until, zone) }),
    ),
  );

export function offerLapsed(service: string, day: string, isPassedOn: boolean) {
  const slots = { service: officeWords(service), day: dayWords(day) };
  return both(isPassedOn ? waitingTexts.lapsed(slots) : waitingTexts.lapsedUnclaimed(slots));
}
