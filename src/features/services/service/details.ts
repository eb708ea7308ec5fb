import { keepDialogue } from '../../../engine/chat/dialogue-store.ts';
import type { Turn } from '../../../engine/work.ts';
import { HOUR, later } from '../../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { fold } from '../../../kernel/words.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Booking } from '../rules/booking.ts';
import {
  type DetailPart,
  gridIn,
  mergedDetails,
  missingPart,
  oneLine,
  partDetails,
  withDiet,
} from '../rules/details.ts';
import { SAYS_NO_DIET } from '../rules/vocabulary.ts';
import { findBeneficiary, saveBeneficiary } from '../store/beneficiaries.ts';
import { findBookingsOf, saveDetails } from '../store/bookings.ts';
import { saveMealDetails } from '../store/meals.ts';
import { askDetailsText } from '../texts/say.ts';
import { detailsMissing } from '../texts/staff.ts';
import { note } from './book.ts';
import { actorOf, type ChangeRefusal, getBooking } from './change.ts';
import { getMealOrder, ownOrders } from './meal-orders.ts';
import { serviceNamed } from './openings.ts';
import { tellMember } from './tell.ts';
import { workersOf } from './workers.ts';

/** The question for address, telephone and what to mind; commands/details.ts answers it. */
export const DETAILS_QUESTION = 'services.details';
const PATIENCE = 24 * HOUR;

/** A booking or an order that somebody comes to the door for. */
export type Visit = Pick<Booking, 'no' | 'service' | 'personId' | 'name' | 'beneficiary' | 'details' | 'grid'>;

/** How the address of a visit is got: it is known, was just told, is asked here or in private, or staff call. Never in a room. */
export type DetailsWay = 'not-needed' | 'known' | 'told' | 'here' | 'privately' | 'by-staff';

/** Sees to it that the address of a home visit is asked for, outside of every room. */
export async function askForDetails(turn: Turn, booking: Visit, isHome: boolean): Promise<DetailsWay> {
  if (!isHome) return 'not-needed';
  const { tx, community, speaker, at } = turn;
  if (booking.details !== null) {
    const known = await findBeneficiary(tx, community.id, booking.personId, booking.beneficiary);
    if (known?.details === booking.details) return 'known';
    await remember(turn, booking, booking.details);
    return 'told';
  }
  if (turn.place.kind === 'direct') return 'here';
  if (speaker.isFriend) {
    const expiresAt = later(at, PATIENCE);
    const dialogue = { question: DETAILS_QUESTION, payload: { no: booking.no }, misses: 0 };
    await keepDialogue(tx, community.id, { kind: 'direct' }, speaker.personId, dialogue, expiresAt);
    const options = { lane: 'receipt', keepsHours: false, expiresAt: later(at, LIFETIME.reply) } as const;
    await turn.post.toPerson(speaker.personId, askDetailsText(community.profile), options);
    return 'privately';
  }
  const [worker] = await workersOf(turn, booking);
  await tellMember(turn, worker, detailsMissing(booking, turn.place.kind === 'room' ? turn.place.room.topic : ''));
  return 'by-staff';
}

/** What is kept of a booking, or of a meal, and what is still missing; no diet: nothing was said of one. */
export interface Kept {
  readonly kind: 'visit' | 'meal';
  readonly diet: string;
  /** They have said that there is nothing to mind. */
  readonly mindsNothing: boolean;
  readonly missing: DetailPart | undefined;
}

/** What a courier can read on the way. */
const LONGEST_DETAILS = 100;

/** Keeps what was told in private of an address; it is remembered for the next time. `asked`: what was asked for last. */
export async function keepDetails(
  turn: Turn,
  no: number,
  typed: string,
  asked?: DetailPart,
): Promise<Result<Kept, ChangeRefusal | 'too-long'>> {
  const words = oneLine(typed);
  if (words.length > LONGEST_DETAILS) return refuse('too-long');
  const { tx, community, at } = turn;
  const { compounds, grids } = community.profile;
  const order = await getMealOrder(turn, no);
  const visit = order.ok ? order : await getBooking(turn, no);
  if (!visit.ok) return visit;
  const before = visit.value.details ?? '';
  const details = order.ok ? mergedHome(turn, before, words) : mergedDetails(before, words, compounds);
  const grid = gridIn(details, compounds, grids) ?? visit.value.grid;
  const change = { details, ...(grid === null ? {} : { grid }) };
  if (order.ok) await saveMealDetails(tx, community.id, no, change);
  else await saveDetails(tx, community.id, no, change, at);
  await remember(turn, visit.value, details);
  return accept(keptOf(turn, { details, grid }, order.ok, asked));
}

