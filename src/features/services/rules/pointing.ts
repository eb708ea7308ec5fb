import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { servicesIn, wordsOf } from './request.ts';
import { BOOKING_NUMBER, BOOKING_NUMERAL, BY_THE_WAY, OTHER_NAMES, TIME_WORDS } from './vocabulary.ts';
import { FAMILY_WORDS } from './vocabulary/people.ts';

/** Which of somebody's own things the words behind 取消预约, 改约 or 退餐 mean. */
export interface Pointing {
  /** The services that are named; none where nothing is said of it. */
  readonly named: readonly Service[];
  /** Nothing is left over that says neither which one nor when: nobody just talks about bookings. */
  readonly isClear: boolean;
}

/** Reads what points at a booking: number, service, day and time, for whom, and small talk around it. */
export function pointingOf(words: string, services: readonly Service[]): Pointing {
  const folded = fold(words).trim();
  const number = BOOKING_NUMBER.exec(folded)?.[0] ?? BOOKING_NUMERAL.exec(folded)?.[0] ?? '';
  const named = servicesIn(folded, services);
  const said = named.flatMap(wordsOf).toSorted((a, b) => b.length - a.length);
  const unnamed = said.reduce((left, word) => left.replaceAll(word, ' '), folded.slice(number.length));
  const others = OTHER_NAMES.filter(([part]) => named.some(({ name }) => name.includes(part))).map(
    ([, other]) => other,
  );
  const left = [...others, TIME_WORDS, FAMILY_WORDS, BY_THE_WAY].reduce(
    (rest, known) => rest.replace(known, ' '),
    unnamed,
  );
  return { named, isClear: !/[\p{L}\p{N}]/u.test(left) };
}
