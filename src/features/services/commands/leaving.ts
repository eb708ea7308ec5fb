import type { z } from 'zod';
import { say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import type { Community } from '../../../engine/community/community.ts';
import { type GroupText, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { ASKS, CALLS_OFF, LEAVES } from '../rules/vocabulary.ts';
import { isOnlyWhen } from '../rules/pointing.ts';
import { servicesIn } from '../rules/request.ts';
import { ANY_DAY, askingOf } from '../rules/when.ts';
import type { Draft } from '../service/draft-shape.ts';
import { releaseHolds } from '../service/draft.ts';
import { slotWords, texts } from '../texts/say.ts';

/** A question that can be left in plain words, or by 0: what was held is free again, and what stays is said. */
export function leavable<Payload>(
  definition: Parameters<typeof question<Payload>>[0] & {
    readonly payload: z.ZodType<Payload>;
    readonly whenLeft: (payload: Payload) => GroupText;
  },
): Question {
  const leaves = (typed: string): boolean => LEAVES.test(fold(typed.trim()));
  return question({
    ...definition,
    fits: (typed, payload, community, isTalk) => leaves(typed) || definition.fits(typed, payload, community, isTalk),
    async answer(turn, typed, payload) {
      if (!leaves(typed)) return definition.answer(turn, typed, payload);
      await releaseHolds(turn);
      return say(definition.whenLeft(payload));
    },
  });
}

/** What is said of a draft that is given up. */
export function leftText({ draft: { moving, slot, service } }: { readonly draft: Draft }): GroupText {
  if (moving !== undefined) return texts.notMoved({ no: moving });
  if (slot === undefined) return texts.back();
  return texts.released({ service: officeWords(service ?? ''), at: slotWords(slot) });
}

/** An answer is short; what is longer is talk. */
export const SHORT = 16;

/**
 * Whether a day or a time in the words can be meant for what is being talked about: 周三的不去了 is said of what is booked.
 * In talk nothing else may be said.
 */
export function isAboutDraft(typed: string, draft: Draft, community: Community, isTalk: boolean): boolean {
  if (typed.length > SHORT || !mayAnswer(typed, draft, community)) return false;
  return !isTalk || isOnlyWhen(typed, askingOf(ANY_DAY, community));
}

/** Whether the words can be meant for what is being talked about at all: they call nothing off and name nothing else. */
export const mayAnswer = (typed: string, draft: Draft, community: Community): boolean =>
  !CALLS_OFF.test(fold(typed)) && !ASKS.test(fold(typed.trim())) && !namesAnother(typed, draft, community);

/** Whether the words ask for something else than what is being talked about: a new wish, and no answer. */
function namesAnother(typed: string, { service }: Draft, { profile }: Community): boolean {
  const named = servicesIn(typed, profile.services);
  return named.length > 0 && named.every(({ name }) => name !== service);
}
