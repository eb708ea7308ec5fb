import { takeNumber } from '../../../engine/community/store.ts';
import type { Work } from '../../../engine/work.ts';
import { addDays, momentAt } from '../../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { periodOf, type Service } from '../../../kernel/service.ts';
import type { Booking, Slot, Who } from '../rules/booking.ts';
import { type SlotProblem, slotProblem } from '../rules/slots.ts';
import { remindersFor } from '../rules/waiting.ts';
import { appendBookingEvent, insertBooking, saveBooking } from '../store/bookings.ts';
import { countShares, dropHoldsOf, dropQuotasOf, dropSeatsOf, takeQuota } from '../store/seats.ts';
import { surroundingsOf } from './openings.ts';
import { findClashes } from './own.ts';
import { keepSeat, seatBooking } from './seat.ts';
import { offerFreed, settleWaiting } from './waiting.ts';
import { tellOfChange } from './workers.ts';

/** Who books what for whom. */
export interface Order extends Who {
  readonly personId: number;
  readonly name: string;
  readonly roomId: number | null;
  readonly grid: number | null;
  readonly consentAt: Date | null;
  readonly details: string | null;
}

export type BookRefusal = SlotProblem | 'quota' | 'clash';

const startOf = (zone: string, { day, start }: Slot): Date => momentAt(day, start, zone);

function remindersOf({ community, at }: Work, slot: Slot, startsAt: Date) {
  const hours = community.profile.proactiveHours;
  return remindersFor(slot.day, addDays(slot.day, -1), startsAt, at, hours, community.zone);
}

/** Books a turn: its seat, the person's share of it, the booking and its event, or nothing at all. */
export async function book(
  work: Work,
  service: Service,
  slot: Slot,
  order: Order,
): Promise<Result<Booking, BookRefusal>> {
  const { tx, community, at } = work;
  const problem = slotProblem(service, slot, await surroundingsOf(work, service));
  if (problem !== undefined) return refuse(problem);
  // The seat first, as a hold: whoever is refused has used up no number.
  if (!(await keepSeat(work, service, slot, order.personId))) return refuse('full');
  if (!(await hasShareLeft(work, service, slot, order))) {
    await dropHoldsOf(tx, community.id, order.personId);
    return refuse('quota');
  }
  if ((await findClashes(work, service, order))(slot) !== undefined) {
    await dropHoldsOf(tx, community.id, order.personId);
    return refuse('clash');
  }
  const no = await takeNumber(tx, community.id, 'booking');
  const isSeated = await seatBooking(work, service, slot, order.personId, no);
  if (!isSeated || !(await takeShare(work, service, slot, order, no))) {
    throw new Error('a seat or a share was lost within the transaction that took it');
  }
  const startsAt = startOf(community.zone, slot);
  const booking: Booking = {
    ...order,
    ...slot,
    no,
    service: service.name,
    state: 'booked',
    minutes: service.slot,
    startsAt,
    sequence: 0,
    ...remindersOf(work, slot, startsAt),
    marks: null,
    bookedAt: at,
    changedAt: at,
  };
  await insertBooking(tx, community.id, booking);
  await note(work, booking, 'book', `person:${order.personId}`, { ...slot, relation: order.relation });
  await dropHoldsOf(tx, community.id, order.personId);
  await settleWaiting(work, booking);
  await tellOfChange(work, booking, 'new', `person:${order.personId}`);
  return accept(booking);
}

async function hasShareLeft(
  { tx, community }: Work,
  { name, quota }: Service,
  { day }: Slot,
  { personId, beneficiary }: Pick<Order, 'personId' | 'beneficiary'>,
): Promise<boolean> {
  if (quota === undefined) return true;
  const share = { service: name, personId, beneficiary, period: periodOf(day, quota.per) };
  return (await countShares(tx, community.id, share)) < quota.times;
}

async function takeShare(
  { tx, community }: Work,
  service: Service,
  { day }: Slot,
  { personId, beneficiary }: Pick<Order, 'personId' | 'beneficiary'>,
  bookingNo: number,
): Promise<boolean> {
  const { quota } = service;
  if (quota === undefined) return true;
  const period = periodOf(day, quota.per);
  return takeQuota(tx, community.id, {
    service: service.name,
    personId,
    beneficiary,
    period,
    times: quota.times,
    bookingNo,
  });
}

/** Writes an event of a booking. */
export async function note(
  { tx, community, at }: Work,
  booking: Pick<Booking, 'no'>,
  kind: string,
  actor: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await appendBookingEvent(tx, community.id, { bookingNo: booking.no, kind, actor, at, detail });
}

/** Moves a booking to another turn; its number stays. The old turn is given to whoever waits for it. */
export async function moveBooking(
  work: Work,
  service: Service,
  booking: Booking,
  slot: Slot,
  actor: string,
): Promise<Result<Booking, BookRefusal>> {
  const { tx, community, at } = work;
  const problem = slotProblem(service, slot, await surroundingsOf(work, service));
  if (problem !== undefined) return refuse(problem);
  const before = { day: booking.day, start: booking.start };
  // A seat of the same turn is their own: there is nothing to move.
  if (before.day === slot.day && before.start === slot.start) return accept(booking);
  const { personId, beneficiary, no } = booking;
  const clash = (await findClashes(work, service, { personId, beneficiary, moving: no }))(slot);
  if (clash !== undefined) return refuse('clash');
  if (!(await seatBooking(work, service, slot, booking.personId, booking.no))) return refuse('full');
  await dropQuotasOf(tx, community.id, booking.no);
  if (!(await takeShare(work, service, slot, booking, booking.no))) {
    await dropSeatsOf(tx, community.id, booking.no, slot);
    await takeShare(work, service, before, booking, booking.no);
    return refuse('quota');
  }
  const startsAt = startOf(community.zone, slot);
  const change = { ...slot, startsAt, sequence: booking.sequence + 1, ...remindersOf(work, slot, startsAt) };
  if (!(await saveBooking(tx, community.id, booking, change, at))) {
    throw new Error('a booking was changed while its new seat was taken');
  }
  await dropSeatsOf(tx, community.id, booking.no, before);
  await note(work, booking, 'move', actor, { from: before, to: slot });
  await dropHoldsOf(tx, community.id, booking.personId);
  await offerFreed(work, service);
  const after = { ...booking, ...change, changedAt: at };
  if (before.day === slot.day) await tellOfChange(work, after, 'moved', actor);
  else {
    await tellOfChange(work, booking, 'gone', actor);
    await tellOfChange(work, after, 'new', actor);
  }
  return accept(after);
}
