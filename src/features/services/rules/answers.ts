import { fold } from '../../../kernel/words.ts';
import { ageIn, ageOf } from './request.ts';
import { ANSWERED_AGE, HAS_AGREED, HAS_NOT_AGREED, IS_OLD_ENOUGH, IS_TOO_YOUNG } from './vocabulary/people.ts';

/** Numbers below are items of the menu, or slips. */
const LEAST_SAID = 10;
/** An answer is short; what is longer is talk. */
const SHORT = 16;

const bare = (typed: string): string => fold(typed.trim()).replace(/[\s,，。.、!！~～…;；]+/gu, '');

/**
 * The age that an answer to “满60岁了吗” means: a number is an age; a yes is the age that was asked for, and a no the year
 * before. Undefined where the whole answer is not understood: then nobody is booked. In talk of a group `72岁` inside of
 * other words is no answer.
 */
export function answeredAge(
  typed: string,
  asked: number,
  { year, isTalk = false }: { readonly year?: number; readonly isTalk?: boolean } = {},
): number | undefined {
  const folded = bare(typed);
  if (folded.length > SHORT) return undefined;
  const said = ageOf(ANSWERED_AGE.exec(folded));
  if (said !== undefined && said >= LEAST_SAID - 1) return said;
  if (IS_TOO_YOUNG.test(folded)) return asked - 1;
  if (IS_OLD_ENOUGH.test(folded)) return asked;
  return isTalk ? undefined : ageIn(folded, year);
}

/** Whether an answer says that the neighbour has agreed; undefined where the whole of it is not understood. */
export function answeredConsent(typed: string): boolean | undefined {
  const folded = bare(typed);
  if (folded.length > SHORT) return undefined;
  if (HAS_NOT_AGREED.test(folded)) return false;
  return HAS_AGREED.test(folded) ? true : undefined;
}
