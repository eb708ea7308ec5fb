import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import type { MonthSpan } from '../../../kernel/month.ts';
import { SATISFIED_FROM } from '../../cases/feature.ts';
import type { Booking } from '../rules/booking.ts';
import { findBookingsOf, findBookingsOn, readServiceFigures, type ServiceFigures } from '../store/bookings.ts';
import { countDeliveries } from '../store/meals.ts';
import { findOwnWaiting, type WaitingEntry } from '../store/waiting.ts';
import { attends } from './workers.ts';

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

/** What a member of the staff has to attend to on a day. */
export async function bookingsToAttend(work: Work, member: StaffMember, day: string): Promise<readonly Booking[]> {
  const all = await findBookingsOn(work.tx, work.community.id, day, ['booked', 'arrived']);
  return all.filter((booking) => attends(work, member, booking));
}

/** A month's figures, service by service. */
export function serviceFigures({ tx, community }: Work, span: MonthSpan): Promise<readonly ServiceFigures[]> {
  return readServiceFigures(tx, community.id, span, SATISFIED_FROM);
}

/** A month's meals; undefined where none was ordered. */
export async function mealFigures(
  { tx, community }: Work,
  { firstDay, lastDay }: MonthSpan,
): Promise<Readonly<Record<'delivered' | 'unopened' | 'off' | 'missed', number>> | undefined> {
  const counts = await countDeliveries(tx, community.id, firstDay, lastDay);
  if (counts.size === 0) return undefined;
  const count = (state: string): number => counts.get(state) ?? 0;
  return { delivered: count('delivered'), unopened: count('unopened'), off: count('off'), missed: count('missed') };
}
