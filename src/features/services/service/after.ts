import { type Dialogue, findDialogue, keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { DAY, later, MINUTE } from '../../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { officeWords } from '../../../kernel/text.ts';
import { fileCase, SATISFIED_FROM, supplementCase } from '../../cases/feature.ts';
import type { Booking } from '../rules/booking.ts';
import { countNoShows, saveBooking } from '../store/bookings.ts';
import { complaintWords, staffTexts } from '../texts/staff.ts';
import { note } from './book.ts';
import { type ChangeRefusal, getBooking } from './change.ts';
import { tellPerson } from './tell.ts';
import { placeOf } from './waiting.ts';

/** The one question after it; commands/rating.ts answers it. */
export const RATING_QUESTION = 'services.rating';

/** What is listened for after a mark. */
export const RATED_QUESTION = 'services.rated';

/** Whether a dialogue waits for an answer: what is listened for after a mark needs none. */
export const isWaiting = (dialogue: Dialogue | undefined): boolean =>
  dialogue !== undefined && dialogue.question !== '' && dialogue.question !== RATED_QUESTION;

/** In a room a number that is said later is said to somebody else. */
const IN_ROOM = 10 * MINUTE;

/** Asks whoever booked how it was, once. */
export async function askForRating(work: Work, booking: Booking): Promise<void> {
  const { tx, community, at } = work;
  const service = officeWords(booking.service);
  const place = await placeOf(work, booking);
  if (place === undefined) return;
  const isFree = !isWaiting(await findDialogue(tx, community.id, place, booking.personId, at));
  if (isFree) {
    const dialogue = { question: RATING_QUESTION, payload: { no: booking.no }, misses: 0 };
    const patience = place.kind === 'direct' ? DAY : IN_ROOM;
    await keepDialogue(tx, community.id, place, booking.personId, dialogue, later(at, patience));
  }
  const { no } = booking;
  const notNow = staffTexts.rateLater({ service, no });
  const said = isFree
    ? { inPrivate: staffTexts.rate({ service }), inGroup: staffTexts.rateSoon({ service, no }) }
    : { inPrivate: notNow, inGroup: notNow };
  await tellPerson(work, booking, said, { lane: 'receipt' });
}

export type RatingRefusal = ChangeRefusal | 'rated-before' | 'too-early';

/** The service that was rated, and the case that came of a low mark. */
export interface Rated {
  readonly service: string;
  readonly caseNo?: number;
}

/** Keeps a mark; a low one becomes a case that somebody answers for. */
export async function rateBooking(
  turn: Turn,
  no: number,
  marks: number,
  reason: string,
): Promise<Result<Rated, RatingRefusal>> {
  const found = await getBooking(turn, no);
  if (!found.ok) return found;
  const booking = found.value;
  if (booking.personId !== turn.speaker.personId) return refuse('unknown');
  if (booking.marks !== null) return refuse('rated-before');
  if (booking.state !== 'done') return refuse('too-early');
  if (!(await saveBooking(turn.tx, turn.community.id, booking, { marks }, turn.at))) return refuse('changed-meanwhile');
  await note(turn, booking, 'rate', `person:${turn.speaker.personId}`, { marks });
  const { service } = booking;
  if (marks >= SATISFIED_FROM) return accept({ service });
  const words = complaintWords(service, no, reason);
  const { record } = await fileCase(turn, turn.speaker, turn.place, 'complaint', words);
  return accept({ service, caseNo: record.no });
}

/** Adds what somebody says after a low mark to the case that came of it; false where it takes no more words. */
export async function addReason(turn: Turn, caseNo: number, words: string): Promise<boolean> {
  return (await supplementCase(turn, caseNo, words)).ok;
}

/** How often somebody has not come within a year. Meals are never counted: who does not open may need help. */
export function noShowsOf(work: Work, booking: Booking): Promise<number> {
  return countNoShows(work.tx, work.community.id, booking.personId, booking.service, later(work.at, -365 * DAY));
}
