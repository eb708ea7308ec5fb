import type { Turn } from '../../../engine/work.ts';
import { DAY, later } from '../../../kernel/clock.ts';
import type { Draft } from './draft-shape.ts';
import { dayProblem, type Wish } from '../rules/slots.ts';
import { findLapsedOffers, findOwnWaiting, isBeingOffered, type WaitingEntry } from '../store/waiting.ts';
import { leaveWaiting, placeOf, waitFor } from './waiting.ts';
import { serviceNamed, surroundingsOf } from './openings.ts';

const A_DAY = 1_440;

/** Puts the speaker on a day's list; false where the service is not offered then. */
export async function joinList(
  turn: Turn,
  draft: Pick<Draft, 'service' | 'relation' | 'beneficiary' | 'hasConsent'>,
  day: string,
  wish: Wish,
): Promise<boolean> {
  const service = serviceNamed(turn, draft.service ?? '');
  if (service === undefined) return false;
  if (dayProblem(service, day, await surroundingsOf(turn, service)) !== undefined) return false;
  const { personId, name } = turn.speaker;
  await waitFor(turn, {
    service: service.name,
    day,
    fromMinute: wish.from ?? 0,
    toMinute: wish.to ?? (wish.from === undefined ? A_DAY : wish.from + 1),
    personId,
    name,
    roomId: turn.place.kind === 'room' ? turn.place.room.id : null,
    relation: draft.relation,
    beneficiary: draft.beneficiary,
    consentAt: draft.hasConsent === true ? turn.at : null,
    at: turn.at,
  });
  return true;
}

/** Takes the speaker off every list; what was offered to them goes to the next one. */
export async function leaveLists(turn: Turn): Promise<number> {
  const own = await findOwnWaiting(turn.tx, turn.community.id, turn.speaker.personId);
  await leaveWaiting(turn, own);
  return own.length;
}

/** The offer that the speaker was made in this place, the one that ends first: as a draft that needs no more but their word. */
export async function offerHere(
  turn: Turn,
): Promise<{ readonly entry: WaitingEntry; readonly draft: Draft | undefined } | undefined> {
  const own = await findOwnWaiting(turn.tx, turn.community.id, turn.speaker.personId);
  const offered = own.filter(({ state }) => state === 'offered');
  for (const entry of offered.toSorted((a, b) => endOf(a) - endOf(b))) {
    if (await wasAskedHere(turn, entry)) return { entry, draft: draftOf(entry, turn.at) };
  }
  return undefined;
}

const endOf = ({ offerUntil }: WaitingEntry): number => offerUntil?.getTime() ?? 0;

/** A room knows only what was asked in it; in private everything of one's own can be answered. */
async function wasAskedHere(turn: Turn, entry: WaitingEntry): Promise<boolean> {
  if (turn.place.kind !== 'room') return turn.place.kind === 'direct';
  const asked = await placeOf(turn, entry);
  return asked?.kind === 'room' && asked.room.id === turn.place.room.id;
}

/** Undefined where its time is over. */
function draftOf(entry: WaitingEntry, at: Date): Draft | undefined {
  if (entry.offeredStart === null || entry.offerUntil === null || entry.offerUntil <= at) return undefined;
  return {
    service: entry.service,
    slot: { day: entry.day, start: entry.offeredStart },
    relation: entry.relation,
    beneficiary: entry.beneficiary,
    ...(entry.consentAt === null ? {} : { hasConsent: true }),
  };
}

const REMEMBERED = DAY;

/** The last offer made to the speaker in this place that ended within a day without them. */
export async function lapsedOfferHere(turn: Turn): Promise<WaitingEntry | undefined> {
  const { tx, community, speaker, at } = turn;
  for (const entry of await findLapsedOffers(tx, community.id, speaker.personId, later(at, -REMEMBERED))) {
    if (await wasAskedHere(turn, entry)) return entry;
  }
  return undefined;
}

/** Gives an offer back: it goes to the next one. Returns whether there is one. */
export async function declineOffer(turn: Turn, entry: WaitingEntry): Promise<boolean> {
  await leaveWaiting(turn, [entry]);
  return isBeingOffered(turn.tx, turn.community.id, entry);
}
