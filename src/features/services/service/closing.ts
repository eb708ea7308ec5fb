import { audit } from '../../../engine/audit/store.ts';
import { findDialogue, keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import { DAY, later } from '../../../kernel/clock.ts';
import { addDays } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Booking } from '../rules/booking.ts';
import { ANY, isOffered } from '../rules/slots.ts';
import { findBookingsOn } from '../store/bookings.ts';
import { saveClosure } from '../store/closures.ts';
import { findOpenFor } from '../store/waiting.ts';
import { closedAgain, closedNotice, waitingClosed } from '../texts/closing.ts';
import { cancelBooking } from './change.ts';
import { DETAILS_QUESTION } from './details.ts';
import { findOpenings, surroundingsOf } from './openings.ts';
import { findAllowed } from './own.ts';
import { tellPerson } from './tell.ts';
import { endEntry, placeOf } from './waiting.ts';

/** The question that offers another time to somebody whose day was closed; commands/steps.ts answers it. */
export const TURN_QUESTION = 'services.which-turn';

/** Keeps what staff say of a day. */
export async function keepClosure(
  work: Work,
  member: StaffMember,
  service: Service,
  { day, isOpen, reason }: { readonly day: string; readonly isOpen: boolean; readonly reason: string },
): Promise<void> {
  const actor = `staff:${member.id}`;
  await saveClosure(work.tx, work.community.id, service.name, { day, isOpen, reason }, actor, work.at);
  const action = isOpen ? 'open-service' : 'stop-service';
  await audit(work, { actor, action, subject: `service:${service.name}:${day}`, detail: reason });
}

/** Closes days of a service, those on which it is offered, before anybody is told: nobody is sent on to the next of them. */
export async function closeDays(
  work: Work,
  member: StaffMember,
  service: Service,
  days: readonly string[],
  reason: string,
): Promise<readonly string[]> {
  const around = await surroundingsOf(work, service);
  const offered = days.filter((day) => isOffered(service, day, around));
  for (const day of offered) await keepClosure(work, member, service, { day, isOpen: false, reason });
  return offered;
}

/** Calls off what is booked on a day that was closed: everyone is told and offered another time. Returns how many. */
export async function stopService(
  work: Work,
  member: StaffMember,
  service: Service,
  day: string,
  reason: string,
): Promise<number> {
  for (const entry of await findOpenFor(work.tx, work.community.id, service.name, day)) {
    await endEntry(work, entry, 'lapsed');
    await tellPerson(work, entry, waitingClosed(service.name, day), { lane: 'receipt' });
  }
  const booked = await findBookingsOn(work.tx, work.community.id, day, ['booked'], service.name);
  let told = 0;
  for (const booking of booked) {
    const cancelled = await cancelBooking(work, booking, `staff:${member.id}`, reason);
    if (!cancelled.ok) continue;
    told += 1;
    await offerAnother(work, service, booking, reason);
  }
  return told;
}

/** What comes after the closed day is nearer to what somebody wanted than what comes before it. */
const LOOKED_AHEAD = 28;
const MOST_OFFERED = 3;

async function offerAnother(work: Work, service: Service, booking: Booking, reason: string): Promise<void> {
  const { tx, community, at } = work;
  const soon = { ...ANY, days: Array.from({ length: LOOKED_AHEAD }, (_, ahead) => addDays(booking.day, ahead + 1)) };
  const { personId } = booking;
  const may = await findAllowed(work, service, booking);
  const after = await findOpenings(work, service, soon, personId, MOST_OFFERED, may);
  const { slots } =
    after.slots.length > 0 ? after : await findOpenings(work, service, ANY, personId, MOST_OFFERED, may);
  const place = await placeOf(work, booking);
  if (place === undefined) return;
  const open = await findDialogue(tx, community.id, place, booking.personId, at);
  // An address can still be told later.
  const isFree = open === undefined || open.question === DETAILS_QUESTION;
  const notice = closedNotice(booking, reason);
  if (isFree && slots.length > 0) {
    const { service: name, relation, beneficiary, consentAt } = booking;
    const draft = { service: name, relation, beneficiary, ...(consentAt === null ? {} : { hasConsent: true }) };
    const dialogue = { question: TURN_QUESTION, payload: { draft, choices: slots, days: [] }, misses: 0 };
    await keepDialogue(tx, community.id, place, booking.personId, dialogue, later(at, DAY));
  }
  await tellPerson(work, booking, closedAgain(notice, service.name, slots, isFree), { lane: 'reminder' });
}

/**
 * Opens days of a service: a single one again, or besides its rule; of several those that staff had closed. Returns
 * which were opened.
 */
export async function openDays(
  work: Work,
  member: StaffMember,
  service: Service,
  days: readonly string[],
): Promise<readonly string[]> {
  const around = await surroundingsOf(work, service);
  const isMeant = (day: string): boolean =>
    days.length === 1 ? !isOffered(service, day, around) : around.closures.get(day) === false;
  const meant = days.filter(isMeant);
  for (const day of meant) await keepClosure(work, member, service, { day, isOpen: true, reason: '' });
  return meant;
}
