import { z } from 'zod';
import { fold } from '../../kernel/words.ts';
import { CASE_NUMBER, MARKS, SEPARATORS, TOO_LONG_A_NUMBER, WHOLE_NUMBER } from './vocabulary.ts';

/** One argument of a command: what it takes off the front of the words, and the shape that this must have. */
export interface Argument<Value> {
  readonly schema: z.ZodType<Value>;
  /** The raw value at the front of `words` and what is left; undefined where there is none. */
  take(words: string): { readonly raw: string; readonly rest: string } | undefined;
  readonly isOptional: boolean;
  /** What is certainly meant to be this argument, even where it cannot be one. */
  readonly isMeant?: (words: string) => boolean;
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>;
export type Taken<Args extends Arguments> = {
  readonly [Name in keyof Args]: Args[Name] extends Argument<infer Value> ? Value : never;
};

/** Words without the separators in front of them. */
export function skipSeparators(words: string): string {
  const separators = SEPARATORS.exec(fold(words));
  return separators === null ? words : words.slice(separators[0].length);
}

function required<Value>(schema: z.ZodType<Value>, take: Argument<Value>['take']): Argument<Value> {
  return { schema, take, isOptional: false };
}

/** The same argument, for a command that can do without it. */
export function optional<Value>(argument: Argument<Value>): Argument<Value | undefined> {
  return { ...argument, schema: argument.schema.optional(), isOptional: true };
}

/** A number of three digits or more: `101`, `编号101`, `１０１号`. */
export const caseNumber: Argument<number> = {
  ...required(z.coerce.number().int().positive(), (words) => {
    const found = CASE_NUMBER.exec(fold(words));
    return found?.[1] === undefined ? undefined : { raw: found[1], rest: words.slice(found[0].length) };
  }),
  isMeant: (words) => TOO_LONG_A_NUMBER.test(fold(words)),
};

/** A whole number of any length, as of a broadcast or a study material. */
export const wholeNumber: Argument<number> = required(z.coerce.number().int().min(0).max(999_999), (words) => {
  const found = WHOLE_NUMBER.exec(fold(words));
  return found?.[1] === undefined ? undefined : { raw: found[1], rest: words.slice(found[0].length) };
});

/** Marks from 1 to 5: `5`, `5分`, `５星`. */
export const marks: Argument<number> = required(z.coerce.number().int().min(1).max(5), (words) => {
  const found = MARKS.exec(fold(words));
  return found?.[1] === undefined ? undefined : { raw: found[1], rest: words.slice(found[0].length) };
});

/** The next word, up to a space or a separator. */
export const word: Argument<string> = required(z.string().min(1).max(40), (words) => {
  const found = /^[^\s:,，、。;；|]+/u.exec(words);
  return found === null ? undefined : { raw: found[0], rest: words.slice(found[0].length) };
});

/** All that is left, as it was typed. */
export const words: Argument<string> = required(z.string().min(1).max(20_000), (left) =>
  left.trim() === '' ? undefined : { raw: left.trim(), rest: '' },
);

/** Why the words do not fit: something is missing, or wrong. */
export type ArgumentProblem = { readonly code: 'missing' | 'wrong'; readonly name: string };

/** Reads the arguments in their order. What is left over afterwards is returned too. */
export function takeArguments<Args extends Arguments>(
  args: Args,
  typed: string,
): { readonly taken: Taken<Args>; readonly rest: string } | ArgumentProblem {
  let rest = skipSeparators(typed);
  const taken: Record<string, unknown> = {};
  for (const [name, argument] of Object.entries(args)) {
    const part = argument.take(rest);
    if (part === undefined) {
      if (argument.isOptional && argument.isMeant?.(rest) !== true) continue;
      return { code: rest === '' ? 'missing' : 'wrong', name };
    }
    const parsed = argument.schema.safeParse(part.raw);
    if (!parsed.success) return { code: 'wrong', name };
    taken[name] = parsed.data;
    rest = skipSeparators(part.rest);
  }
  // Each name of Args has been set above, or its argument is optional and its value undefined.
  return { taken: taken as Taken<Args>, rest };
}
