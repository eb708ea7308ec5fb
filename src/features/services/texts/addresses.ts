import type { Profile } from '../../../engine/community/profile.ts';
import { groupText, lines, officeWords, type PrivateText, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { Booking } from '../rules/booking.ts';
import { askDetailsText } from './say.ts';

const texts = {
  wanted: groupText('预约号{no} {service}，还不知道上哪一家。'),
  wantedPrivately: groupText('预约号{no} {service}，还不知道上哪一家。请加我好友私聊告诉我，别发群里。'),
  missing: text('预约号{no} {service}，{name}约的，明天去，地址还没有，问过了。'),
  missingInRoom: groupText('预约号{no} {service}，明天去，地址还没有，问过了。请联系居民。'),
  howToAdd: groupText('没回请打个电话。问到了发：预约补充 {no} 地址 电话'),
} as const;

export const addressesJob = '问明天要上门、还没说地址的人家';

type Visit = Pick<Booking, 'no' | 'service' | 'name'>;

const slotsOf = ({ no, service }: Visit) => ({ no, service: officeWords(service) });

/** What whoever booked is asked; a room only hears that it is to be told in private. */
export function addressWanted(visit: Visit, profile: Pick<Profile, 'compounds'>) {
  return {
    inPrivate: lines<PrivateText>(texts.wanted(slotsOf(visit)), askDetailsText(profile)),
    inGroup: texts.wantedPrivately(slotsOf(visit)),
  };
}

/** What whoever is to go there hears. */
export function addressMissing(visit: Visit) {
  const missing = texts.missing({ ...slotsOf(visit), name: plainWords(visit.name) });
  return {
    inPrivate: lines<PrivateText>(missing, texts.howToAdd({ no: visit.no })),
    inGroup: texts.missingInRoom(slotsOf(visit)),
  };
}
