import { fold } from '../../../kernel/words.ts';
import { NOBODY_OPENS, NUMBERS, NUMBERS_FIRST } from './vocabulary.ts';

/** What a courier reports in one line: which meals arrived, and where nobody opened. */
export interface Carried {
  readonly delivered: readonly number[];
  readonly unopened: readonly number[];
}

const numbersIn = (folded: string): readonly number[] => [
  ...new Set(Array.from(folded.matchAll(NUMBERS), ([digits]) => Number(digits))),
];

/** The numbers with which the words begin: `1 2，敲了10分钟` is 1 and 2. */
export const numbersAtStart = (typed: string): readonly number[] =>
  numbersIn(NUMBERS_FIRST.exec(fold(typed.trim()))?.[0] ?? '');

/**
 * Reads what follows 送到: `1 2`, `1 没人开 2`, `1，2没人应`. Numbers behind the words for a closed door are its own; where
 * there are none, the number right before them is.
 */
export function carriedIn(typed: string): Carried {
  const folded = fold(typed.trim());
  const closed = NOBODY_OPENS.exec(folded);
  if (closed === null) return { delivered: numbersIn(folded), unopened: [] };
  const before = numbersIn(folded.slice(0, closed.index));
  const behind = numbersAtStart(folded.slice(closed.index + closed[0].length));
  const unopened = behind.length > 0 ? behind : before.slice(-1);
  return { delivered: before.filter((no) => !unopened.includes(no)), unopened };
}
