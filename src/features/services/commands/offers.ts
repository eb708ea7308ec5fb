import { z } from 'zod';
import { say } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import { officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { ACCEPTS, DECLINES } from '../rules/vocabulary.ts';
import { advance } from '../service/draft.ts';
import { declineOffer, offerOf } from '../service/wait.ts';
import { OFFER_QUESTION } from '../service/waiting.ts';
import { waitingTexts } from '../texts/waiting.ts';
import { stepReply } from './steps.ts';

const SHORT = 8;

/** Whether somebody takes the seat that has become free for them. */
export const offerQuestion: Question = question({
  id: OFFER_QUESTION,
  payload: z.object({ id: z.number().int() }),
  fits: (typed) => {
    const folded = fold(typed.trim());
    return folded.length <= SHORT && (ACCEPTS.test(folded) || DECLINES.test(folded));
  },
  async answer(turn, typed, { id }) {
    const found = await offerOf(turn, id);
    if (found === undefined) return say(waitingTexts.noneOffered());
    const { entry, draft } = found;
    if (draft === undefined) return say(waitingTexts.offerGone({ service: officeWords(entry.service) }));
    if (DECLINES.test(fold(typed.trim()))) {
      const isPassedOn = await declineOffer(turn, entry);
      return say(isPassedOn ? waitingTexts.declined() : waitingTexts.declinedUnclaimed());
    }
    return stepReply(turn, await advance(turn, draft));
  },
});
