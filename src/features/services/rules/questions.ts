import { fold } from '../../../kernel/words.ts';
import {
  ASKS_FOR_KIND,
  ASKS_FOR_PAPERS,
  ASKS_HOW_TO_BOOK,
  ASKS_WHAT_THERE_IS,
  ASKS_WHAT_TO_BRING,
  ASKS_WHETHER_READY,
} from './vocabulary/questions.ts';

/** What somebody asks about services at large. */
export type PlainQuestion = 'what-there-is' | 'how-to-book' | 'papers' | 'paper' | 'what-to-bring' | 'whether-ready';

const QUESTIONS: readonly (readonly [PlainQuestion, RegExp])[] = [
  ['what-there-is', ASKS_WHAT_THERE_IS],
  ['how-to-book', ASKS_HOW_TO_BOOK],
  ['whether-ready', ASKS_WHETHER_READY],
  ['papers', ASKS_FOR_PAPERS],
  ['paper', ASKS_FOR_KIND],
  ['what-to-bring', ASKS_WHAT_TO_BRING],
];

/** A question is short; whoever writes more tells something. */
const LONGEST = 40;
const SIGNS = /[^\p{L}\p{N}]/gu;

/** The question that the words are as a whole; undefined where anything else is said. */
export function questionIn(words: string): PlainQuestion | undefined {
  if (words.length > LONGEST) return undefined;
  const squeezed = fold(words).replace(SIGNS, '');
  return QUESTIONS.find(([, asks]) => asks.test(squeezed))?.[0];
}
