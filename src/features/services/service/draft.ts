import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Slot } from '../rules/booking.ts';
import { ANY, exactSlot, type SlotProblem, type Wish } from '../rules/slots.ts';
import { findBooking } from '../store/bookings.ts';
import { dropHoldsOf } from '../store/seats.ts';
import { book, type BookRefusal, moveBooking } from './book.ts';
import type { Draft, Step } from './draft-shape.ts';
import { type Fact, isOldEnough, missingFact, orderOf } from './facts.ts';
import { advanceMeal } from './meal-draft.ts';
import { findOpenings, MOST_CHOICES, serviceNamed } from './openings.ts';
import { holdSeat } from './seat.ts';

/** Goes on with a draft: asks for the first thing that is missing, or books. */
export async function advance(turn: Turn, draft: Draft, wish: Wish = ANY): Promise<Step> {
  const service = draft.service === undefined ? undefined : serviceNamed(turn, draft.service);
  if (service === undefined) {
    return { kind: 'which-service', draft, names: turn.community.profile.services.map(({ name }) => name) };
  }
  if (service.meal !== undefined) return advanceMeal(turn, service, draft);
  const slot = draft.slot ?? exactSlot(wish);
  if (slot === undefined) return askTurn(turn, service, draft, wish);
  const missing = await missingFact(turn, service, draft);
  if (missing !== undefined) return holdAndAsk(turn, service, { ...draft, slot }, missing);
  const done = await finish(turn, service, draft, slot);
  if (typeof done !== 'string') return done;
  if (done === 'quota') return { kind: 'refused', refusal: 'quota', service };
  return askTurn(turn, service, withoutSlot(draft), wishFor(slot), done);
}

/** Gives back what was held while the speaker was asked. */
export function releaseHolds({ tx, community, speaker }: Turn): Promise<void> {
  return dropHoldsOf(tx, community.id, speaker.personId);
}

function withoutSlot({ slot: _, ...rest }: Draft): Draft {
  return rest;
}

const wishFor = ({ day, start }: Slot): Wish => ({ days: [day], from: start, to: undefined });

/** The free turns for a wish; where nothing fits it, why, and the next free ones. */
async function askTurn(turn: Turn, service: Service, draft: Draft, wish: Wish, known?: SlotProblem): Promise<Step> {
  const { personId } = turn.speaker;
  const fitting = await findOpenings(turn, service, wish, personId);
  const problem = known ?? fitting.problem;
  const onDay =
    fitting.slots.length > 0 ? fitting : await findOpenings(turn, service, { ...ANY, days: wish.days }, personId);
  const choices = onDay.slots.length > 0 ? onDay.slots : (await findOpenings(turn, service, ANY, personId)).slots;
  return { kind: 'which-turn', draft, service, choices: choices.slice(0, MOST_CHOICES), wish, problem };
}

async function holdAndAsk(turn: Turn, service: Service, draft: Draft & { slot: Slot }, fact: Fact): Promise<Step> {
  const { slot } = draft;
  const { personId } = turn.speaker;
  const { problem } = await findOpenings(turn, service, wishFor(slot), personId, 1);
  if (problem !== undefined) return askTurn(turn, service, withoutSlot(draft), wishFor(slot), problem);
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
    const done = await moveBooking(turn, service, before, slot, `person:${speaker.personId}`);
    return done.ok ? { kind: 'moved', booking: done.value, service } : done.refusal;
  }
  if (!(await isOldEnough(turn, service, draft))) {
    await dropHoldsOf(tx, community.id, speaker.personId);
    return { kind: 'refused', refusal: 'too-young', service };
  }
  const done = await book(turn, service, slot, await orderOf(turn, draft));
  if (!done.ok) return done.refusal;
  return { kind: 'booked', booking: done.value, service };
}
