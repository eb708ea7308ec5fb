import type { Reply } from '../../../engine/chat/command.ts';
import type { Community } from '../../../engine/community/community.ts';
import type { Turn } from '../../../engine/work.ts';
import { holdsPrivateNumber } from '../../../kernel/mask.ts';
import { type GroupText, lines, type PrivateText } from '../../../kernel/text.ts';
import { mergedDetails } from '../rules/details.ts';
import { ANY, type Wish } from '../rules/slots.ts';
import { type Told, toldIn } from '../rules/told.ts';
import { ANY_DAY, askingOf } from '../rules/when.ts';
import type { Draft } from '../service/draft-shape.ts';
import { serviceNamed } from '../service/openings.ts';
import { texts } from '../texts/say.ts';

/** All that the words tell of a booking of that service. */
export function toldHere({ at, community, speaker }: Turn, typed: string, name: string | undefined): Told {
  const service = name === undefined ? undefined : serviceNamed({ community }, name);
  const { compounds, services } = community.profile;
  const asking = askingOf(at, community, service?.hours);
  return toldIn(typed, { asking, compounds, services, own: speaker.name, isMeal: service?.meal !== undefined });
}

/** Whether the words tell something of a booking and nothing else; that does not depend on today. */
export function tellsOnly(typed: string, community: Community): boolean {
  return typed.length <= LONGEST && toldAnyDay(typed, community).isAll;
}
const LONGEST = 80;

/** What the words tell, as far as it does not depend on today. */
export function toldAnyDay(typed: string, community: Community): Told {
  const { compounds, services } = community.profile;
  return toldIn(typed, { asking: askingOf(ANY_DAY, community), compounds, services, isMeal: true });
}

/**
 * A draft with what was told. What was known of somebody else is known no more; a home is taken in private only, and
 * an age of one's own is none of the one for whom one books.
 */
export function withTold({ place, community }: Turn, draft: Draft, { who, age, isOwnAge, home }: Told): Draft {
  if (draft.moving !== undefined) return draft;
  const isOther = who !== undefined && who !== 'several' && who.beneficiary !== draft.beneficiary;
  const { age: _age, hasConsent: _consent, home: before = '', ...rest } = draft;
  const meant = isOther ? { ...rest, ...who } : draft;
  const isTheirs = age !== undefined && (meant.relation === 'self' || !isOwnAge);
  const isKept = home !== '' && place.kind === 'direct';
  return {
    ...meant,
    ...(isTheirs ? { age } : {}),
    ...(isKept ? { home: mergedDetails(isOther ? '' : before, home, community.profile.compounds) } : {}),
  };
}

/** The times that were told, on the days that are being talked about where only an hour was said. */
export function wishesOf({ wishes }: Told, days: Wish['days']): readonly [Wish, ...Wish[]] | undefined {
  const [first, ...others] = wishes.map((wish) => (wish.days.length > 0 ? wish : { ...wish, days }));
  return first === undefined ? undefined : [first, ...others];
}

export const anyTime: readonly [Wish] = [ANY];

/** In a room, whoever tells their flat or number there is asked not to; nothing of it is kept. */
export function withoutHome({ place }: Turn, { home }: Told, reply: Reply): Reply {
  const isTold = place.kind === 'room' && home !== '' && (holdsPrivateNumber(home) || /\d{3,}/.test(home));
  const isSaid = [texts.detailsAskedPrivately(), texts.detailsByStaff()].some((text) => reply.inGroup.includes(text));
  return isTold && !isSaid ? { ...reply, inGroup: lines<GroupText>(texts.notInRoom(), reply.inGroup) } : reply;
}

/** A reply with a line before it. */
export function prefixed(before: GroupText | undefined, reply: Reply): Reply {
  const inGroup = lines<GroupText>(before, reply.inGroup);
  return { ...reply, inGroup, inPrivate: lines<PrivateText>(before, reply.inPrivate) };
}
