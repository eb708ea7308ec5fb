import { z } from 'zod';
import type { Turn, Work } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { type Booking, RELATIONS, type Slot } from '../rules/booking.ts';
import { ANY, exactSlot, type SlotProblem, type Wish } from '../rules/slots.ts';
import { findBeneficiary, saveBeneficiary } from '../store/beneficiaries.ts';
import { dropHoldsOf } from '../store/seats.ts';
import { findOwnWaiting } from '../store/waiting.ts';
import { findBooking } from '../store/bookings.ts';
import { book, type BookRefusal, moveBooking, type Order } from './book.ts';
import { findOpenings, MOST_CHOICES, serviceNamed } from './openings.ts';
import { holdSeat } from './seat.ts';
import { endEntry } from './waiting.ts';

const slotSchema = z.object({ day: z.string(), start: z.number().int() });

/** What is known so far of a booking that is being talked about. It is kept with the question that is open. */
export const draftSchema = z.object({
  service: z.string().optional(),
  slot: slotSchema.optional(),
  relation: z.enum(RELATIONS),
  beneficiary: z.string(),
  /** An age that was said. */
  age: z.number().int().optional(),
  hasConsent: z.boolean().optional(),
  /** The booking that is to be moved instead of making a new one. */
  moving: z.number().int().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** What comes next: a question, or the end of it. */
export type Step =
  | { readonly kind: 'which-service'; readonly draft: Draft; readonly names: readonly string[] }
  | {
      readonly kind: 'which-turn';
      readonly draft: Draft;
      readonly service: Service;
      readonly choices: readonly Slot[];
      readonly wish: Wish;
      readonly problem: SlotProblem | undefined;
    }
  | { readonly kind: 'how-old'; readonly draft: Draft; readonly service: Service }
  | { readonly kind: 'consent'; readonly draft: Draft; readonly service: Service }
  | { readonly kind: 'booked'; readonly booking: Booking; readonly service: Service }
  | { readonly kind: 'moved'; readonly booking: Booking; readonly service: Service }
  | { readonly kind: 'refused'; readonly refusal: 'quota' | 'too-young' | 'gone'; readonly service: Service };

/** Goes on with a draft: asks for the first thing that is missing, or books. */
export async function advance(turn: Turn, draft: Draft, wish: Wish = ANY): Promise<Step> {
  const service = draft.service === undefined ? undefined : serviceNamed(turn, draft.service);
  if (service === undefined) {
    return { kind: 'which-service', draft, names: turn.community.profile.services.map(({ name }) => name) };
  }
  const slot = draft.slot ?? exactSlot(wish);
  if (slot === undefined) return askTurn(turn, service, draft, wish);
  const missing = await missingFact(turn, service, draft);
  if (missing !== undefined) return holdAndAsk(turn, service, { ...draft, slot }, missing);
  const done = await finish(turn, service, draft, slot);
  if (typeof done !== 'string') return done;
  if (done === 'quota') return { kind: 'refused', refusal: 'quota', service };
  return askTurn(turn, service, withoutSlot(draft), { ...ANY, days: [slot.day] }, done);
}

function withoutSlot({ slot: _, ...rest }: Draft): Draft {
  return rest;
}

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

type Fact = 'how-old' | 'consent';

/** What still has to be known of the one who is to have it. What was said before counts. */
async function missingFact(turn: Turn, service: Service, draft: Draft): Promise<Fact | undefined> {
  if (draft.moving !== undefined) return undefined;
  if (service.leastAge !== undefined && draft.age === undefined) {
    const known = await findBeneficiary(turn.tx, turn.community.id, turn.speaker.personId, draft.beneficiary);
    if ((known?.age ?? 0) < service.leastAge) return 'how-old';
  }
  return draft.relation === 'neighbour' && draft.hasConsent !== true ? 'consent' : undefined;
}

async function holdAndAsk(turn: Turn, service: Service, draft: Draft & { slot: Slot }, fact: Fact): Promise<Step> {
  const { slot } = draft;
  const { personId } = turn.speaker;
  const wish = { days: [slot.day], from: slot.start, to: undefined };
  const { problem } = await findOpenings(turn, service, wish, personId, 1);
  if (problem !== undefined) return askTurn(turn, service, withoutSlot(draft), { ...ANY, days: [slot.day] }, problem);
  if (!(await holdSeat(turn, service, slot, personId))) {
    return askTurn(turn, service, withoutSlot(draft), { ...ANY, days: [slot.day] }, 'full');
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
  if (service.leastAge !== undefined && draft.age !== undefined) {
    if (draft.age < service.leastAge) {
      await dropHoldsOf(tx, community.id, speaker.personId);
      return { kind: 'refused', refusal: 'too-young', service };
    }
    await saveBeneficiary(tx, community.id, speaker.personId, draft.beneficiary, { age: draft.age }, turn.at);
  }
  const done = await book(turn, service, slot, await orderOf(turn, draft));
  if (!done.ok) return done.refusal;
  await settleWaiting(turn, done.value);
  return { kind: 'booked', booking: done.value, service };
}

/** Who waits for a day and books it has what they waited for. */
async function settleWaiting(work: Work, booking: Booking): Promise<void> {
  const own = await findOwnWaiting(work.tx, work.community.id, booking.personId);
  for (const entry of own) {
    const isThis = entry.service === booking.service && entry.day === booking.day;
    if (isThis && entry.beneficiary === booking.beneficiary) await endEntry(work, entry, 'taken');
  }
}

/** Who books for whom, with what is known of them. */
export async function orderOf(turn: Turn, draft: Draft): Promise<Order> {
  const { tx, community, speaker, place, at } = turn;
  const known = await findBeneficiary(tx, community.id, speaker.personId, draft.beneficiary);
  const room = place.kind === 'room' ? place.room : undefined;
  return {
    relation: draft.relation,
    beneficiary: draft.beneficiary,
    personId: speaker.personId,
    name: speaker.name,
    roomId: room?.id ?? null,
    grid: room?.grid ?? null,
    consentAt: draft.hasConsent === true ? at : null,
    details: known?.details ?? null,
  };
}
