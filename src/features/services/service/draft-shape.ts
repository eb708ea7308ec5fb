import { z } from 'zod';
import type { Service } from '../../../kernel/service.ts';
import { type Booking, RELATIONS, type Slot } from '../rules/booking.ts';
import type { MealOrder, MealProblem } from '../rules/meals.ts';
import type { SlotProblem, Wish } from '../rules/slots.ts';

const mealDaysSchema = z.object({
  weekdays: z.array(z.number().int().min(0).max(6)).readonly(),
  from: z.string(),
  to: z.string().nullable(),
});
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
  /** Address and telephone as they were told in private; no room's words come here. */
  home: z.string().optional(),
  /** On which days a meal is to be brought; an open end is a standing order. */
  meal: mealDaysSchema.optional(),
  /** The booking that is to be moved instead of making a new one. */
  moving: z.number().int().optional(),
  /** Whose it is, where staff move it for somebody. */
  owner: z.number().int().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The question for a turn; commands/steps.ts answers it. */
export const TURN_QUESTION = 'services.which-turn';

/** Which turn is asked for. */
export interface TurnStep {
  readonly kind: 'which-turn';
  readonly draft: Draft;
  readonly service: Service;
  readonly choices: readonly Slot[];
  readonly wish: Wish;
  readonly problem: SlotProblem | undefined;
  /** What the same one has booked at that time. */
  readonly clash?: Booking;
  /** Their share of what is nearest is used up: these are of later periods. */
  readonly isUsedUp?: boolean;
}

/** What comes next: a question, or the end of it. */
export type Step =
  | { readonly kind: 'which-service'; readonly draft: Draft; readonly names: readonly string[]; readonly wish: Wish }
  | TurnStep
  | { readonly kind: 'how-old'; readonly draft: Draft; readonly service: Service }
  | { readonly kind: 'consent'; readonly draft: Draft; readonly service: Service }
  | { readonly kind: 'which-days'; readonly draft: Draft; readonly service: Service; readonly problem?: MealProblem }
  | {
      readonly kind: 'ordered';
      readonly order: MealOrder;
      readonly service: Service;
      readonly days: readonly string[];
      readonly full: readonly string[];
    }
  | { readonly kind: 'booked'; readonly booking: Booking; readonly service: Service }
  | { readonly kind: 'moved'; readonly booking: Booking; readonly service: Service }
  | {
      readonly kind: 'refused';
      readonly refusal: 'quota' | 'too-many' | 'too-young' | 'gone' | 'too-late' | 'full' | 'ordered-before';
      readonly service: Service;
      readonly draft?: Draft;
    };
