import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { servicesIn } from './request.ts';
import { EITHER_OR, NEEDS_HELP, NO_WISH, WANTS } from './vocabulary.ts';
import { CLAUSES, IS_AMISS, SPEAKS_OF_WINDOW, WISHES_FOR } from './vocabulary/questions.ts';

/**
 * Whether one clause of the words is a wish for a service as it stands, whatever is told beside it: `我奶奶眼睛看不见，想找
 * 人上门剪头发`. Where anything is complained of, none is.
 */
export function holdsWish(words: string, services: readonly Service[]): boolean {
  const folded = fold(words).replace(NEEDS_HELP, ' ').replace(EITHER_OR, ' ');
  if (IS_AMISS.test(folded)) return false;
  return folded.split(CLAUSES).some((clause) => {
    const isWanted = WANTS.test(clause) || WISHES_FOR.test(clause);
    return isWanted && !NO_WISH.test(clause) && servicesIn(clause, services).length > 0;
  });
}

/** The services that the words mean; where they name none but the window, those that are had there: `约个窗口`. */
export function wantedIn(words: string, services: readonly Service[]): readonly Service[] {
  const named = servicesIn(words, services);
  if (named.length > 0) return named;
  return SPEAKS_OF_WINDOW.test(fold(words)) ? services.filter(({ place }) => place === 'window') : [];
}
