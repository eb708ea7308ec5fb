import { keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Turn } from '../../../engine/work.ts';
import { HOUR, later } from '../../../kernel/clock.ts';
import { readPlace } from '../../../kernel/place.ts';
import { accept, type Result } from '../../../kernel/result.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Booking } from '../rules/booking.ts';
import { partDetails, withDiet } from '../rules/details.ts';
import type { MealOrder } from '../rules/meals.ts';
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

/** What was kept: of a booking, or of a meal, whose diet has been said or has not. */
export type Kept = { readonly kind: 'visit' } | { readonly kind: 'meal'; readonly diet: string };

/** Keeps what was told in private of an address; it is remembered for the next time. */
export async function keepDetails(turn: Turn, no: number, words: string): Promise<Result<Kept, ChangeRefusal>> {
  const order = await getMealOrder(turn, no);
  if (order.ok) return accept(await keepOfMeal(turn, order.value, words));
  const booking = await getBooking(turn, no);
  if (!booking.ok) return booking;
  const { tx, community, at } = turn;
  await saveDetails(tx, community.id, no, { details: words, ...gridOf(turn, words) }, at);
  await remember(turn, booking.value, words);
  return accept({ kind: 'visit' });
}

/** What is said of the food alone leaves the address as it is, and the other way round. */
async function keepOfMeal(turn: Turn, order: MealOrder, words: string): Promise<Kept> {
  const { tx, community } = turn;
  const { compounds } = community.profile;
  const said = partDetails(words, compounds);
  const before = partDetails(order.details ?? '', compounds);
  const door = said.door === '' ? before.door : said.door;
  const diet = said.diet === '' ? before.diet : said.diet;
  const details = diet === '' ? door : withDiet(door, diet);
  await saveMealDetails(tx, community.id, order.no, { details, ...gridOf(turn, words) });
  await remember(turn, order, details);
  return { kind: 'meal', diet };
}

/** Keeps the answer to the question about the diet. */
export async function keepDiet(turn: Turn, no: number, words: string): Promise<Result<Visit, ChangeRefusal>> {
  const order = await getMealOrder(turn, no);
  if (!order.ok) return order;
  const details = withDiet(order.value.details ?? '', words);
  await saveMealDetails(turn.tx, turn.community.id, no, { details });
  await remember(turn, order.value, details);
  return order;
}

async function remember(turn: Turn, visit: Visit, details: string): Promise<void> {
  const { tx, community, at } = turn;
  await saveBeneficiary(tx, community.id, visit.personId, visit.beneficiary, { details }, at);
  await note(turn, visit, 'details', actorOf(turn, visit));
}
