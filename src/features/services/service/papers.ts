import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { DAY, later } from '../../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import type { Booking } from '../rules/booking.ts';
import { findBooking, findBookingsOf, findNotes } from '../store/bookings.ts';
import { paperTexts } from '../texts/papers.ts';
import { hoursWords, listWords, placeWords } from '../texts/say.ts';
import { note } from './book.ts';
import type { ChangeRefusal } from './change.ts';
import { serviceNamed } from './openings.ts';
import { tellPerson } from './tell.ts';
import { attends } from './workers.ts';

/** The paper that the speaker has asked for last, and whether it lies ready; a room sees those that were booked in it. */
export interface OwnPaper {
  readonly booking: Booking;
  readonly hasBegun: boolean;
  readonly isReady: boolean;
}

const A_MONTH = 30 * DAY;

export async function ownPaper(turn: Turn, service: Service): Promise<OwnPaper | undefined> {
  const { tx, community, speaker, place, at } = turn;
  const since = later(at, -A_MONTH);
  const own = await findBookingsOf(tx, community.id, speaker.personId, ['booked', 'arrived', 'done'], since);
  const papers = own.filter(
    (one) => one.service === service.name && (place.kind !== 'room' || one.roomId === place.room.id),
  );
  // Whoever came may not be noted as having come.
  const hasBegun = ({ state, startsAt }: Booking): boolean => CAN_BE_READY.has(state) || startsAt <= at;
  const booking = papers.findLast(hasBegun) ?? papers[0];
  if (booking === undefined) return undefined;
  return {
    booking,
    hasBegun: hasBegun(booking),
    isReady: (await findNotes(tx, community.id, booking.no, ['ready'])).length > 0,
  };
}

const CAN_BE_READY: ReadonlySet<string> = new Set(['arrived', 'done']);

/** Tells whoever booked that what was asked for lies ready; false where there is no way to tell them. */
export async function announceReady(
  work: Work,
  member: StaffMember,
  no: number,
): Promise<Result<{ readonly isTold: boolean }, ChangeRefusal | 'nothing-to-fetch'>> {
  const booking = await findBooking(work.tx, work.community.id, no);
  if (booking === undefined || !attends(work, member, booking)) return refuse('not-yours');
  const service = serviceNamed(work, booking.service);
  if (service !== undefined && service.place !== 'window') return refuse('nothing-to-fetch');
  if (!CAN_BE_READY.has(booking.state)) return refuse('not-now');
  const said = readyText(work, booking);
  const way = await tellPerson(work, booking, { inPrivate: said, inGroup: said }, { lane: 'receipt' });
  await note(work, booking, 'ready', `staff:${member.id}`, { way });
  return accept({ isTold: way !== 'nowhere' });
}

export function readyText(work: Work, booking: Booking): GroupText {
  const service = serviceNamed(work, booking.service);
  const { office } = work.community.profile;
  const bring = service?.bring ?? [];
  const slots = {
    no: booking.no,
    service: officeWords(booking.service),
    hours: service === undefined ? officeWords('') : hoursWords(service),
    place: service === undefined ? officeWords(office.address) : placeWords(service, office.address),
  };
  return lines<GroupText>(
    paperTexts.ready(slots),
    bring.length === 0 ? undefined : paperTexts.bringIdentity({ bring: listWords(bring) }),
  );
}