/** The speaker's coming visits and meals of which the address is not known yet, or not in full. */
export async function findUnaddressed(turn: Turn): Promise<readonly number[]> {
  const { tx, community, speaker, at } = turn;
  const { compounds } = community.profile;
  const booked = await findBookingsOf(tx, community.id, speaker.personId, ['booked'], at);
  const visits = [...booked, ...(await ownOrders(turn))].filter(
    ({ service }) => serviceNamed(turn, service)?.place === 'home',
  );
  return visits
    .filter(({ details, grid }) => missingPart(details ?? '', grid !== null, compounds) !== undefined)
    .map(({ no }) => no);
}

/** Where the speaker's other visits and meals go to, the last one that was booked; without what is eaten there. */
export async function lastHome(turn: Turn, no: number): Promise<string | undefined> {
  const { tx, community, speaker, at } = turn;
  const booked = await findBookingsOf(tx, community.id, speaker.personId, ['booked'], at);
  const others = [...booked, ...(await ownOrders(turn))].filter((visit) => visit.no !== no && visit.details !== null);
  const [last] = others.toSorted((a, b) => b.no - a.no);
  return last === undefined ? undefined : partDetails(last.details ?? '', community.profile.compounds).door;
}

/** The speaker's coming visits and meals, or meals alone, with the door to which each goes. */
export async function ownHomes(
  turn: Turn,
  areMeals: boolean,
): Promise<readonly { readonly no: number; readonly door: string }[]> {
  const { tx, community, speaker, at } = turn;
  const booked = areMeals ? [] : await findBookingsOf(tx, community.id, speaker.personId, ['booked'], at);
  const visits = [...booked, ...(await ownOrders(turn))].filter(
    ({ service }) => serviceNamed(turn, service)?.place === 'home',
  );
  const { compounds } = community.profile;
  return visits.map(({ no, details }) => ({ no, door: partDetails(details ?? '', compounds).door }));
}

/** What is kept where nobody knows what was asked for last. */
export async function readDetails(turn: Turn, no: number, asked?: DetailPart): Promise<Result<Kept, ChangeRefusal>> {
  const order = await getMealOrder(turn, no);
  const visit = order.ok ? order : await getBooking(turn, no);
  return visit.ok ? accept(keptOf(turn, visit.value, order.ok, asked)) : visit;
}

function keptOf(
  { community }: Turn,
  { details, grid }: Pick<Visit, 'details' | 'grid'>,
  isMeal: boolean,
  asked: DetailPart | undefined,
): Kept {
  const { compounds } = community.profile;
  const known = details ?? '';
  return {
    kind: isMeal ? 'meal' : 'visit',
    diet: partDetails(known, compounds).diet,
    mindsNothing: SAYS_NO_DIET.test(fold(known)),
    missing: missingPart(known, grid !== null, compounds, asked),
  };
}

/**
 * What is said of the food alone leaves the address as it is, and the other way round. What must not be eaten is added to
 * what was said before: an allergy never goes because something else is said; 没有忌口 takes it all back.
 */
export function mergedHome({ community }: Turn, details: string, words: string): string {
  const { compounds } = community.profile;
  const said = partDetails(words, compounds);
  const before = partDetails(details, compounds);
  const door = said.door === '' ? before.door : mergedDetails(before.door, said.door, compounds);
  const diet = SAYS_NO_DIET.test(fold(words)) ? '' : joinedDiet(before.diet, said.diet);
  return diet === '' ? door : withDiet(door, diet);
}

const joinedDiet = (before: string, said: string): string =>
  before.includes(said) ? before : said.includes(before) ? said : `${before}，${said}`;

/** Keeps the answer to the question about the diet. */
export async function keepDiet(turn: Turn, no: number, words: string): Promise<Result<Visit, ChangeRefusal>> {
  const order = await getMealOrder(turn, no);
  if (!order.ok) return order;
  const details = withDiet(order.value.details ?? '', oneLine(words));
  await saveMealDetails(turn.tx, turn.community.id, no, { details });
  await remember(turn, order.value, details);
  return order;
}

async function remember(turn: Turn, visit: Visit, details: string): Promise<void> {
  const { tx, community, at } = turn;
  await saveBeneficiary(tx, community.id, visit.personId, visit.beneficiary, { details }, at);
  await note(turn, visit, 'details', actorOf(turn, visit));
}
