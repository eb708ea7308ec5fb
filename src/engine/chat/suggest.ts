import { distance } from 'fastest-levenshtein';
import { fold } from '../../kernel/words.ts';
import type { PublicWords } from '../../kernel/text.ts';
import { type Command, isForStaff, type Reply, say } from './command.ts';
import { texts } from './texts.ts';

/** The command word that a slip was probably meant to be, and the words with it put right. */
export interface Suggestion {
  readonly word: string;
  readonly words: string;
}

/** The id of the question that asks whether a suggestion is what was meant. */
export const SUGGESTION = 'chat.suggestion';

/** Asks whether `word` was meant; `words` are heard if so. */
export const suggested = (word: PublicWords, words: string): Reply =>
  say(texts.nearMiss({ word }), { ask: { question: SUGGESTION, payload: { words } } });

/** The first run of characters that a command word could be. */
const FIRST_WORD = /^[\p{Script=Han}]{2,5}(?=[\s\d:,，。?？!！]|$)/u;

/** The nearest command word, if it is one character away and the speaker may use it. Two-character words are compared as they are. */
export function suggest(typed: string, commands: readonly Command[], isStaff: boolean): Suggestion | undefined {
  const first = FIRST_WORD.exec(fold(typed))?.[0];
  if (first === undefined) return undefined;
  const reachable = commands.filter((definition) => isStaff || !isForStaff(definition));
  const near = reachable
    .flatMap((definition) => definition.words)
    .filter((word) => word.length >= 2 && Math.abs(word.length - first.length) <= 1)
    .find((word) => distance(fold(word), first) === 1);
  return near === undefined ? undefined : { word: near, words: near + typed.slice(first.length) };
}
