import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import type { Service } from '../../../kernel/service.ts';
import { type Booking, type BookingMove, isChangeable, moved, type MoveRefusal } from '../rules/booking.ts';
import { findBooking, saveBooking } from '../store/bookings.ts';
import { dropQuotasOf, dropSeatsOf } from '../store/seats.ts';
import { note } from './book.ts';
import { serviceNamed } from './openings.ts';
import { offerFreed } from './waiting.ts';
import { attends, tellOfChange } from './workers.ts';

export type ChangeRefusal = MoveRefusal | 'too-late' | 'unknown' | 'not-yours' | 'changed-meanwhile';

/** The booking of that number for whoever booked it, or for the staff who attend to it. To everybody else it is not there. */
export async function getBooking(turn: Turn, no: number): Promise<Result<Booking, ChangeRefusal>> {
  const booking = await findBooking(turn.tx, turn.community.id, no);
  if (booking === undefined) return refuse('unknown');
  const { personId, staff } = turn.speaker;
  if (booking.personId === personId) return accept(booking);
  if (staff === undefined) return refuse('unknown');
  return attends(turn, staff, booking) ? accept(booking) : refuse('not-yours');
}

/**
 * Whether the speaker can cancel or move a booking now. When it is too late for whoever booked, their word is handed on
 * to the worker, who can: nobody stands before a door for nothing.
 */
export async function mayChange(turn: Turn, booking: Booking): Promise<Result<Booking, 'too-late'>> {
  const { at, speaker } = turn;
  const isOwn = booking.personId === speaker.personId;
  // What has begun, or is over, is refused for what it is.
  if (!isOwn || booking.state !== 'booked' || at >= booking.startsAt) return accept(booking);
  if (isChangeable(booking, serviceNamed(turn, booking.service)?.changeBy ?? 0, at)) return accept(booking);
  await tellOfChange(turn, booking, 'late');
  return refuse('too-late');
}

/** Who did it, for the events. */
export function actorOf({ speaker }: Turn, booking: Pick<Booking, 'personId'>): string {
  const { staff, personId } = speaker;
  return staff !== undefined && booking.personId !== personId ? `staff:${staff.id}` : `person:${personId}`;
}

async function save(
  work: Work,
  booking: Booking,
  move: BookingMove,
  actor: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<Booking, ChangeRefusal>> {
  const state = moved(booking, move, work.at, work.community.zone);
  if (!state.ok) return state;
  const change = { state: state.value, sequence: booking.sequence + 1, eveDue: null, soonDue: null };
  if (!(await saveBooking(work.tx, work.community.id, booking, change, work.at))) return refuse('changed-meanwhile');
  await note(work, booking, move, actor, detail);
  return accept({ ...booking, ...change, changedAt: work.at });
}

/** Cancels a booking: its seat and its share are free again, and whoever waits is offered the seat. */
export async function cancelBooking(
  work: Work,
  booking: Booking,
  actor: string,
  reason = '',
): Promise<Result<Booking, ChangeRefusal>> {
  const cancelled = await save(work, booking, 'cancel', actor, { reason });
  if (!cancelled.ok) return cancelled;
  await dropSeatsOf(work.tx, work.community.id, booking.no);
  await dropQuotasOf(work.tx, work.community.id, booking.no);
  const service: Service | undefined = serviceNamed(work, booking.service);
  if (service !== undefined) await offerFreed(work, service);
  await tellOfChange(work, booking, 'gone', actor);
  return cancelled;
}

/** Staff say how it went: arrived, done, or nobody there. */
export async function attend(
  work: Work,
  member: StaffMember,
  no: number,
  move: 'arrive' | 'finish' | 'miss',
): Promise<Result<Booking, ChangeRefusal>> {
  const booking = await findBooking(work.tx, work.community.id, no);
  if (booking === undefined) return refuse('unknown');
  if (!attends(work, member, booking)) return refuse('not-yours');
  return save(work, booking, move, `staff:${member.id}`, {});
}

/** The booking that a refusal speaks of, for whoever attends to it. */
export async function bookingToAttend(work: Work, member: StaffMember, no: number): Promise<Booking | undefined> {
  const booking = await findBooking(work.tx, work.community.id, no);
  return booking !== undefined && attends(work, member, booking) ? booking : undefined;
}
