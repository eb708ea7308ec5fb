import { z } from 'zod';
import type { Argument } from '../../../engine/chat/arguments.ts';
import { readNumeral } from '../../../kernel/numerals.ts';
import { fold } from '../../../kernel/words.ts';
import { BOOKING_NUMBER, BOOKING_NUMERAL } from '../rules/vocabulary.ts';

/** The number of a booking: `5`, `预约号5`, `九`; not `5月`, `5点`, `5号` of a date. */
export const bookingNumber: Argument<number> = {
  schema: z.coerce.number().int().positive().max(9_999_999),
  take(words) {
    const found = BOOKING_NUMBER.exec(fold(words));
    if (found?.[1] !== undefined) return { raw: found[1], rest: words.slice(found[0].length) };
    const spelled = BOOKING_NUMERAL.exec(fold(words));
    const no = spelled?.[1] === undefined ? undefined : readNumeral(spelled[1]);
    return spelled === null || no === undefined ? undefined : { raw: `${no}`, rest: words.slice(spelled[0].length) };
  },
  isOptional: false,
};
