import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import type { Booking } from '../rules/booking.ts';
import { findBooking } from '../store/bookings.ts';
import { paperTexts } from '../texts/papers.ts';
import { hoursWords, listWords, placeWords } from '../texts/say.ts';
import { note } from './book.ts';
import type { ChangeRefusal } from './change.ts';
import { serviceNamed } from './openings.ts';
import { tellPerson } from './tell.ts';
import { attends } from './workers.ts';

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

function readyText(work: Work, booking: Booking): GroupText {
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
