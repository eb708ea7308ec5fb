import { type Compound, readPlace } from '../../../kernel/place.ts';
import { fold } from '../../../kernel/words.ts';
import { ADDRESS_PART, DIET, DIET_MARK } from './vocabulary.ts';

/** What was told of a home: what the door needs, and what the kitchen needs; empty where nothing was said of it. */
export interface Parted {
  readonly door: string;
  readonly diet: string;
}

/** Keeps the answer to the question about the diet with the address; an older answer gives way to it. */
export function withDiet(details: string, diet: string): string {
  const [door = ''] = details.split(DIET_MARK);
  return door + DIET_MARK + diet;
}

/** What must not reach the kitchen, blanked in the same length: places, and numbers that can be a door or a telephone. */
function withoutAddress(words: string, compounds: readonly Compound[]): string {
  let open = fold(words);
  for (const [from, to] of readPlace(words, compounds).spans) {
    open = open.slice(0, from) + ' '.repeat(to - from) + open.slice(to);
  }
  return open.replace(ADDRESS_PART, (part) => ' '.repeat(part.length));
}

/**
 * Parts what was told of a home. The kitchen need not know where somebody lives, nor whoever carries the meal what
 * they must not eat.
 */
export function partDetails(words: string, compounds: readonly Compound[]): Parted {
  const [told = '', asked = ''] = words.split(DIET_MARK);
  const diets: string[] = [];
  let door = '';
  let end = 0;
  for (const { index, 0: found } of withoutAddress(told, compounds).matchAll(DIET)) {
    diets.push(told.slice(index, index + found.length));
    door += told.slice(end, index);
    end = index + found.length;
  }
  door += told.slice(end);
  const answer = withoutAddress(asked, compounds)
    .split(/\s+/)
    .filter((part) => part !== '');
  return { door: tidy(door), diet: [...diets, ...answer].join('，') };
}

/** Without the separators that stood around what was taken out. */
const tidy = (words: string): string =>
  words
    .replace(/\s*[，,、;；。]\s*(?=[，,、;；。]|\s*$)/gu, '')
    .replace(/^[\s，,、;；。：:]+/u, '')
    .trim();
