import type { Tx } from '../../../engine/tx.ts';
import type { Slot } from '../rules/booking.ts';

/** How a seat is held: for ten minutes while somebody is asked, for hours while it is offered, or for good. */
export type SeatKind = 'hold' | 'offer' | 'booked';

export interface Holder {
  readonly personId: number;
  readonly kind: SeatKind;
  readonly bookingNo: number | null;
  readonly expiresAt: Date | null;
}

/** Forgets what was held while somebody was asked and has run out. Offers end by the sweep only, which passes them on. */
export async function dropExpiredHolds(tx: Tx, communityId: number, now: Date): Promise<void> {
  await tx.serviceSeat.deleteMany({ where: { communityId, kind: 'hold', expiresAt: { lte: now } } });
}

/** Takes one seat; false where it has a holder. The table's key decides, whoever asks at the same moment. */
export async function insertSeat(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
  seat: number,
  { personId, kind, bookingNo, expiresAt }: Holder,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO service_seats (community_id, service, day, start, seat, kind, person_id, booking_no, expires_at)
    VALUES (${communityId}, ${service}, ${day}, ${start}, ${seat}, ${kind}, ${personId}, ${bookingNo}, ${expiresAt})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}

/** The numbers of the seats that have a holder. */
export async function takenSeats(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
): Promise<ReadonlySet<number>> {
  const rows = await tx.serviceSeat.findMany({
    where: { communityId, service, day, start },
    select: { seat: true },
  });
  return new Set(rows.map(({ seat }) => seat));
}

/** Turns somebody's own held or offered seat into a booked one; false where they have none there. */
export async function bookOwnSeat(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
  personId: number,
  bookingNo: number,
): Promise<boolean> {
  const own = await tx.serviceSeat.findFirst({
    where: { communityId, service, day, start, personId, kind: { in: ['hold', 'offer'] } },
    orderBy: { seat: 'asc' },
  });
  if (own === null) return false;
  const { count } = await tx.serviceSeat.updateMany({
    where: { communityId, service, day, start, seat: own.seat, personId, kind: { in: ['hold', 'offer'] } },
    data: { kind: 'booked', bookingNo, expiresAt: null },
  });
  return count === 1;
}

/** Gives back what somebody holds while they are being asked. */
export async function dropHoldsOf(tx: Tx, communityId: number, personId: number): Promise<void> {
  await tx.serviceSeat.deleteMany({ where: { communityId, personId, kind: 'hold' } });
}

/** Whether somebody holds a turn, or was offered it. */
export async function hasOwnSeat(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
  personId: number,
): Promise<boolean> {
  const own = await tx.serviceSeat.findFirst({
    where: { communityId, service, day, start, personId, kind: { in: ['hold', 'offer'] } },
    select: { seat: true },
  });
  return own !== null;
}

/** Whether a turn is offered to somebody from the waiting list. */
export async function hasOffer(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
  personId: number,
): Promise<boolean> {
  const offer = await tx.serviceSeat.findFirst({
    where: { communityId, service, day, start, personId, kind: 'offer' },
    select: { seat: true },
  });
  return offer !== null;
}

/** Gives back one offered seat of a turn. */
export async function dropOffer(
  tx: Tx,
  communityId: number,
  service: string,
  { day, start }: Slot,
  personId: number,
): Promise<void> {
  const where = { communityId, service, day, start, personId, kind: 'offer' };
  const one = await tx.serviceSeat.findFirst({ where, orderBy: { seat: 'desc' }, select: { seat: true } });
  if (one !== null) await tx.serviceSeat.deleteMany({ where: { ...where, seat: one.seat } });
}

/** Gives back a booking's seats: all, or those of one turn or day. */
export async function dropSeatsOf(tx: Tx, communityId: number, bookingNo: number, at?: Partial<Slot>): Promise<number> {
  const { count } = await tx.serviceSeat.deleteMany({ where: { communityId, bookingNo, ...at } });
  return count;
}

/** How many seats of each turn have a holder other than that person, by `day start`. */
export async function countTaken(
  tx: Tx,
  communityId: number,
  service: string,
  from: string,
  to: string,
  personId: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.serviceSeat.groupBy({
    by: ['day', 'start'],
    where: {
      communityId,
      service,
      day: { gte: from, lte: to },
      NOT: { personId, kind: { in: ['hold', 'offer'] } },
    },
    _count: { seat: true },
  });
  return new Map(rows.map(({ day, start, _count }) => [`${day} ${start}`, _count.seat]));
}

/** When the next hold runs out for which somebody may be waiting. */
export async function nextHoldEnd(tx: Tx, communityId: number): Promise<Date | undefined> {
  const row = await tx.serviceSeat.findFirst({
    where: { communityId, kind: 'hold' },
    orderBy: { expiresAt: 'asc' },
    select: { expiresAt: true },
  });
  return row?.expiresAt ?? undefined;
}

/** How much somebody has used up in a period. */
export function countShares(
  tx: Tx,
  communityId: number,
  share: { readonly service: string; readonly personId: number; readonly beneficiary: string; readonly period: string },
): Promise<number> {
  return tx.serviceQuota.count({ where: { ...share, communityId } });
}

/** How much of a service somebody has had or booked, by period; what a booking that is being moved holds is not counted. */
export async function countSharesByPeriod(
  tx: Tx,
  communityId: number,
  share: { readonly service: string; readonly personId: number; readonly beneficiary: string },
  except?: number,
): Promise<ReadonlyMap<string, number>> {
  const others = except === undefined ? {} : { NOT: { bookingNo: except } };
  const rows = await tx.serviceQuota.groupBy({
    by: ['period'],
    where: { ...share, communityId, ...others },
    _count: { n: true },
  });
  return new Map(rows.map(({ period, _count }) => [period, _count.n]));
}

/** Takes the n-th of what somebody may have in a period; false where all are used. */
export async function takeQuota(
  tx: Tx,
  communityId: number,
  quota: {
    readonly service: string;
    readonly personId: number;
    readonly beneficiary: string;
    readonly period: string;
    readonly times: number;
    readonly bookingNo: number;
  },
): Promise<boolean> {
  const { service, personId, beneficiary, period, times, bookingNo } = quota;
  for (let n = 1; n <= times; n += 1) {
    const count = await tx.$executeRaw`
      INSERT INTO service_quotas (community_id, service, person_id, beneficiary, period, n, booking_no)
      VALUES (${communityId}, ${service}, ${personId}, ${beneficiary}, ${period}, ${n}, ${bookingNo})
      ON CONFLICT DO NOTHING`;
    if (count === 1) return true;
  }
  return false;
}

export async function dropQuotasOf(tx: Tx, communityId: number, bookingNo: number): Promise<void> {
  await tx.serviceQuota.deleteMany({ where: { communityId, bookingNo } });
}

export async function dropQuotaOfDay(tx: Tx, communityId: number, bookingNo: number, period: string): Promise<void> {
  await tx.serviceQuota.deleteMany({ where: { communityId, bookingNo, period } });
}
