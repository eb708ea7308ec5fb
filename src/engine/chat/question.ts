import type { z } from 'zod';
import type { Community } from '../community/community.ts';
import type { Turn } from '../work.ts';
import type { Reply } from './command.ts';

/** Something that the bot has asked and one person may answer. It lives in the database, not in memory. */
export interface Question {
  readonly id: string;
  /**
   * Whether the words can be an answer; anything else is treated as if nothing had been asked. `isTalk`: said in a group
   * to nobody in particular; then only words that are an answer as a whole count. Pure.
   */
  fits(words: string, payload: unknown, community: Community, isTalk: boolean): boolean;
  /** Words that it has named itself as an answer, and that mean this although they are a command too. Pure. */
  readonly outranks?: (words: string) => boolean;
  answer(turn: Turn, words: string, payload: unknown): Promise<Reply>;
  /**
   * Words that are no clear answer, and that nothing else has taken: no command and no matter of any feature. Only what is
   * said to the bot itself. Undefined where they are no answer after all.
   */
  readonly takeRest?: (turn: Turn, words: string, payload: unknown) => Promise<Reply | undefined>;
  readonly again?: Again<unknown>;
}

/** How a question is asked again of whoever was not understood: with an example of an answer, and as it stands now. */
export interface Again<Payload> {
  readonly example: string;
  ask(turn: Turn, payload: Payload): Promise<Reply>;
}

/** Something that stays asked beside whatever else a person talks about, until its own hour: an offer. It keeps itself. */
export interface StandingQuestion {
  readonly id: string;
  /**
   * Whether the words can be an answer. `isContested`: they may as well be meant otherwise, as an answer to the question
   * that is open or as talk in a group; then only words that the question itself has named count. Pure.
   */
  fits(words: string, isContested: boolean): boolean;
  /** What to say, or undefined where nothing is asked of the speaker in this place. */
  answer(turn: Turn, words: string): Promise<Reply | undefined>;
  /** Whether anything is asked of the speaker in this place. */
  isOpen(turn: Turn): Promise<boolean>;
}

/** A question whose payload is checked when it comes back from the database. */
export function question<Payload>(definition: {
  readonly id: string;
  readonly payload: z.ZodType<Payload>;
  fits(words: string, payload: Payload, community: Community, isTalk: boolean): boolean;
  readonly outranks?: (words: string) => boolean;
  answer(turn: Turn, words: string, payload: Payload): Promise<Reply>;
  readonly takeRest?: (turn: Turn, words: string, payload: Payload) => Promise<Reply | undefined>;
  readonly again?: Again<Payload>;
}): Question {
  const { again, takeRest } = definition;
  return {
    id: definition.id,
    ...(definition.outranks === undefined ? {} : { outranks: definition.outranks }),
    fits(words, payload, community, isTalk) {
      const parsed = definition.payload.safeParse(payload);
      return parsed.success && definition.fits(words, parsed.data, community, isTalk);
    },
    ...(takeRest === undefined
      ? {}
      : { takeRest: (turn, words, payload) => takeRest(turn, words, definition.payload.parse(payload)) }),
    ...(again === undefined
      ? {}
      : { again: { ...again, ask: (turn, payload) => again.ask(turn, definition.payload.parse(payload)) } }),
    answer: (turn, words, payload) => definition.answer(turn, words, definition.payload.parse(payload)),
  };
}
