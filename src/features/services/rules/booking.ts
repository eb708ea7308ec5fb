import type { Day } from '../../../kernel/day.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';

/** What becomes of an appointment. */
export const BOOKING_STATES = ['booked', 'arrived', 'done', 'no-show', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** For whom somebody books. */
export const RELATIONS = ['self', 'family', 'neighbour'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Who is to have it: a label that the one who booked would say, empty for themselves. */
export interface Who {
  readonly relation: Relation;
  readonly beneficiary: string;
}

export const SELF: Who = { relation: 'self', beneficiary: '' };

/** A place in time: a day and the minutes since its midnight. */
export interface Slot {
  readonly day: Day;
  readonly start: number;
}

export interface Booking extends Who, Slot {
  readonly no: number;
  readonly service: string;
  readonly state: BookingState;
  readonly minutes: number;
  readonly startsAt: Date;
  readonly personId: number;
  readonly name: string;
  readonly roomId: number | null;
  readonly grid: number | null;
  readonly consentAt: Date | null;
  readonly details: string | null;
  readonly sequence: number;
  readonly eveDue: Date | null;
  readonly soonDue: Date | null;
  readonly marks: number | null;
  readonly bookedAt: Date;
  readonly changedAt: Date;
}

const MINUTE = 60_000;

/** Whether two appointments take place at the same time, if only in part. */
export function overlaps(
  one: Pick<Booking, 'startsAt' | 'minutes'>,
  other: Pick<Booking, 'startsAt' | 'minutes'>,
): boolean {
  const end = ({ startsAt, minutes }: Pick<Booking, 'startsAt' | 'minutes'>): number =>
    startsAt.getTime() + minutes * MINUTE;
  return one.startsAt.getTime() < end(other) && other.startsAt.getTime() < end(one);
}

/** What leads from which state to which. Whoever came late is still welcome: a no-show can be taken back. */
const MOVES = {
  arrive: { from: ['booked', 'no-show'], to: 'arrived' },
  finish: { from: ['booked', 'arrived', 'no-show'], to: 'done' },
  miss: { from: ['booked'], to: 'no-show' },
  cancel: { from: ['booked'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly BookingState[]; to: BookingState }>;

export const BOOKING_MOVES = ['arrive', 'finish', 'miss', 'cancel'] as const;
export type BookingMove = (typeof BOOKING_MOVES)[number];

export type MoveRefusal = 'not-now' | 'not-yet' | 'begun';

/** So many that are still to come may one person have booked, for whomever: nobody can take all the turns of a window. */
export const MOST_OPEN = 10;

/** Whether whoever booked can still cancel or move it themselves; `changeBy`: minutes before its start. */
export function isChangeable(
  { state, startsAt }: Pick<Booking, 'state' | 'startsAt'>,
  changeBy: number,
  at: Date,
): boolean {
  return state === 'booked' && at.getTime() < startsAt.getTime() - changeBy * MINUTE;
}

/**
 * The state after a move, or why there is none. Somebody arrives on the day itself; how it went is said from its start
 * on, or once they have arrived; who booked can cancel until its start.
 */
export function moved(
  booking: Pick<Booking, 'state' | 'startsAt' | 'day'>,
  move: BookingMove,
  at: Date,
  zone: string,
): Result<BookingState, MoveRefusal> {
  const { from, to } = MOVES[move];
  if (!(from as readonly BookingState[]).includes(booking.state)) return refuse('not-now');
  if (move === 'cancel' && at >= booking.startsAt) return refuse('begun');
  if (move === 'arrive' && dayOf(at, zone) < booking.day) return refuse('not-yet');
  const isUnstarted = booking.state === 'booked' && at < booking.startsAt;
  if (isUnstarted && (move === 'miss' || move === 'finish')) return refuse('not-yet');
  return accept(to);
}
