import { readNumeral } from '../../../kernel/numerals.ts';
import { fold } from '../../../kernel/words.ts';
import {
  AROUND_MARKS,
  ASKS_FOR_MARKS,
  ASKS_ON,
  COMPLAINS,
  LEADS_TO_MARK,
  MARKED_BARE,
  MARKED_IN_POINTS,
  MARKED_IN_WORDS,
  MARKED_LOOSELY,
  NAMES_ANOTHER,
  PRAISES,
  WITH_A_BUT,
} from './vocabulary/marks.ts';

/** What somebody thinks of it: marks from 1 to 5, how they are said, and what is said besides. */
export interface Opinion {
  readonly marks: number;
  /** `loosely`: in words that neighbours say to each other as well. */
  readonly how: 'digits' | 'words' | 'loosely';
  readonly reason: string;
}

interface Found extends Pick<Opinion, 'marks' | 'how'> {
  readonly from: number;
  readonly to: number;
}

const inDigits = ([said, digit = '']: RegExpExecArray, from: number): Found => ({
  marks: readNumeral(digit) ?? Number(digit),
  how: 'digits',
  from,
  to: from + said.length,
});

/** Where the words name a mark; undefined where they name none, or several that differ. */
function findMark(folded: string): Found | undefined {
  const [points, ...others] = [...folded.matchAll(MARKED_IN_POINTS)].map((one) => inDigits(one, one.index));
  if (points !== undefined) return others.every(({ marks }) => marks === points.marks) ? points : undefined;
  const bare = MARKED_BARE.exec(folded);
  if (bare !== null) return inDigits(bare, 0);
  for (const [how, opinions] of [
    ['words', MARKED_IN_WORDS],
    ['loosely', MARKED_LOOSELY],
  ] as const) {
    for (const [marks, said] of opinions) {
      const found = said.exec(folded)?.[0];
      if (found !== undefined) return { marks, how, from: 0, to: found.length };
    }
  }
  return undefined;
}

/** A mark is looked for in so many UTF-16 units from the start. */
const LONGEST_LOOK = 200;

const SEPARATORS = /^[\s,，。.!！、;；:：~～]+/u;

/** The mark that the words hold and what they say besides; undefined where they are something else. */
export function opinionIn(typed: string): Opinion | undefined {
  const words = typed.trim();
  const folded = fold(words.slice(0, LONGEST_LOOK));
  const found = ASKS_FOR_MARKS.test(folded) ? undefined : findMark(folded);
  if (found === undefined) return undefined;
  const { marks, how, from, to } = found;
  const parts = [words.slice(0, from).replace(LEADS_TO_MARK, ''), words.slice(to).replace(SEPARATORS, '')];
  if (parts.some((part) => NAMES_ANOTHER.test(fold(part)))) return undefined;
  const reason = parts.filter((part) => part !== '').join('，');
  return { marks, how, reason: AROUND_MARKS.test(fold(reason)) ? '' : reason };
}

/** What the words think of a service without a mark; `unclear` where they praise and complain at once. */
export function toneOf(typed: string): 'praise' | 'complaint' | 'unclear' | undefined {
  const folded = fold(typed);
  const praises = PRAISES.test(folded.replace(COMPLAINS, ' '));
  if (COMPLAINS.test(folded)) return praises ? 'unclear' : 'complaint';
  if (!praises) return undefined;
  return WITH_A_BUT.test(folded) ? 'unclear' : 'praise';
}

const SAYS_ANYTHING = /\p{L}{2}/u;

/** Whether the words can be the reason of a low mark that was given just before: a question is none, unless it complains. */
export function isReason(typed: string): boolean {
  const folded = fold(typed);
  return COMPLAINS.test(folded) || (SAYS_ANYTHING.test(folded) && !ASKS_ON.test(folded));
}
