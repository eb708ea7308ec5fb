import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import { groupBy } from '../../../kernel/group.ts';
import { dayOf, momentAt } from '../../../kernel/moment.ts';
import { readDuty } from '../../duty/feature.ts';
import type { Booking } from '../rules/booking.ts';
import { mayAttend } from '../rules/rights.ts';
import { findBookingsOn } from '../store/bookings.ts';
import { changeWords, type DayChange, rosterText } from '../texts/roster.ts';
import { serviceNamed } from './openings.ts';
import { allStaff, tellMember } from './tell.ts';

/** A service that the profile no longer has is known by name only; the office looks after what is left of it. */
export function attends(work: Work, member: StaffMember, booking: Pick<Booking, 'service' | 'grid'>): boolean {
  const service = serviceNamed(work, booking.service) ?? { staff: undefined, place: 'home' as const };
  return mayAttend(member, service, booking.grid, work.community.profile.duty.window);
}

const isOffice = ({ role }: StaffMember): boolean => role === 'clerk' || role === 'secretary';

/** Whoever attends to a booking: those who do the service, else the office. The first one is told what has to be told. */
export async function workersOf(
  work: Work,
  booking: Pick<Booking, 'service' | 'grid'> & Partial<Pick<Booking, 'day'>>,
): Promise<readonly StaffMember[]> {
  const staff = await allStaff(work);
  const service = serviceNamed(work, booking.service);
  const own = staff.filter((member) => !isOffice(member) && attends(work, member, booking));
  // Where a visit's grid is not known yet, everybody would be asked: the office sends it on.
  const sure = service?.staff !== undefined || booking.grid !== null ? own : [];
  const office = staff.filter(isOffice).toSorted((a, b) => a.role.localeCompare(b.role));
  const { day } = booking;
  const onDuty = service?.place === 'window' && day !== undefined ? (await readDuty(work, day)).member : undefined;
  return [...(onDuty === undefined ? [] : [onDuty]), ...sure, ...office];
}

/** When the lists of the day are sent, in minutes since midnight. */
export const LISTS_AT = 480;

/** Tells everybody who has appointments today which; those whose worker has not paired stand in the staff's room. */
export async function tellDaysBookings(work: Work): Promise<boolean> {
  const today = dayOf(work.at, work.community.zone);
  const bookings = await findBookingsOn(work.tx, work.community.id, today, ['booked']);
  const owned: { readonly member: StaffMember | undefined; readonly booking: Booking }[] = [];
  for (const booking of bookings) {
    const [member] = await workersOf(work, booking);
    owned.push({ member: member?.personId === null ? undefined : member, booking });
  }
  const endOfDay = { expiresAt: momentAt(today, 1_440, work.community.zone) };
  for (const [, some] of groupBy(owned, ({ member }) => member?.id)) {
    const said = rosterText(
      today,
      some.map(({ booking }) => booking),
    );
    await tellMember(work, some[0]?.member, said, endOfDay);
  }
  return bookings.length > 0;
}

/** What the worker hears of although the list of the day is not out yet. */
const ALWAYS_TOLD: readonly DayChange[] = ['late', 'delayed', 'awaited'];

/** Of what the worker hears once only. */
const ONCE_TOLD: readonly DayChange[] = ['late', 'awaited'];

/** Tells the worker at once what becomes of an appointment of a day whose list is out, unless they did it themselves. */
export async function tellOfChange(
  work: Work,
  booking: Booking,
  change: DayChange,
  actor = '',
  words = '',
): Promise<void> {
  const { zone } = work.community;
  const isListed = booking.day === dayOf(work.at, zone) && work.at >= momentAt(booking.day, LISTS_AT, zone);
  if (!isListed && !ALWAYS_TOLD.includes(change)) return;
  const [member] = await workersOf(work, booking);
  if (member !== undefined && actor === `staff:${member.id}`) return;
  await tellMember(work, member, changeWords(booking, change, words), {
    expiresAt: momentAt(booking.day, 1_440, zone),
    // It is about now.
    ...(change === 'delayed' || change === 'awaited' ? { keepsHours: false } : {}),
    // Whoever asks again has been heard.
    ...(ONCE_TOLD.includes(change) ? { onceKey: `booking:${booking.no}:${booking.sequence}:${change}` } : {}),
  });
}
