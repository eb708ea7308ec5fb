import type { Tx } from '../../../engine/tx.ts';
import { groupBy } from '../../../kernel/group.ts';
import type { Booking, BookingState, Relation } from '../rules/booking.ts';

type Row = Awaited<ReturnType<Tx['booking']['findFirstOrThrow']>>;

/** State and relation are held to their lists by CHECKs. */
function fromRow({ communityId: _, state, relation, ...rest }: Row): Booking {
  return { ...rest, state: state as BookingState, relation: relation as Relation };
}

export async function insertBooking(tx: Tx, communityId: number, booking: Booking): Promise<void> {
  await tx.booking.create({ data: { ...booking, communityId }, select: { no: true } });
}

export async function findBooking(tx: Tx, communityId: number, no: number): Promise<Booking | undefined> {
  const row = await tx.booking.findUnique({ where: { communityId_no: { communityId, no } } });
  return row === null ? undefined : fromRow(row);
}

/** Saves a change, unless somebody else has changed the booking since it was read: then false. */
export async function saveBooking(
  tx: Tx,
  communityId: number,
  before: Booking,
  change: Partial<Omit<Booking, 'no'>>,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({
    where: { communityId, no: before.no, state: before.state, sequence: before.sequence },
    data: { ...change, changedAt: at },
  });
  return count === 1;
}

/** Keeps where somebody is visited. */
export async function saveDetails(
  tx: Tx,
  communityId: number,
  no: number,
  change: { readonly details: string; readonly grid?: number },
  at: Date,
): Promise<void> {
  await tx.booking.updateMany({ where: { communityId, no }, data: { ...change, changedAt: at } });
}

