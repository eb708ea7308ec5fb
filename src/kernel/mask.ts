import { emailStretches, linkStretches } from './links.ts';
import { nameStretches, occurrences } from './private-name.ts';
import { identityNumbers, privateNumbers } from './private-number.ts';
import { roomStretches } from './private-room.ts';
import { intimateStretches } from './private-word.ts';
import { joinStretches, replaceStretches, type Stretch, stretchesOf } from './stretch.ts';
import type { PublicWords } from './text.ts';
import { fold, settle, shortened, startOf, visibleWords, withoutEveryone } from './words.ts';

const LONGEST_PUBLIC = 200;
const LONGEST_NAME = 16;
const MASK = '＊＊';
const LINK = '（链接）';
/** A mention that WeChat wrote: @, the display name, and a thin space (U+2005) behind it. */
const MENTION = /@[^@\u2005\n]{1,32}\u2005/g;

/** One line: every run of white space becomes one space, so that nobody can write lines in the bot's name. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/**
 * What someone wrote, as a group may see it: at most 200 UTF-16 units on one line, with ＊＊ for phone, ID, card and plate
 * numbers, accounts, rooms, `names` and names with a title, words of illness and poverty; （链接） for links.
 * `kept` are the names of the office's own staff, which may stay. Masking twice changes nothing.
 */
export function maskedWords(words: string, names: readonly string[] = [], kept: readonly string[] = []): PublicWords {
  const masked = settle(visibleWords(words), (open) => shortened(maskOnce(open, names, kept), LONGEST_PUBLIC));
  // the one place where masked words become public words: everything private has just been taken out
  return masked as PublicWords;
}

function maskOnce(words: string, names: readonly string[], kept: readonly string[]): string {
  const quiet = withoutEveryone(words);
  const folded = fold(quiet);
  const staff = kept.flatMap((name) => occurrences(folded, fold(name)));
  const isKept = ([from, to]: Stretch): boolean => staff.some((one) => one[0] <= from && to <= one[1]);
  const hidden: readonly Stretch[] = [
    ...privateNumbers(folded).map((number) => number.stretch),
    ...roomStretches(folded),
    ...nameStretches(folded, names).filter((one) => !isKept(one)),
    ...intimateStretches(folded),
    ...emailStretches(folded),
    ...stretchesOf(quiet, MENTION),
  ];
  const links = linkStretches(folded).filter(([from, to]) => !hidden.some((one) => one[0] < to && from < one[1]));
  return oneLine(replaceBoth(quiet, joinStretches(hidden), links).replace(/[@＠]/g, ''));
}

/** Hidden stretches and links replaced in one pass; a link that holds something hidden is hidden as a whole. */
function replaceBoth(words: string, hidden: readonly Stretch[], links: readonly Stretch[]): string {
  let result = '';
  let end = 0;
  for (const [from, to] of joinStretches(links)) {
    result += replaceStretches(words.slice(end, from), shifted(hidden, end, from), MASK) + LINK;
    end = to;
  }
  return result + replaceStretches(words.slice(end), shifted(hidden, end, words.length), MASK);
}

function shifted(stretches: readonly Stretch[], start: number, end: number): readonly Stretch[] {
  return stretches
    .filter(([from]) => from >= start && from < end)
    .map(([from, to]): Stretch => [from - start, to - start]);
}

/**
 * A display name for an `@` in a group: without numbers that look like a phone or a room, links, line ends and @,
 * at most 16 UTF-16 units; 邻居 when nothing is left.
 */
export function maskedName(name: string): PublicWords {
  const safe = settle(visibleWords(name.slice(0, 400)), (open) => startOf(nameOnce(open), LONGEST_NAME).trim());
  // An `@` is put before it: a name like these would call everybody.
  const isNobody = safe === '' || /^(?:所有人|全体成员?|all|everyone)$/iu.test(fold(safe));
  return (isNobody ? '邻居' : safe) as PublicWords; // public for the reason above
}

function nameOnce(name: string): string {
  const flat = oneLine(withoutEveryone(name).replace(/[@＠\u2005]/g, ' '));
  const folded = fold(flat);
  const gone = [
    ...privateNumbers(folded).map((number) => number.stretch),
    ...stretchesOf(folded, /(?<![\d-])\d{1,2}\s?[-‐-―−_/.~#]\s?(?:\d{1,2}\s?[-‐-―−_/.~#]\s?){1,2}\d{1,4}(?!\d)/g),
    ...stretchesOf(folded, /(?<![\d-])\d{1,2}\s?[-‐-―−_/.~#]\s?\d{3,4}(?!\d)/g),
    ...roomStretches(folded),
    ...linkStretches(folded),
    ...emailStretches(folded),
  ];
  return oneLine(replaceStretches(flat, gone, ' ')).replace(/^[\s\-‐-―_/.,|·~#:，、]+|[\s\-‐-―_/.,|·~#:，、]+$/g, '');
}

/**
 * Whether someone typed a private number into a group: a phone (mobile, or landline with its area code, or any after a
 * word like 电话), an ID, a bank card. Case numbers, dates, prices, rooms and firms' 400 numbers are none.
 */
export function holdsPrivateNumber(words: string): boolean {
  return privateNumbers(fold(visibleWords(words))).some((number) => number.isCertain);
}

/** The words without such numbers. */
export function withoutPrivateNumbers(words: string): string {
  const certain = privateNumbers(fold(words)).filter((number) => number.isCertain);
  const stretches = certain.map((number) => number.stretch);
  return stretches.length === 0 ? words : replaceStretches(words, stretches, ' ').trim();
}

/** The words without numbers of identity cards; the same words where there are none. */
export function withoutIdentityNumbers(words: string): string {
  const stretches = identityNumbers(fold(words));
  return stretches.length === 0 ? words : replaceStretches(words, stretches, ' ').trim();
}

export { saysName, sharedNames } from './private-name.ts';
