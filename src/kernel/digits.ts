import { joinStretches, type Stretch } from './stretch.ts';

/** Digits that stand together without a sign between them, whatever script they are written in. */
export interface DigitGroup {
  /** The digits as 0–9. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Whether it is written in Chinese numerals (一三八), where short groups are ordinary words. */
  readonly isChinese: boolean;
}

/** Groups with nothing but separators between them: as a phone number may be broken up. */
export type DigitRun = readonly DigitGroup[];

const CHINESE = new Map(
  Array.from('零0〇0一1二2三3四4五5六6七7八8九9幺1壹1贰2叁3肆4伍5陆6柒7捌8玖9'.matchAll(/(.)(\d)/gu), (m) => [
    m[1],
    m[2],
  ]),
);
/** What people put between the digits of one number. Commas only hold groups of three digits or more together. */
const SEPARATOR = /^[\s\-‐-―−~·•・.。,、_/\\|()[\]{}<>"'`+:;@^=…\p{M}]{1,4}$/u;
const LIST_SEPARATOR = /[,、;]/;

function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  if (character < '\u0080') return undefined;
  const chinese = CHINESE.get(character);
  if (chinese !== undefined) return chinese;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2460 && code <= 0x2468) return String(code - 0x245f);
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  return /^\p{Nd}$/u.test(character) ? decimalValue(code) : undefined;
}

/** Unicode keeps the ten digits of a script in order, so the distance to the first of them is the value. */
function decimalValue(code: number): string {
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** The groups of digits in folded words, in order, except where `skip` says that the digits are spoken for. */
export function digitGroups(folded: string, skip: readonly Stretch[] = []): readonly DigitGroup[] {
  const groups: { digits: string; from: number; to: number; isChinese: boolean }[] = [];
  const skipped = joinStretches(skip);
  let nextSkip = 0;
  let index = 0;
  for (const character of folded) {
    const from = index;
    index += character.length;
    const digit = digitOf(character);
    while ((skipped[nextSkip]?.[1] ?? Infinity) <= from) nextSkip += 1;
    if (digit === undefined || (skipped[nextSkip]?.[0] ?? Infinity) <= from) continue;
    const isChinese = CHINESE.has(character);
    const last = groups.at(-1);
    if (last?.to === from && last.isChinese === isChinese) {
      last.digits += digit;
      last.to = index;
    } else {
      groups.push({ digits: digit, from, to: index, isChinese });
    }
  }
  return groups;
}

/** The groups put together into runs. */
export function digitRuns(folded: string, groups: readonly DigitGroup[]): readonly DigitRun[] {
  const runs: DigitGroup[][] = [];
  for (const group of groups) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && holdsTogether(folded.slice(last.to, group.from), last, group))
      run.push(group);
    else runs.push([group]);
  }
  return runs;
}

function holdsTogether(between: string, before: DigitGroup, after: DigitGroup): boolean {
  if (between === '') return true;
  if (!SEPARATOR.test(between)) return false;
  return !LIST_SEPARATOR.test(between) || (before.digits.length >= 3 && after.digits.length >= 3);
}
