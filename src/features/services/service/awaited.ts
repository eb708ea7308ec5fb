import type { Turn } from '../../../engine/work.ts';
import { DAY, later } from '../../../kernel/clock.ts';
import { dayOf, momentAt } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Booking, BookingState } from '../rules/booking.ts';
import { findBookingsOf } from '../store/bookings.ts';
import { serviceNamed } from './openings.ts';
import { tellOfChange } from './workers.ts';

/** The speaker's bookings of those services, of all where none is named; a room sees those that were booked in it. */
async function ownOf(
  { tx, community, speaker, place }: Turn,
  named: readonly Service[],
  states: readonly BookingState[],
  from: Date,
): Promise<readonly Booking[]> {
  const own = await findBookingsOf(tx, community.id, speaker.personId, states, from);
  const here = place.kind === 'room' ? own.filter(({ roomId }) => roomId === place.room.id) : own;
  return named.length === 0 ? here : here.filter(({ service }) => named.some(({ name }) => name === service));
}

/**
 * Somebody waits at home for whoever was to come today: the worker is told at once, of each visit once. The visit, also
 * where its time has not come yet; undefined where none is left today.
 */
export async function passOnWaiting(
  turn: Turn,
  named: readonly Service[],
  words: string,
): Promise<Booking | undefined> {
  const { zone } = turn.community;
  const today = dayOf(turn.at, zone);
  const own = await ownOf(turn, named, ['booked', 'arrived', 'no-show'], momentAt(today, 0, zone));
  const visits = own.filter(({ day, service }) => day === today && serviceNamed(turn, service)?.place === 'home');
  const begun = visits.findLast(({ startsAt }) => startsAt <= turn.at);
  if (begun !== undefined) await tellOfChange(turn, begun, 'awaited', '', words);
  return begun ?? visits[0];
}

/** What somebody may ask of whether it is called off: what is to come, and what was called off last. */
export async function maybeCancelled(turn: Turn, named: readonly Service[]): Promise<readonly Booking[]> {
  const coming = await ownOf(turn, named, ['booked', 'arrived'], turn.at);
  const gone = await ownOf(turn, named, ['cancelled'], later(turn.at, -DAY));
  const [last] = gone.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  return last === undefined ? coming : [last, ...coming];
}