export interface BookingEvent {
  readonly bookingNo: number;
  readonly kind: string;
  readonly actor: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function appendBookingEvent(tx: Tx, communityId: number, event: BookingEvent): Promise<void> {
  await tx.bookingEvent.create({
    data: { ...event, detail: JSON.stringify(event.detail), communityId },
    select: { id: true },
  });
}

/** What was noted of a number under some kinds, the first one first. */
export async function findNotes(
  tx: Tx,
  communityId: number,
  bookingNo: number,
  kinds: readonly string[],
): Promise<readonly { readonly kind: string; readonly detail: unknown }[]> {
  const rows = await tx.bookingEvent.findMany({
    where: { communityId, bookingNo, kind: { in: [...kinds] } },
    orderBy: { id: 'asc' },
    select: { kind: true, detail: true },
  });
  return rows.map(({ kind, detail }) => ({ kind, detail: JSON.parse(detail) as unknown }));
}

/** Somebody's bookings in those states from a moment on, the next one first. */
export async function findBookingsOf(
  tx: Tx,
  communityId: number,
  personId: number,
  states: readonly BookingState[],
  from: Date,
): Promise<readonly Booking[]> {
  const rows = await tx.booking.findMany({
    where: { communityId, personId, state: { in: [...states] }, startsAt: { gte: from } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
    take: 20,
  });
  return rows.map(fromRow);
}

/** What somebody has booked for one and the same person, of what starts within a time. */
export async function findBookingsFor(
  tx: Tx,
  communityId: number,
  { personId, beneficiary }: Pick<Booking, 'personId' | 'beneficiary'>,
  from: Date,
  to: Date,
): Promise<readonly Booking[]> {
  const state = { in: ['booked', 'arrived'] };
  const rows = await tx.booking.findMany({
    where: { communityId, personId, beneficiary, state, startsAt: { gte: from, lt: to } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  });
  return rows.map(fromRow);
}

/** A day's bookings, of one service or of all, in the order of the day. */
export async function findBookingsOn(
  tx: Tx,
  communityId: number,
  day: string,
  states: readonly BookingState[],
  service?: string,
): Promise<readonly Booking[]> {
  const rows = await tx.booking.findMany({
    where: { communityId, day, state: { in: [...states] }, ...(service === undefined ? {} : { service }) },
    orderBy: [{ start: 'asc' }, { no: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Every booking that starts within a stretch of time, cancelled ones too: for calendars. */
export async function findBookingsBetween(
  tx: Tx,
  communityId: number,
  from: Date,
  to: Date,
): Promise<readonly Booking[]> {
  const rows = await tx.booking.findMany({
    where: { communityId, startsAt: { gte: from, lt: to } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  });
  return rows.map(fromRow);
}

export type Reminder = 'eve' | 'soon';

/** When the next reminder is due. */
export async function nextReminder(tx: Tx, communityId: number): Promise<Date | undefined> {
  const eve = await tx.booking.findFirst({
    where: { communityId, state: 'booked', eveDue: { not: null } },
    orderBy: { eveDue: 'asc' },
    select: { eveDue: true },
  });
  const soon = await tx.booking.findFirst({
    where: { communityId, state: 'booked', soonDue: { not: null } },
    orderBy: { soonDue: 'asc' },
    select: { soonDue: true },
  });
  const dues = [eve?.eveDue, soon?.soonDue].filter((due) => due !== undefined && due !== null);
  return dues.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Takes the reminders that are due: whoever gets a booking here is the one to remind. */
export async function takeReminders(
  tx: Tx,
  communityId: number,
  reminder: Reminder,
  now: Date,
): Promise<readonly Booking[]> {
  const isDue = reminder === 'eve' ? { eveDue: { lte: now } } : { soonDue: { lte: now } };
  const taken = reminder === 'eve' ? { eveDue: null } : { soonDue: null };
  const due = await tx.booking.findMany({
    where: { communityId, state: 'booked', ...isDue },
    orderBy: { no: 'asc' },
    take: 200,
  });
  const mine: Booking[] = [];
  for (const row of due) {
    const where = { communityId, no: row.no, state: 'booked', ...isDue };
    const { count } = await tx.booking.updateMany({ where, data: taken });
    if (count === 1) mine.push(fromRow(row));
  }
  return mine;
}

/** What a stretch of time brought of one service. */
export interface ServiceFigures {
  readonly service: string;
  readonly done: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly rated: number;
  readonly satisfied: number;
}

export async function readServiceFigures(
  tx: Tx,
  communityId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  satisfiedFrom: number,
): Promise<readonly ServiceFigures[]> {
  const where = { communityId, startsAt: { gte: from, lte: to } };
  const states = await tx.booking.groupBy({
    by: ['service', 'state'],
    where,
    _count: { no: true, marks: true },
    orderBy: [{ service: 'asc' }, { state: 'asc' }],
  });
  const satisfied = await tx.booking.groupBy({
    by: ['service'],
    where: { ...where, marks: { gte: satisfiedFrom } },
    _count: { no: true },
    orderBy: { service: 'asc' },
  });
  return [...groupBy(states, ({ service }) => service)].map(([service, rows]) => {
    const count = (state: BookingState): number => rows.find((row) => row.state === state)?._count.no ?? 0;
    return {
      service,
      done: count('done'),
      missed: count('no-show'),
      cancelled: count('cancelled'),
      rated: rows.reduce((sum, { _count }) => sum + _count.marks, 0),
      satisfied: satisfied.find((row) => row.service === service)?._count.no ?? 0,
    };
  });
}

/** How often somebody did not come to a service since a moment. */
export function countNoShows(
  tx: Tx,
  communityId: number,
  personId: number,
  service: string,
  since: Date,
): Promise<number> {
  return tx.booking.count({ where: { communityId, personId, service, state: 'no-show', startsAt: { gte: since } } });
}

/** Forgets where somebody lives, of appointments before a moment. */
export async function forgetBookingDetails(tx: Tx, communityId: number, before: Date): Promise<void> {
  const where = { communityId, startsAt: { lt: before }, details: { not: null } };
  await tx.booking.updateMany({ where, data: { details: null } });
}
