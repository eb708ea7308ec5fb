import type { Work } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Slot } from '../rules/booking.ts';
import {
  bookOwnSeat,
  dropExpiredHolds,
  dropHoldsOf,
  hasOffer,
  hasOwnSeat,
  type Holder,
  insertSeat,
  takenSeats,
} from '../store/seats.ts';

/**
 * Takes a seat of a turn, or says that there is none. Seats are tried from the first free one on: whoever is quicker
 * has the row, and the next one is tried.
 */
export async function takeSeat(work: Work, service: Service, slot: Slot, holder: Holder): Promise<boolean> {
  const { tx, community, at } = work;
  await dropExpiredHolds(tx, community.id, at);
  const taken = await takenSeats(tx, community.id, service.name, slot);
  for (let seat = 1; seat <= service.capacity; seat += 1) {
    if (taken.has(seat)) continue;
    if (await insertSeat(tx, community.id, service.name, slot, seat, holder)) return true;
  }
  return false;
}

const HOLD = 600_000;

/** Holds a turn for ten minutes while the rest is asked; a person holds one at a time. */
export async function holdSeat(work: Work, service: Service, slot: Slot, personId: number): Promise<boolean> {
  await dropHoldsOf(work.tx, work.community.id, personId);
  if (await hasOffer(work.tx, work.community.id, service.name, slot, personId)) return true;
  const expiresAt = new Date(work.at.getTime() + HOLD);
  return takeSeat(work, service, slot, { personId, kind: 'hold', bookingNo: null, expiresAt });
}

/** Sees to it that a person has a seat of a turn: the one that they hold or were offered, else a free one, held. */
export async function keepSeat(work: Work, service: Service, slot: Slot, personId: number): Promise<boolean> {
  const { tx, community, at } = work;
  await dropExpiredHolds(tx, community.id, at);
  if (await hasOwnSeat(tx, community.id, service.name, slot, personId)) return true;
  const expiresAt = new Date(at.getTime() + HOLD);
  return takeSeat(work, service, slot, { personId, kind: 'hold', bookingNo: null, expiresAt });
}

/** The seat of a booking: what the person holds or was offered, else a free one. */
export async function seatBooking(
  work: Work,
  service: Service,
  slot: Slot,
  personId: number,
  bookingNo: number,
): Promise<boolean> {
  const { tx, community, at } = work;
  await dropExpiredHolds(tx, community.id, at);
  if (await bookOwnSeat(tx, community.id, service.name, slot, personId, bookingNo)) return true;
  return takeSeat(work, service, slot, { personId, kind: 'booked', bookingNo, expiresAt: null });
}
