import type { Stretch } from './stretch.ts';
import { fold } from './words.ts';

export { type Emergency, readEmergency } from './emergency.ts';

/** A kind of matter, with its promises and the words that residents use for it. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** Hours until a human answers, by `contactClock`: the wall's, or the office's open hours only. */
  readonly contactHours: number;
  readonly contactClock: 'wall' | 'office';
  /** Working days until it is settled. */
  readonly resolveDays: number;
  readonly words: readonly string[];
  readonly urgentWords: readonly string[];
  readonly isDispute: boolean;
  readonly asksBuilding: boolean;
}

interface WordList {
  readonly pattern: RegExp;
  readonly start: RegExp;
  /** Which categories (by index) own a word, and whether it is urgent there. */
  readonly owners: ReadonlyMap<string, readonly { readonly index: number; readonly isUrgent: boolean }[]>;
}

const lists = new WeakMap<readonly Category[], WordList>();
/** A category is looked for in so many UTF-16 units from the start. */
const LONGEST_LOOK = 2_000;
/** 没有困人, 未被困: the urgent word is said to be untrue. */
const DENIED_BEFORE = /(?:没有?|未|无|不是|并非|避免|防止|以防)[^\s,，。!！?？;；]{0,2}$/;

function wordList(categories: readonly Category[]): WordList {
  const known = lists.get(categories);
  if (known !== undefined) return known;
  const owners = new Map<string, { index: number; isUrgent: boolean }[]>();
  categories.forEach((category, index) => {
    const add = (word: string, isUrgent: boolean): void => {
      const key = fold(word.trim());
      if (key === '') return;
      const list = owners.get(key) ?? [];
      if (!list.some((owner) => owner.index === index)) list.push({ index, isUrgent });
      owners.set(key, list);
    };
    for (const word of category.urgentWords) add(word, true);
    for (const word of [category.name, ...category.words]) add(word, false);
  });
  const longestFirst = [...owners.keys()].toSorted((a, b) => b.length - a.length);
  const source = longestFirst.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|') || '(?!)';
  // a lookahead, so that words that overlap are all found: 电梯井漏水 holds 电梯井 and 漏水, 停车位 and 车位
  const list = { pattern: new RegExp(`(?=(${source}))`, 'g'), start: new RegExp(`^\\s*(?:${source})`), owners };
  lists.set(categories, list);
  return list;
}

interface Score {
  length: number;
  longest: number;
}

/**
 * The category of somebody's words. Each word of a list counts its length once; a word inside a longer one does not
 * count; most wins, then the longest single word, then the order of the profile. `urgent` when an urgent word of any
 * category is said and not denied. Traditional and full width are understood.
 */
export function readCategory(
  words: string,
  categories: readonly Category[],
): { readonly category: Category | undefined; readonly urgent: boolean } {
  const { pattern, owners } = wordList(categories);
  const folded = fold(words.slice(0, LONGEST_LOOK));
  const scores = new Map<number, Score>();
  const seen = new Set<string>();
  let urgent = false;
  let covered: Stretch = [0, 0];
  for (const match of folded.matchAll(pattern)) {
    const word = match[1] ?? '';
    const at: Stretch = [match.index, match.index + word.length];
    if (at[1] <= covered[1]) continue;
    covered = at;
    for (const { index, isUrgent } of owners.get(word) ?? []) {
      if (isUrgent && !DENIED_BEFORE.test(folded.slice(Math.max(0, at[0] - 6), at[0]))) urgent = true;
      if (seen.has(word)) continue;
      const score = scores.get(index) ?? { length: 0, longest: 0 };
      scores.set(index, { length: score.length + word.length, longest: Math.max(score.longest, word.length) });
    }
    seen.add(word);
  }
  return { category: best(scores, categories), urgent };
}

function best(scores: ReadonlyMap<number, Score>, categories: readonly Category[]): Category | undefined {
  const [winner] = [...scores].toSorted(
    ([a, first], [b, second]) => second.length - first.length || second.longest - first.longest || a - b,
  );
  return winner === undefined ? undefined : categories[winner[0]];
}

/** Whether the words begin with a word of any category: `电梯坏了`, `停水三天`. */
export function startsWithCategoryWord(words: string, categories: readonly Category[]): boolean {
  return wordList(categories).start.test(fold(words.slice(0, 200)));
}
