import type { Turn } from '../../../engine/work.ts';
import type { Draft } from './draft-shape.ts';
import { dayProblem, type Wish } from '../rules/slots.ts';
import { findEntry, findOwnWaiting, isBeingOffered, type WaitingEntry } from '../store/waiting.ts';
import { offerFreed, endEntry, waitFor } from './waiting.ts';
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
  for (const entry of own) await leave(turn, entry);
  return own.length;
}

async function leave(turn: Turn, entry: WaitingEntry): Promise<void> {
  await endEntry(turn, entry, 'left');
  const service = serviceNamed(turn, entry.service);
  if (service !== undefined) await offerFreed(turn, service, entry.day);
}

/** The offer that the speaker has: as a draft that needs no more but their word. */
export async function offerOf(
  turn: Turn,
  id: number,
): Promise<{ readonly entry: WaitingEntry; readonly draft: Draft | undefined } | undefined> {
  const entry = await findEntry(turn.tx, turn.community.id, id);
  if (entry === undefined || entry.personId !== turn.speaker.personId) return undefined;
  const isOpen = entry.state === 'offered' && entry.offerUntil !== null && entry.offerUntil > turn.at;
  if (!isOpen || entry.offeredStart === null) return { entry, draft: undefined };
  const draft: Draft = {
    service: entry.service,
    slot: { day: entry.day, start: entry.offeredStart },
    relation: entry.relation,
    beneficiary: entry.beneficiary,
    ...(entry.consentAt === null ? {} : { hasConsent: true }),
  };
  return { entry, draft };
}

/** Gives an offer back: it goes to the next one. Returns whether there is one. */
export async function declineOffer(turn: Turn, entry: WaitingEntry): Promise<boolean> {
  await leave(turn, entry);
  return isBeingOffered(turn.tx, turn.community.id, entry);
}
