import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Draft, Step } from './draft-shape.ts';
import { missingFact, orderOf, rememberAge } from './facts.ts';
import { mealProblem } from '../rules/meals.ts';
import { tellUnpublished } from './meal-notices.ts';
import { orderMeals } from './meals.ts';
import { surroundingsOf } from './openings.ts';

/** Goes on with a draft of a meal: the days first, then the one who eats; then it is ordered. */
export async function advanceMeal(turn: Turn, service: Service, draft: Draft): Promise<Step> {
  if (draft.meal === undefined) return { kind: 'which-days', draft, service };
  const { meal, ...open } = draft;
  // Nobody is asked their age for a day on which nothing is brought any more.
  const problem = mealProblem(service, meal, await surroundingsOf(turn, service));
  if (problem !== undefined) return { kind: 'which-days', draft: open, service, problem };
  const missing = await missingFact(turn, service, draft);
  if (missing !== undefined) return { kind: missing, draft, service };
  await rememberAge(turn, service, draft);
  const done = await orderMeals(turn, service, meal, await orderOf(turn, draft));
  if (done.ok) {
    await tellUnpublished(turn, service, done.value.order, done.value.days);
    return { kind: 'ordered', service, ...done.value };
  }
  return { kind: 'refused', refusal: done.refusal, service };
}
