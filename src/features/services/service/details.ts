import { keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Turn } from '../../../engine/work.ts';
import { HOUR, later } from '../../../kernel/clock.ts';
import { readPlace } from '../../../kernel/place.ts';
import type { Result } from '../../../kernel/result.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Booking } from '../rules/booking.ts';
import { saveBeneficiary } from '../store/beneficiaries.ts';
import { saveDetails } from '../store/bookings.ts';
import { saveMealDetails } from '../store/meals.ts';
import { texts } from '../texts/say.ts';
import { detailsMissing } from '../texts/staff.ts';
import { note } from './book.ts';
import { actorOf, type ChangeRefusal, getBooking } from './change.ts';
import { getMealOrder } from './meal-orders.ts';
import { workersOf } from './read.ts';
import { tellMember } from './tell.ts';

/** The question for address, telephone and what to mind; commands/details.ts answers it. */
export const DETAILS_QUESTION = 'services.details';
const PATIENCE = 24 * HOUR;

/** A booking or an order that somebody comes to the door for. */
export type Visit = Pick<Booking, 'no' | 'service' | 'personId' | 'name' | 'beneficiary' | 'details' | 'grid'>;

/** How the address of a visit is got: it is known, asked at once or in private, or staff call. Never in a room. */
export type DetailsWay = 'not-needed' | 'known' | 'here' | 'privately' | 'by-staff';

/** Sees to it that the address of a home visit is asked for, outside of every room. */
export async function askForDetails(turn: Turn, booking: Visit, isHome: boolean): Promise<DetailsWay> {
  if (!isHome) return 'not-needed';
  if (booking.details !== null) return 'known';
  if (turn.place.kind === 'direct') return 'here';
  const { tx, community, speaker, at } = turn;
  if (speaker.isFriend) {
    const expiresAt = later(at, PATIENCE);
    const dialogue = { question: DETAILS_QUESTION, payload: { no: booking.no }, misses: 0 };
    await keepDialogue(tx, community.id, { kind: 'direct' }, speaker.personId, dialogue, expiresAt);
    const options = { lane: 'receipt', keepsHours: false, expiresAt: later(at, LIFETIME.reply) } as const;
    await turn.post.toPerson(speaker.personId, texts.askDetails(), options);
    return 'privately';
  }
  const [worker] = await workersOf(turn, booking);
  await tellMember(turn, worker, detailsMissing(booking, turn.place.kind === 'room' ? turn.place.room.topic : ''));
  return 'by-staff';
}

function gridOf({ community }: Turn, words: string): { readonly grid?: number } {
  const { compound } = readPlace(words, community.profile.compounds).place;
  const found = community.profile.grids.find(({ covers }) => compound !== undefined && covers.includes(compound));
  return found === undefined ? {} : { grid: found.no };
}

/** Keeps what was told in private of an address; it is remembered for the next time. */
export async function keepDetails(turn: Turn, no: number, words: string): Promise<Result<Visit, ChangeRefusal>> {
  const { tx, community, at } = turn;
  const change = { details: words, ...gridOf(turn, words) };
  const order = await getMealOrder(turn, no);
  const found: Result<Visit, ChangeRefusal> = order.ok ? order : await getBooking(turn, no);
  if (!found.ok) return found;
  const visit = found.value;
  if (order.ok) await saveMealDetails(tx, community.id, no, change);
  else await saveDetails(tx, community.id, no, change, at);
  await saveBeneficiary(tx, community.id, visit.personId, visit.beneficiary, { details: words }, at);
  await note(turn, visit, 'details', actorOf(turn, visit));
  return found;
}
