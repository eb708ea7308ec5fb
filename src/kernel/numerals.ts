import { fold } from './words.ts';

const DIGITS = new Map(
  Array.from(
    '零0〇0○0一1二2三3四4五5六6七7八8九9幺1两2俩2壹1贰2叁3肆4伍5陆6柒7捌8玖9'.matchAll(/(.)(\d)/gu),
    (pair) => [pair[1], Number(pair[2])],
  ),
);
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1_000],
  ['仟', 1_000],
]);

/** A number written as people write it: 12, １２, 三, 两, 二十一, 五零一, 五百零一, ① to ⑳. Anything else is undefined. */
export function readNumeral(words: string): number | undefined {
  const plain = fold(words.trim());
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const circled = /^[①-⑳]$/.exec(plain);
  if (circled !== null) return plain.charCodeAt(0) - 0x245f;
  const digits = Array.from(plain, (character) => DIGITS.get(character));
  if (digits.length === 0 || digits.length > 9) return undefined;
  const spelled = digits.every((digit) => digit !== undefined);
  if (!spelled) return readCounted(plain);
  // 一二 next to each other is a list (一二号楼: buildings 1 and 2), but 五零一 and 一二〇三 are said digit by digit
  if (digits.length === 2) return digits[1] === 0 || digits[0] === 0 ? Number(digits.join('')) : undefined;
  return Number(digits.join(''));
}

/** 二十一, 一百零五, 一千二百: each digit before its unit, units falling; 十 may lead. */
function readCounted(words: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let ceiling = 10_000;
  let afterZero = false;
  for (const character of words) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      const next = DIGITS.get(character);
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined;
      afterZero = digit === 0 || next === 0;
      digit = next;
      continue;
    }
    if (unit >= ceiling || (digit === undefined && sum > 0) || (digit === undefined && unit > 10)) return undefined;
    sum += (digit ?? 1) * unit;
    digit = undefined;
    ceiling = unit;
  }
  // 一百二 is 120, 一百零二 is 102
  const tail = ceiling >= 100 && ceiling < 10_000 && !afterZero ? ceiling / 10 : 1;
  return sum + (digit ?? 0) * tail;
}
