import { findDialogue, closeDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Turn } from '../../../engine/work.ts';
import { HOUR, later } from '../../../kernel/clock.ts';
import { dayOf } from '../../../kernel/moment.ts';
import type { Booking } from '../rules/booking.ts';
import { findBookingsOf } from '../store/bookings.ts';
import { isWaiting } from './after.ts';
import { releaseHolds } from './draft.ts';
import { tellOfChange } from './workers.ts';

/** Tells whoever waits for the speaker today that they come late; the appointment, or undefined where there is none. */
export async function passOnDelay(turn: Turn, words: string): Promise<Booking | undefined> {
  const { tx, community, speaker, place, at } = turn;
  // Most say so when it should have begun.
  const own = await findBookingsOf(tx, community.id, speaker.personId, ['booked'], later(at, -HOUR));
  const today = dayOf(at, community.zone);
  const booking = own.find(({ day, roomId }) => day === today && (place.kind !== 'room' || roomId === place.room.id));
  if (booking !== undefined) await tellOfChange(turn, booking, 'delayed', '', words);
  return booking;
}

/** Whether something is being asked of the speaker here that their words may be meant for. */
export async function isBeingAsked({ tx, community, place, speaker, at }: Turn): Promise<boolean> {
  return isWaiting(await findDialogue(tx, community.id, place, speaker.personId, at));
}

/** Gives up what was being talked about. */
export async function leaveTalk(turn: Turn): Promise<void> {
  await releaseHolds(turn);
  await closeDialogue(turn.tx, turn.community.id, turn.place, turn.speaker.personId);
}
