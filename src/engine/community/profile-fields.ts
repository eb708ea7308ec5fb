import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type DayHours, readHours } from '../../kernel/hours.ts';
import { mistakes } from './texts.ts';
import { CLOCK_TIME, DAY_OF_MONTH } from './vocabulary.ts';

/** The known word that was probably meant: two letters away at most, one in a word of three, none in a shorter one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((one) => ({ one, away: distance(word, one) })).toSorted((a, b) => a.away - b.away);
  const [first] = ranked;
  if (first === undefined) return undefined;
  const length = Math.max(word.length, first.one.length);
  return first.away <= Math.min(2, length - 2) ? first.one : undefined;
}

/** An object whose unknown keys are mistakes, told with the key that was probably meant, one line for each key. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => sayUnknownKey(key, known)).join('\n') : undefined,
  });
}

function sayUnknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined
    ? mistakes.unknownKey({ key, known: known.join(', ') })
    : mistakes.unknownKeyNear({ key, near });
}

/** One word of a list. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, {
    error: ({ input }) => {
      if (typeof input !== 'string') return undefined;
      const near = nearest(input, words);
      const said = { value: input, known: words.join(', ') };
      return near === undefined ? mistakes.oneOf(said) : mistakes.oneOfNear({ ...said, near });
    },
  });
}

/** Words that are not empty. */
export const words = z.string().trim().min(1).max(200);
export const count = z.int().min(0).max(10_000_000);
export const some = z.int().min(1).max(10_000);

/** Text that `read` turns into a value; what it cannot read is a mistake in the words of `say`. */
export function readAs<Value>(read: (words: string) => Value | undefined, say: (slots: { value: string }) => string) {
  return words.transform((typed, context): Value => {
    const value = read(typed);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: say({ value: typed }), input: typed });
    return z.NEVER;
  });
}

/** Minutes since midnight of `09:30`; undefined for anything else. */
export function readClock(words: string): number | undefined {
  const { hour, minute } = CLOCK_TIME.exec(words.trim())?.groups ?? {};
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes < 1_440 ? minutes : undefined;
}

/** The day of `3日` or `3`, at most 28, so that every month has it. */
export function readDayOfMonth(words: string): number | undefined {
  const day = Number(DAY_OF_MONTH.exec(words.trim())?.groups?.['day']);
  return day >= 1 && day <= 28 ? day : undefined;
}

export const clock = readAs(readClock, mistakes.badTime);

/** `08:30-12:00, 14:30-18:00`, or a list of such. */
export const hours = z.union([z.string(), z.array(z.string())]).transform((typed, context): DayHours => {
  const read = readHours(typed);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: mistakes.badHours({ value: String(typed) }), input: typed });
  return z.NEVER;
});
