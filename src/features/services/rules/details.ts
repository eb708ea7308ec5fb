import { type Compound, readPlace } from '../../../kernel/place.ts';
import { fold } from '../../../kernel/words.ts';
import { ADDRESS_PART, AROUND_DETAILS, DIET, DIET_MARK, TELEPHONE } from './vocabulary.ts';

/** What was told of a home: what the door needs, and what the kitchen needs; empty where nothing was said of it. */
export interface Parted {
  readonly door: string;
  readonly diet: string;
}

/** An address is a line: no words of somebody's can end the line on which they are shown, or the quotes around them. */
export const oneLine = (words: string): string =>
  words
    .replace(/[\s\p{Zl}\p{Zp}]*[\r\n\p{Zl}\p{Zp}][\s\p{Zl}\p{Zp}]*/gu, '，')
    .replace(/["“”「」『』]/gu, '')
    .trim();

/** Whether the words are nothing but an address or a telephone number, and what the food must not have. */
export function isOnlyDetails(words: string, compounds: readonly Compound[]): boolean {
  const bare = fold(words);
  if (readPlace(words, compounds).spans.length === 0 && !hasPhone(bare)) return false;
  const left = withoutAddress(bare.replace(TELEPHONE, ' '), compounds).replace(DIET, '').replace(AROUND_DETAILS, '');
  return left === '';
}

/** The grid that looks after a home, as far as its compound is said. */
export function gridIn(
  details: string,
  compounds: readonly Compound[],
  grids: readonly { readonly no: number; readonly covers: readonly string[] }[],
): number | undefined {
  const { compound } = readPlace(details, compounds).place;
  return compound === undefined ? undefined : grids.find(({ covers }) => covers.includes(compound))?.no;
}

/** What a visit needs to be told; in the order in which it is asked. */
export const DETAIL_PARTS = ['compound', 'phone'] as const;
export type DetailPart = (typeof DETAIL_PARTS)[number];

const hasPhone = (words: string): boolean => words.match(TELEPHONE) !== null;

/** The first part that is still missing behind the one that was asked for last: nothing is asked twice. */
export function missingPart(
  details: string,
  hasGrid: boolean,
  compounds: readonly Compound[],
  asked?: DetailPart,
): DetailPart | undefined {
  const isMissing: Readonly<Record<DetailPart, boolean>> = {
    compound: !hasGrid && compounds.length > 1 && readPlace(details, compounds).place.compound === undefined,
    phone: !hasPhone(details),
  };
  const left = asked === undefined ? DETAIL_PARTS : DETAIL_PARTS.slice(DETAIL_PARTS.indexOf(asked) + 1);
  return left.find((part) => isMissing[part]);
}

/**
 * What is known of a home after something more was said. A new address takes the place of the old one, and a new number
 * that of the old number; what says neither is added.
 */
export function mergedDetails(before: string, said: string, compounds: readonly Compound[]): string {
  if (before === '') return said;
  const { place, spans } = readPlace(said, compounds);
  // 安居苑 alone, behind a house and a flat, completes them.
  const isWhole = spans.length > 0 && (place.building !== undefined || readPlace(before, compounds).spans.length === 0);
  if (isWhole) {
    const phones = hasPhone(said) ? [] : (before.match(TELEPHONE) ?? []);
    return [said, ...phones].join('，');
  }
  const kept = hasPhone(said) ? tidy(before.replace(TELEPHONE, '')) : before;
  return (spans.length > 0 ? [said, kept] : [kept, said]).filter((part) => part !== '').join('，');
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
    door += `${told.slice(end, index)}，`;
    end = index + found.length;
  }
  door += told.slice(end);
  const answer = withoutAddress(asked, compounds)
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(',', '，'));
  return { door: tidy(door), diet: [...diets, ...answer].join('，') };
}

/** Without the separators that stood around what was taken out. */
const tidy = (words: string): string =>
  words
    .replace(/\s*[，,、;；。]\s*(?=[，,、;；。]|\s*$)/gu, '')
    .replace(/^[\s，,、;；。：:]+/u, '')
    .trim();
