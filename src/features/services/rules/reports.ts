import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { pointingOf } from './pointing.ts';
import { CALLS_OFF } from './vocabulary.ts';
import { CLAUSES } from './vocabulary/questions.ts';
import {
  ASKS_WHETHER_CANCELLED,
  AWAITS_WORKER,
  MEAL_BAD,
  MEAL_NOT_HERE,
  SPEAKS_OF_ONESELF,
  WORKER,
} from './vocabulary/reports.ts';

/** What somebody says of a meal: it has not come, or something is wrong with it. */
export interface MealReport {
  readonly kind: 'not-here' | 'bad';
  readonly isYesterday: boolean;
}

/** A report is short; whoever writes more tells a case. */
const LONGEST = 60;
const SIGNS = /[^\p{L}\p{N}]/gu;

/** Whoever calls off in the same breath wants that, and is asked about it. */
const callsOffBeside = (clauses: readonly string[], report: string): boolean =>
  clauses.some((clause) => clause !== report && CALLS_OFF.test(clause));

const clausesOf = (words: string): readonly string[] => (words.length > LONGEST ? [] : fold(words).split(CLAUSES));

/** What one clause of the words says of a meal, as a whole: `饭还没到，都一点了`, but not `快递没到，我饭还没吃`. */
export function mealReportIn(words: string): MealReport | undefined {
  const clauses = clausesOf(words);
  for (const clause of clauses) {
    const squeezed = clause.replace(SIGNS, '');
    for (const [kind, says] of [
      ['not-here', MEAL_NOT_HERE],
      ['bad', MEAL_BAD],
    ] as const) {
      const found = says.exec(squeezed);
      if (found !== null && !callsOffBeside(clauses, clause))
        return { kind, isYesterday: found.groups?.['yesterday'] !== undefined };
    }
  }
  return undefined;
}

/** The services of which the words say that nobody has come, none where only 师傅 is said; undefined where they do not. */
export function awaitedIn(words: string, services: readonly Service[]): readonly Service[] | undefined {
  const clauses = clausesOf(words);
  for (const clause of clauses) {
    const found = AWAITS_WORKER.exec(clause);
    if (found === null || callsOffBeside(clauses, clause) || SPEAKS_OF_ONESELF.test(clause)) continue;
    const { named, isClear } = pointingOf(clause.replace(found[0], ' ').replace(WORKER, ' '), services);
    if (isClear && (named.length > 0 || found.groups?.['who'] !== undefined)) return named;
  }
  return undefined;
}

/** The services of which it is asked whether they are called off, none where none is named. */
export function maybeCancelledIn(words: string, services: readonly Service[]): readonly Service[] | undefined {
  const folded = fold(words);
  if (words.length > LONGEST || !ASKS_WHETHER_CANCELLED.test(folded)) return undefined;
  const { named, isClear } = pointingOf(folded.replace(ASKS_WHETHER_CANCELLED, ' '), services);
  return isClear ? named : undefined;
}
