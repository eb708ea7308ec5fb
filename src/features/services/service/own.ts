import type { Work } from '../../../engine/work.ts';
import { DAY } from '../../../kernel/clock.ts';
import { addDays, type Day, momentAt } from '../../../kernel/moment.ts';
import { periodOf, type Service } from '../../../kernel/service.ts';
import { type Booking, overlaps, type Slot } from '../rules/booking.ts';
import { lastDay } from '../rules/slots.ts';
import { findBookingsFor } from '../store/bookings.ts';
import { countSharesByPeriod } from '../store/seats.ts';
import { surroundingsOf } from './openings.ts';

/** For whom, and which booking is being moved and therefore in nobody's way. */
export interface Claimant {
  readonly personId: number;
  readonly beneficiary: string;
  readonly moving?: number | undefined;
}

/** What the same one has booked at the time of a turn, whatever the service. */
export type Clashes = (slot: Slot) => Booking | undefined;

/** Nobody can be at two places at one time: what is in the way of the turns of a service. */
export async function findClashes(work: Work, service: Service, claimant: Claimant): Promise<Clashes> {
  const { tx, community, at } = work;
  const { zone } = community;
  const until = momentAt(addDays(lastDay(service, await surroundingsOf(work, service)), 1), 0, zone);
  const since = new Date(at.getTime() - DAY);
  const own = await findBookingsFor(tx, community.id, claimant, since, until);
  const inTheWay = own.filter(({ no }) => no !== claimant.moving);
  return ({ day, start }) => {
    const turn = { startsAt: momentAt(day, start, zone), minutes: service.slot };
    return inTheWay.find((booking) => overlaps(booking, turn));
  };
}

/** Which turns of a service somebody may have: within their share, and at a time at which they have nothing else. */
export async function findAllowed(work: Work, service: Service, claimant: Claimant): Promise<(slot: Slot) => boolean> {
  const hasShare = await findShares(work, service, claimant);
  const clashes = await findClashes(work, service, claimant);
  return (slot) => hasShare(slot.day) && clashes(slot) === undefined;
}

/** Whether somebody has a share of a service left on a day. */
export async function findShares(work: Work, service: Service, claimant: Claimant): Promise<(day: Day) => boolean> {
  const { name, quota } = service;
  if (quota === undefined) return () => true;
  const { personId, beneficiary, moving } = claimant;
  const share = { service: name, personId, beneficiary };
  const used = await countSharesByPeriod(work.tx, work.community.id, share, moving);
  return (day) => (used.get(periodOf(day, quota.per)) ?? 0) < quota.times;
}
