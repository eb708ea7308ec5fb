import { findPerson, findRoom } from '../../../engine/identity/store.ts';
import type { Place, Work } from '../../../engine/work.ts';
import { dayOf, momentAt } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Booking, Slot } from '../rules/booking.ts';
import { offerEnd } from '../rules/waiting.ts';
import { dropExpiredHolds, dropOffer } from '../store/seats.ts';
import {
  findAwaitedServices,
  findEndedOffers,
  findOwnWaiting,
  findWaitingFor,
  isBeingOffered,
  joinWaiting,
  moveEntry,
  type NewEntry,
  type WaitingEntry,
} from '../store/waiting.ts';
import { offered, offerLapsed } from '../texts/waiting.ts';
import { findOpenings, serviceNamed } from './openings.ts';
import { findAllowed } from './own.ts';
import { takeSeat } from './seat.ts';
import { tellPerson } from './tell.ts';

const NOBODY = 0;

export function waitFor({ tx, community }: Work, entry: NewEntry): Promise<WaitingEntry> {
  return joinWaiting(tx, community.id, entry);
}

/** Where somebody is asked: in private as a friend, else in the room where they spoke. */
export async function placeOf(
  work: Work,
  { personId, roomId }: { readonly personId: number; readonly roomId: number | null },
): Promise<Place | undefined> {
  const person = await findPerson(work.tx, work.community.id, personId);
  if (person?.isFriend === true) return { kind: 'direct' };
  const room = roomId === null ? undefined : await findRoom(work.tx, work.community.id, roomId);
  return room === undefined ? undefined : { kind: 'room', room };
}

/**
 * Offers what is free of a service to those who wait, in their order; the seat is theirs while the offer stands. All
 * days are looked at: who gave one turn back may have a share for another now. Who may not take a turn keeps nobody
 * else from it.
 */
export async function offerFreed(work: Work, service: Service): Promise<void> {
  const { tx, community, at } = work;
  for (const entry of await findWaitingFor(tx, community.id, service.name, dayOf(at, community.zone))) {
    const wish = { days: [entry.day], from: entry.fromMinute, to: entry.toMinute };
    const may = await findAllowed(work, service, entry);
    // What they hold themselves is not free for an offer: its row has a holder.
    const [slot] = (await findOpenings(work, service, wish, NOBODY, 1, may)).slots;
    if (slot !== undefined) await offer(work, service, entry, slot);
  }
}

async function offer(work: Work, service: Service, entry: WaitingEntry, slot: Slot): Promise<void> {
  const { tx, community, at } = work;
  const { zone, profile } = community;
  const offerUntil = offerEnd(at, momentAt(slot.day, slot.start, zone), profile.proactiveHours, zone);
  const seat = { personId: entry.personId, kind: 'offer', bookingNo: null, expiresAt: offerUntil } as const;
  if (!(await takeSeat(work, service, slot, seat))) return;
  // Another process may have offered them something in the meantime: one offer is enough.
  if (!(await moveEntry(tx, community.id, entry, { state: 'offered', offeredStart: slot.start, offerUntil }))) {
    await dropOffer(tx, community.id, service.name, slot, entry.personId);
    return;
  }
  await tellPerson(work, entry, offered(service.name, slot, offerUntil, zone), {
    lane: 'reminder',
    expiresAt: offerUntil,
  });
}

/** Takes an entry off the list together with the seat that it was offered. */
export async function endEntry(work: Work, entry: WaitingEntry, state: 'taken' | 'lapsed' | 'left'): Promise<boolean> {
  const { tx, community } = work;
  if (!(await moveEntry(tx, community.id, entry, { state }))) return false;
  // A seat that was booked is no offer any more; one that was offered beside it is given back.
  if (entry.offeredStart !== null) {
    await dropOffer(tx, community.id, entry.service, { day: entry.day, start: entry.offeredStart }, entry.personId);
  }
  return true;
}

/** Takes somebody off lists. All entries end before anything is offered again: it would be offered to the one who leaves. */
export async function leaveWaiting(work: Work, entries: readonly WaitingEntry[]): Promise<void> {
  for (const entry of entries) await endEntry(work, entry, 'left');
  for (const name of new Set(entries.map(({ service }) => service))) {
    const service = serviceNamed(work, name);
    if (service !== undefined) await offerFreed(work, service);
  }
}

/** Who waits for a day and books it has what they waited for. */
export async function settleWaiting(
  work: Work,
  { service, day, personId, beneficiary }: Pick<Booking, 'service' | 'day' | 'personId' | 'beneficiary'>,
): Promise<void> {
  for (const entry of await findOwnWaiting(work.tx, work.community.id, personId)) {
    const isThis = entry.service === service && entry.day === day && entry.beneficiary === beneficiary;
    if (isThis) await endEntry(work, entry, 'taken');
  }
}

/** Ends the offers whose time is over, and gives whatever is free to whoever is next. */
export async function passOnOffers(work: Work): Promise<void> {
  const { tx, community, at } = work;
  await dropExpiredHolds(tx, community.id, at);
  const lapsed: WaitingEntry[] = [];
  for (const entry of await findEndedOffers(tx, community.id, at)) {
    if (!(await endEntry(work, entry, 'lapsed'))) continue;
    lapsed.push(entry);
  }
  for (const name of await findAwaitedServices(tx, community.id, dayOf(at, community.zone))) {
    const service = serviceNamed(work, name);
    if (service !== undefined) await offerFreed(work, service);
  }
  // Whether there was anybody next is known only now.
  for (const entry of lapsed) {
    const isPassedOn = await isBeingOffered(tx, community.id, entry);
    await tellPerson(work, entry, offerLapsed(entry.service, entry.day, isPassedOn), { lane: 'receipt' });
  }
}
