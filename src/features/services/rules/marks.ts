import { readNumeral } from '../../../kernel/numerals.ts';
import { fold } from '../../../kernel/words.ts';
import { MARKED_IN_DIGITS, MARKED_IN_WORDS, NAMES_ANOTHER } from './vocabulary.ts';

/** What somebody thinks of it: marks from 1 to 5, and what they say besides. */
export interface Opinion {
  readonly marks: number;
  readonly reason: string;
}

const SEPARATORS = /^[\s,，。.!！、;；:：~～]+/u;
/** The opinion that the words begin with; undefined where they are something else. */
export function opinionIn(typed: string): Opinion | undefined {
  const words = typed.trim();
  const folded = fold(words);
  const digit = MARKED_IN_DIGITS.exec(folded);
  const worded = MARKED_IN_WORDS.map(([marks, said]) => [marks, said.exec(folded)?.[0]] as const).find(
    ([, found]) => found,
  );
  const marks = digit?.[1] === undefined ? worded?.[0] : readNumeral(digit[1]);
  const said = digit?.[0] ?? worded?.[1];
  if (marks === undefined || said === undefined) return undefined;
  const reason = words.slice(said.length).replace(SEPARATORS, '');
  return NAMES_ANOTHER.test(fold(reason)) ? undefined : { marks, reason };
}
