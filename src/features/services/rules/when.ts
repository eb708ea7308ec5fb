import { type Day, readMoment } from '../../../kernel/moment.ts';
import { fold } from '../../../kernel/words.ts';
import type { Wish } from './slots.ts';
import { PARTS_OF_DAY } from './vocabulary.ts';

/** What is said of when. A problem is a day or a time that does not exist. */
export interface SaidWhen {
  readonly wish: Wish;
  readonly problem: 'no-such-day' | 'no-such-time' | undefined;
  /** What follows the date. */
  readonly rest: string;
}

const LONGEST_LOOK = 100;

/** The first date or time in the words; undefined where there is none. */
export function whenIn(words: string, now: Date, zone: string): SaidWhen | undefined {
  const folded = fold(words).slice(0, LONGEST_LOOK);
  const part = PARTS_OF_DAY.find(([said]) => said.test(folded));
  const span = part === undefined ? {} : { from: part[1], to: part[2] };
  for (let index = 0; index < folded.length; index += 1) {
    const read = readMoment(words.slice(index), now, zone);
    if (!read.ok) {
      if (read.refusal.code !== 'no-such-day' && read.refusal.code !== 'no-such-time') continue;
      return { wish: wishOf([], {}), problem: read.refusal.code, rest: '' };
    }
    const { day, minutes, rest } = read.value;
    const time = minutes === undefined ? span : { from: minutes };
    return { wish: wishOf([day], time), problem: undefined, rest };
  }
  return part === undefined ? undefined : { wish: wishOf([], span), problem: undefined, rest: '' };
}

const wishOf = (days: readonly Day[], { from, to }: { from?: number; to?: number }): Wish => ({ days, from, to });
