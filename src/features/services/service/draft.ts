import type { Turn, Work } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import { type Booking, MOST_OPEN, type Slot } from '../rules/booking.ts';
import { ANY, daysOffered, exactSlot, slotProblem, type SlotProblem, type Wish, wishFor } from '../rules/slots.ts';
import { findBooking, findBookingsOf } from '../store/bookings.ts';
import { findMealOrdersOf } from '../store/meals.ts';
import { dropHoldsOf } from '../store/seats.ts';
import { bookingWords, texts } from '../texts/say.ts';
import { book, type BookRefusal, moveBooking } from './book.ts';
import type { Draft, Step, TurnStep } from './draft-shape.ts';
import { type Fact, isTooYoung, missingFact, orderOf, rememberAge } from './facts.ts';
import { advanceMeal } from './meal-draft.ts';
import { findNearest, findOpenings, MOST_CHOICES, serviceNamed, surroundingsOf } from './openings.ts';
import { actorOf, mayChange } from './change.ts';
import { type Claimant, findAllowed, findClashes, findShares } from './own.ts';
import { holdSeat } from './seat.ts';
import { tellPerson } from './tell.ts';

/** Goes on with a draft: asks for the first thing that is missing, or books. */
export async function advance(turn: Turn, draft: Draft, wish: Wish = ANY): Promise<Step> {
  const service = draft.service === undefined ? undefined : serviceNamed(turn, draft.service);
  if (service === undefined) {
    return { kind: 'which-service', draft, names: turn.community.profile.services.map(({ name }) => name), wish };
  }
  if (isTooYoung(service, draft)) {
    await releaseHolds(turn);
    return { kind: 'refused', refusal: 'too-young', service };
  }
  if (await hasTooMany(turn, draft)) return { kind: 'refused', refusal: 'too-many', service };
  if (service.meal !== undefined) return advanceMeal(turn, service, draft);
  const slot = draft.slot ?? exactSlot(wish);
  if (slot === undefined) return askTurn(turn, service, draft, wish);
  const wrong = slotProblem(service, slot, await surroundingsOf(turn, service));
  if (wrong !== undefined) return askTurn(turn, service, withoutSlot(draft), wishFor(slot), wrong);
  // Before anything is asked in vain.
  const hasShare = await findShares(turn, service, claimantOf(turn, draft));
  if (!hasShare(slot.day)) return { kind: 'refused', refusal: 'quota', service, draft };
  const clash = (await findClashes(turn, service, claimantOf(turn, draft)))(slot);
  if (clash !== undefined) {
    const others = await askTurn(turn, service, withoutSlot(draft), wishFor(slot));
    return others.kind === 'which-turn' ? { ...others, clash } : others;
  }
  const missing = await missingFact(turn, service, draft);
  if (missing !== undefined) return holdAndAsk(turn, service, { ...draft, slot }, missing);
  const done = await finish(turn, service, draft, slot);
  if (typeof done !== 'string') return done;
  if (done === 'quota') return { kind: 'refused', refusal: 'quota', service, draft };
  // Booked meanwhile: the next look finds it.
  if (done === 'clash') return advance(turn, { ...draft, slot });
  return askTurn(turn, service, withoutSlot(draft), wishFor(slot), done);
}

/** Goes on with a draft for which several times are as good: with those that can be had, as a choice where they are more than one. */
export async function advanceAny(
  turn: Turn,
  draft: Draft,
  [first, ...others]: readonly [Wish, ...Wish[]],
): Promise<Step> {
  const service = draft.service === undefined ? undefined : serviceNamed(turn, draft.service);
  if (service === undefined || service.meal !== undefined || others.length === 0) return advance(turn, draft, first);
  if (await hasTooMany(turn, draft)) return { kind: 'refused', refusal: 'too-many', service };
  const may = await findAllowed(turn, service, claimantOf(turn, draft));
  const { personId } = claimantOf(turn, draft);
  const choices: Slot[] = [];
  for (const wish of [first, ...others]) {
    choices.push(...(await findOpenings(turn, service, wish, personId, MOST_CHOICES, may)).slots);
  }
  const [only, ...more] = choices;
  if (only === undefined) return advance(turn, draft, first);
  if (more.length === 0) return advance(turn, { ...draft, slot: only });
  const shown = choices.slice(0, MOST_CHOICES);
  return { kind: 'which-turn', draft, service, choices: shown, wish: { ...ANY, days: first.days }, problem: undefined };
}

