import type { z } from 'zod';
import type { Community } from '../community/community.ts';
import type { Turn } from '../work.ts';
import type { Reply } from './command.ts';

/** Something that the bot has asked and one person may answer. It lives in the database, not in memory. */
export interface Question {
  readonly id: string;
  /** Whether the words can be an answer; anything else is treated as if nothing had been asked. Pure. */
  fits(words: string, payload: unknown, community: Community): boolean;
  /** Words that it has named itself as an answer, and that mean this although they are a command too. Pure. */
  readonly outranks?: (words: string) => boolean;
  answer(turn: Turn, words: string, payload: unknown): Promise<Reply>;
}

/** A question whose payload is checked when it comes back from the database. */
export function question<Payload>(definition: {
  readonly id: string;
  readonly payload: z.ZodType<Payload>;
  fits(words: string, payload: Payload, community: Community): boolean;
  readonly outranks?: (words: string) => boolean;
  answer(turn: Turn, words: string, payload: Payload): Promise<Reply>;
}): Question {
  return {
    id: definition.id,
    ...(definition.outranks === undefined ? {} : { outranks: definition.outranks }),
    fits(words, payload, community) {
      const parsed = definition.payload.safeParse(payload);
      return parsed.success && definition.fits(words, parsed.data, community);
    },
    answer: (turn, words, payload) => definition.answer(turn, words, definition.payload.parse(payload)),
  };
}
