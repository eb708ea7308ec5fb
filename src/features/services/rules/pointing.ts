import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { servicesIn, wordsOf } from './request.ts';
import type { Asking } from '../../../kernel/dates/when.ts';
import { findWhen, wordsWithout } from '../../../kernel/dates/find-when.ts';
import {
  AROUND_LATE,
  AROUND_TIME,
  BOOKING_NUMBER,
  BOOKING_NUMERAL,
  BY_THE_WAY,
  CALLS_OFF,
  OTHER_NAMES,
  RUNS_LATE,
  TIME_WORDS,
} from './vocabulary.ts';
import { FAMILY_WORDS } from './vocabulary/people.ts';
import { BEFORE_INSTEAD, CLAUSES, MOVE_TO, SAYS_INSTEAD } from './vocabulary/questions.ts';

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

/** Whether somebody says that they come late, and nothing else: `师傅迟到了` is said of somebody else. */
export function saysLate(words: string, services: readonly Service[]): boolean {
  const folded = fold(words);
  const left = folded.replace(RUNS_LATE, ' ').replace(AROUND_LATE, ' ');
  return RUNS_LATE.test(folded) && pointingOf(left, services).isClear;
}

/** `明天去不了，能不能后天`: the time that would do instead, as a wish to move; undefined where none is said. */
export function insteadIn(words: string): string | undefined {
  const clauses = fold(words).replace(BEFORE_INSTEAD, ' ').split(CLAUSES);
  const at = clauses.findIndex((clause) => CALLS_OFF.test(clause));
  const instead = clauses.slice(at + 1).find((clause) => SAYS_INSTEAD.test(clause) && clause.search(TIME_WORDS) >= 0);
  return at < 0 || instead === undefined || CALLS_OFF.test(instead)
    ? undefined
    : `${MOVE_TO} ${instead.replace(SAYS_INSTEAD, '')}`;
}

/** Whether the words are a day or a time and nothing else of weight: `那周四上午吧`, but not `周四谁去赶集`. */
export function isOnlyWhen(words: string, asking: Asking): boolean {
  const when = findWhen(words, asking);
  if (when === undefined) return false;
  return fold(wordsWithout(words, when)).replace(TIME_WORDS, ' ').replace(AROUND_TIME, '') === '';
}