/** Staff book for whoever comes to them. */
async function hasTooMany({ tx, community, speaker, at }: Turn, { moving }: Draft): Promise<boolean> {
  if (moving !== undefined || speaker.staff !== undefined) return false;
  const coming = await findBookingsOf(tx, community.id, speaker.personId, ['booked'], at);
  const orders = await findMealOrdersOf(tx, community.id, speaker.personId);
  const today = dayOf(at, community.zone);
  return coming.length + orders.filter(({ to }) => to === null || to >= today).length >= MOST_OPEN;
}

/** The turns that come after one that was offered, or after its day; undefined where there are none. */
export async function findLater(
  turn: Turn,
  draft: Draft,
  after: Slot,
  isOtherDay: boolean,
): Promise<TurnStep | undefined> {
  const service = serviceNamed(turn, draft.service ?? '');
  if (service === undefined) return undefined;
  const claimant = claimantOf(turn, draft);
  const may = await findAllowed(turn, service, claimant);
  const isLater = ({ day, start }: Slot): boolean =>
    day > after.day || (!isOtherDay && day === after.day && start > after.start);
  const mayLater = (slot: Slot): boolean => isLater(slot) && may(slot);
  const { slots } = await findOpenings(turn, service, ANY, claimant.personId, MOST_CHOICES, mayLater);
  return slots.length === 0
    ? undefined
    : { kind: 'which-turn', draft, service, choices: slots, wish: ANY, problem: undefined };
}

/** Whoever booked hears what staff have done for them. */
async function tellMoved(work: Work, booking: Booking): Promise<void> {
  const said = texts.movedByStaff(bookingWords(booking));
  await tellPerson(work, booking, { inPrivate: said, inGroup: said }, { lane: 'reminder' });
}

/** Gives back what was held while the speaker was asked. */
export function releaseHolds({ tx, community, speaker }: Turn): Promise<void> {
  return dropHoldsOf(tx, community.id, speaker.personId);
}

function withoutSlot({ slot: _, ...rest }: Draft): Draft {
  return rest;
}

const claimantOf = ({ speaker }: Turn, { beneficiary, moving, owner }: Draft): Claimant => ({
  personId: owner ?? speaker.personId,
  beneficiary,
  moving,
});

/** The free turns for a wish that the claimant may have; where nothing fits it, why, and the nearest free ones. */
async function askTurn(turn: Turn, service: Service, draft: Draft, wish: Wish, known?: SlotProblem): Promise<Step> {
  const claimant = claimantOf(turn, draft);
  const { personId } = claimant;
  const hasShare = await findShares(turn, service, claimant);
  const may = await findAllowed(turn, service, claimant);
  const around = await surroundingsOf(turn, service);
  const offered = daysOffered(service, wish.days, around);
  const isUsedUp = offered[0] !== undefined && !hasShare(offered[0]);
  if (isUsedUp && !offered.some(hasShare)) return { kind: 'refused', refusal: 'quota', service, draft };
  const fitting = await findOpenings(turn, service, wish, personId, MOST_CHOICES, may);
  const problem = known ?? fitting.problem;
  // Of what is years away the end of what can be booked is no nearer than its beginning.
  const near = problem === 'too-far' ? { ...wish, days: [] } : wish;
  const isChoice = fitting.slots.length > 0;
  const choices = isChoice ? fitting.slots : await findNearest(turn, service, near, personId, may);
  return { kind: 'which-turn', draft, service, choices, wish, problem, isUsedUp };
}

async function holdAndAsk(turn: Turn, service: Service, draft: Draft & { slot: Slot }, fact: Fact): Promise<Step> {
  const { slot } = draft;
  const { personId } = turn.speaker;
  if (!(await holdSeat(turn, service, slot, personId))) {
    return askTurn(turn, service, withoutSlot(draft), wishFor(slot), 'full');
  }
  return { kind: fact, draft, service };
}

async function finish(turn: Turn, service: Service, draft: Draft, slot: Slot): Promise<Step | BookRefusal> {
  const { tx, community, speaker } = turn;
  if (draft.moving !== undefined) {
    const before = await findBooking(tx, community.id, draft.moving);
    if (before?.state !== 'booked') return { kind: 'refused', refusal: 'gone', service };
    if (!(await mayChange(turn, before)).ok) return { kind: 'refused', refusal: 'too-late', service, draft };
    const done = await moveBooking(turn, service, before, slot, actorOf(turn, before));
    if (!done.ok) return done.refusal;
    if (before.personId !== speaker.personId) await tellMoved(turn, done.value);
    return { kind: 'moved', booking: done.value, service };
  }
  await rememberAge(turn, service, draft);
  const done = await book(turn, service, slot, await orderOf(turn, draft));
  if (!done.ok) return done.refusal;
  return { kind: 'booked', booking: done.value, service };
}
