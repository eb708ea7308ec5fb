import { fold } from './words.ts';

/** One residential compound or apartment building of the profile. */
export interface Compound {
  readonly name: string;
  readonly kind: string;
  /** Buildings, units in each, floors in each, flats on each floor of a unit. */
  readonly buildings: number;
  readonly units: number;
  readonly floors: number;
  readonly rooms: number;
  readonly aliases: readonly string[];
}

/** A compound named in a text, and where. */
export interface NamedCompound {
  readonly compound: Compound;
  readonly from: number;
  readonly to: number;
}

interface Finder {
  readonly pattern: RegExp;
  readonly owner: ReadonlyMap<string, Compound>;
}

const CHINESE_DIGITS = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]/g;
const DIGIT_OF = '零0〇0一1二2三3四4五5六6七7八8九9壹1贰2叁3肆4伍5陆6柒7捌8玖9';
const SUFFIX = /(?:小区|花园|家园|公寓楼|公寓|新村|苑)$/;
const NUMBER = '[0-9十百]{1,3}';
/** What must follow a shortened name before it counts: 安居 is a word of its own (安居乐业), 安居3号楼 is a place. */
const BUILDING_FOLLOWS = `(?=\\s?(?:小区|的?${NUMBER}\\s?(?:号楼|#|栋|幢|座|单元|楼)|${NUMBER}-${NUMBER}))`;
const PLACE_FOLLOWS = `(?=\\s?(?:小区|的?${NUMBER}\\s?(?:号楼|#|栋|幢|座|单元|楼)|${NUMBER}-${NUMBER}|[东西南北]?门|[这那]边|的)|[\\s,.;:!?]|$)`;

const finders = new WeakMap<readonly Compound[], Finder>();

/** 一号院 and 1号院 are one name: Chinese digits become Arabic ones, one for one, so indexes stay. */
function arabic(folded: string): string {
  return folded.replace(CHINESE_DIGITS, (digit) => DIGIT_OF.charAt(DIGIT_OF.indexOf(digit) + 1));
}

/** The name as a pattern: one space between letters is forgiven, every sign stands for itself. */
function spaced(name: string): string {
  const letters = Array.from(name.replace(/\s/g, ''));
  return letters.map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join(' ?');
}

/** 安居 for 安居苑: at least two characters, and of no other compound. */
function shortNames(compound: Compound, compounds: readonly Compound[]): readonly string[] {
  const ownNames = (one: Compound): readonly string[] => [one.name, ...one.aliases];
  const others = compounds
    .filter((one) => one !== compound)
    .flatMap(ownNames)
    .map((name) => arabic(fold(name)));
  const stems = ownNames(compound).map((name) => arabic(fold(name)).replace(SUFFIX, ''));
  return stems.filter((stem) => stem.length >= 2 && !others.some((other) => other.startsWith(stem)));
}

function makeFinder(compounds: readonly Compound[]): Finder {
  const owner = new Map<string, Compound>();
  const patterns = new Map<string, string>();
  for (const compound of compounds) {
    for (const name of [compound.name, ...compound.aliases]) {
      const key = arabic(fold(name)).replace(/\s/g, '');
      if (key === '' || owner.has(key)) continue;
      owner.set(key, compound);
      patterns.set(key, spaced(key));
    }
  }
  for (const compound of compounds) {
    for (const key of shortNames(compound, compounds)) {
      if (owner.has(key)) continue;
      owner.set(key, compound);
      const isPlainWord = /(?:花园|家园|公寓楼?)$/.test(compound.name);
      patterns.set(key, spaced(key) + (isPlainWord ? BUILDING_FOLLOWS : PLACE_FOLLOWS));
    }
  }
  const longestFirst = [...patterns].toSorted(([a], [b]) => b.length - a.length).map(([, pattern]) => pattern);
  return { pattern: new RegExp(longestFirst.length === 0 ? '(?!)' : longestFirst.join('|'), 'g'), owner };
}

/**
 * The compounds that folded words name, from left to right: by name, by alias, or without the ending 小区, 苑 …
 * where that leaves one candidate only. At one place the longest name wins.
 */
export function findCompounds(folded: string, compounds: readonly Compound[]): readonly NamedCompound[] {
  let finder = finders.get(compounds);
  if (finder === undefined) {
    finder = makeFinder(compounds);
    finders.set(compounds, finder);
  }
  const found: NamedCompound[] = [];
  for (const match of arabic(folded).matchAll(finder.pattern)) {
    const compound = finder.owner.get(match[0].replace(/\s/g, ''));
    if (compound !== undefined) found.push({ compound, from: match.index, to: match.index + match[0].length });
  }
  return found;
}
