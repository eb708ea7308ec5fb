import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { dayOf, monthOf, momentAt } from '../../../kernel/moment.ts';
import type { Booking } from '../rules/booking.ts';
import { findBookingsOf, findBookingsOn, readServiceFigures, type ServiceFigures } from '../store/bookings.ts';
import { countDeliveries } from '../store/meals.ts';
import { findOwnWaiting, type WaitingEntry } from '../store/waiting.ts';
import { attends } from './change.ts';
import { allStaff } from './tell.ts';
import { serviceNamed } from './openings.ts';

/** The speaker's coming bookings, and how many of them this place must not show. */
export interface OwnBookings {
  readonly shown: readonly Booking[];
  readonly waiting: readonly WaitingEntry[];
  readonly hidden: number;
}

/** A room sees those that were booked in it. */
export async function ownBookings(turn: Turn): Promise<OwnBookings> {
  const { tx, community, speaker, place, at } = turn;
  const own = await findBookingsOf(tx, community.id, speaker.personId, ['booked', 'arrived'], at);
  const waiting = await findOwnWaiting(tx, community.id, speaker.personId);
  if (place.kind !== 'room') return { shown: own, waiting, hidden: 0 };
  const isHere = ({ roomId }: { readonly roomId: number | null }): boolean => roomId === place.room.id;
  const shown = own.filter(isHere);
  return { shown, waiting: waiting.filter(isHere), hidden: own.length - shown.length };
}

/** Whoever attends to a booking: those who do the service, else the office. The first one is told what has to be told. */
export async function workersOf(
  work: Work,
  booking: Pick<Booking, 'service' | 'grid'>,
): Promise<readonly StaffMember[]> {
  const staff = await allStaff(work);
  const isOffice = ({ role }: StaffMember): boolean => role === 'clerk' || role === 'secretary';
  const own = staff.filter((member) => !isOffice(member) && attends(work, member, booking));
  const named = serviceNamed(work, booking.service)?.staff;
  // Where a visit's grid is not known yet, everybody would be asked: the office sends it on.
  const sure = named !== undefined || booking.grid !== null ? own : [];
  const office = staff.filter(isOffice).toSorted((a, b) => a.role.localeCompare(b.role));
  return [...sure, ...office];
}

/** What a member of the staff has to attend to on a day. */
export async function bookingsToAttend(work: Work, member: StaffMember, day: string): Promise<readonly Booking[]> {
  const all = await findBookingsOn(work.tx, work.community.id, day, ['booked', 'arrived']);
  return all.filter((booking) => attends(work, member, booking));
}

/** This month's figures, service by service. */
export function serviceFigures(work: Work): Promise<readonly ServiceFigures[]> {
  const { zone, id } = work.community;
  const from = momentAt(`${monthOf(dayOf(work.at, zone))}-01`, 0, zone);
  return readServiceFigures(work.tx, id, from, work.at);
}

/** This month's meals; undefined where none was ordered. */
export async function mealFigures(
  work: Work,
): Promise<Readonly<Record<'delivered' | 'unopened' | 'off' | 'missed', number>> | undefined> {
  const today = dayOf(work.at, work.community.zone);
  const counts = await countDeliveries(work.tx, work.community.id, `${monthOf(today)}-01`, today);
  if (counts.size === 0) return undefined;
  const count = (state: string): number => counts.get(state) ?? 0;
  return { delivered: count('delivered'), unopened: count('unopened'), off: count('off'), missed: count('missed') };
}
