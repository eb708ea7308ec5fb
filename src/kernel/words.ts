import { Converter } from 'opencc-js/t2cn';
import { linkStretches } from './links.ts';
import { replaceStretches } from './stretch.ts';

const LONGEST_MESSAGE = 20_000;
const LONGEST_PLAIN = 500;

/**
 * What carries no meaning for a reader but can hide, reorder or split words: zero-width, bidi, fillers, tags, and
 * variation selectors that do not belong to an emoji.
 */
const UNSEEN = /(?![\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?<!\p{Emoji})[\uFE00-\uFE0F]/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[^\P{Cc}\n\t]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const AT_SIGNS = /[@＠﹫][@＠﹫\s]*/g;
/** `@所有人` as WeChat's clients write it, and what people type for it. */
const EVERYONE = /^(?:所有人|全[体體][成人][员員]|大家|[aAａＡ][lLｌＬ][lLｌＬ]|[eE]veryone)/u;

/** The start of `words`, at most `length` UTF-16 units, never half a surrogate pair. */
export function startOf(words: string, length: number): string {
  if (words.length <= length) return words;
  const last = words.charCodeAt(length - 1);
  return words.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** `words`, or their start with `…` at its end: at most `length` UTF-16 units in all. */
export function shortened(words: string, length: number): string {
  return words.length <= length ? words : `${startOf(words, length - 1).trimEnd()}…`;
}

/** Words without the signs that nobody sees (zero-width, bidi, controls but newline and tab, lone surrogates). */
export function visibleWords(raw: string): string {
  return raw.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(UNSEEN, '').replace(LONE_SURROGATES, '');
}

/**
 * What the inbox keeps of a message: visible words, trimmed, at most 20,000 UTF-16 units.
 * NUL goes because PostgreSQL refuses it; line ends become `\n`.
 */
export function cleanWords(raw: string): string {
  return startOf(visibleWords(raw).trim(), LONGEST_MESSAGE).trimEnd();
}

/** What is taken out can bring new neighbours together; after so many rounds nothing has ever been left to take out. */
const MOST_ROUNDS = 6;

/** `words` after `step` has been repeated until it changes nothing. */
export function settle(words: string, step: (words: string) => string): string {
  let settled = words;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = step(settled);
    if (next === settled) break;
    settled = next;
  }
  return settled;
}

/** Takes the `@` off `@所有人`, so that an echo never rings two hundred phones. */
export function withoutEveryone(words: string): string {
  return words.replace(AT_SIGNS, (signs, index: number) => {
    const after = index + signs.length;
    return EVERYONE.test(words.slice(after, after + 10)) ? '' : signs;
  });
}

/**
 * What someone wrote, safe to show to one person: visible words, links as （链接）, `@所有人` without its @,
 * at most 500 UTF-16 units. For a group use maskedWords (mask.ts).
 */
export function plainWords(words: string): string {
  const plain = settle(visibleWords(words).trim(), (open) => {
    const quiet = withoutEveryone(open);
    return replaceStretches(quiet, linkStretches(fold(quiet)), '（链接）');
  });
  return shortened(plain, LONGEST_PLAIN);
}

/** Where OpenCC's character table keeps a variant that people use for the everyday one (著火 is 着火). */
const EVERYDAY: Readonly<Record<string, string>> = { 著: '着', 妳: '你', 喫: '吃', 牠: '它' };

const folded = new Uint16Array(0x1_0000);
let toSimplified: ((character: string) => string) | undefined;

/** Made at the first Traditional character only: it takes 12 ms. */
function converter(): (character: string) => string {
  // opencc-js declares its types in a way that TypeScript cannot follow (an import without an extension)
  return Converter({ from: 't', to: 'cn' }) as (character: string) => string;
}

function foldedUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  if (unit === 0x3000) return 0x20;
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  const lower = String.fromCharCode(half).toLowerCase();
  const simple = half < 0x2e80 ? lower : simplified(lower);
  return simple.length === 1 ? simple.charCodeAt(0) : half;
}

/** Twice, because some characters are simplified in two steps (薴 苧 苎). */
function simplified(character: string): string {
  toSimplified ??= converter();
  const once = EVERYDAY[character] ?? toSimplified(character);
  return EVERYDAY[once] ?? toSimplified(once);
}

/**
 * Words for matching only: half width, Simplified, lower case. The result has the same length in UTF-16 units as
 * `words`, so an index into one is an index into the other; a character that would change length stays.
 */
export function fold(words: string): string {
  const units = new Uint16Array(words.length);
  let changed = false;
  for (let index = 0; index < words.length; index += 1) {
    const unit = words.charCodeAt(index);
    let to = folded[unit] ?? 0;
    if (to === 0 && unit !== 0) {
      to = foldedUnit(unit);
      folded[unit] = to;
    }
    units[index] = to;
    if (to !== unit) changed = true;
  }
  return changed ? fromUnits(units) : words;
}

function fromUnits(units: Uint16Array): string {
  let words = '';
  for (let from = 0; from < units.length; from += 4_096) {
    words += String.fromCharCode(...units.subarray(from, from + 4_096));
  }
  return words;
}
