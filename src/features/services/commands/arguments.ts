import { z } from 'zod';
import type { Argument } from '../../../engine/chat/arguments.ts';
import { fold } from '../../../kernel/words.ts';
import { BOOKING_NUMBER } from '../rules/vocabulary.ts';

/** The number of a booking: `5`, `预约号5`; not `5月`, `5点`, `5号` of a date. */
export const bookingNumber: Argument<number> = {
  schema: z.coerce.number().int().positive().max(9_999_999),
  take(words) {
    const found = BOOKING_NUMBER.exec(fold(words));
    return found?.[1] === undefined ? undefined : { raw: found[1], rest: words.slice(found[0].length) };
  },
  isOptional: false,
};
