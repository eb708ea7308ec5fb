import { type Reply, say } from '../../../engine/chat/command.ts';
import type { StandingQuestion } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import { officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { ACCEPTS, ACCEPTS_OR_DECLINES_BY_NAME, DECLINES } from '../rules/vocabulary.ts';
import { advance } from '../service/draft.ts';
import { declineOffer, lapsedOfferHere, offerHere } from '../service/wait.ts';
import { waitingTexts } from '../texts/waiting.ts';
import { stepReply } from './steps.ts';

const LONGEST = 20;

/** Whether somebody takes the seat that has become free for them, whatever else they are being asked meanwhile. */
export const offerQuestion: StandingQuestion = {
  id: 'services.offer',
  fits(typed, isContested) {
    const folded = fold(typed.trim());
    if (isContested) return ACCEPTS_OR_DECLINES_BY_NAME.test(folded);
    return folded.length <= LONGEST && (ACCEPTS.test(folded) || DECLINES.test(folded));
  },
  isOpen: async (turn) => (await offerHere(turn)) !== undefined,
  async answer(turn, typed) {
    const found = await offerHere(turn);
    if (found === undefined) return undefined;
    const { entry, draft } = found;
    if (draft === undefined) return say(waitingTexts.offerGone({ service: officeWords(entry.service) }));
    if (DECLINES.test(fold(typed.trim()))) {
      const isPassedOn = await declineOffer(turn, entry);
      return say(isPassedOn ? waitingTexts.declined() : waitingTexts.declinedUnclaimed());
    }
    return stepReply(turn, await advance(turn, draft));
  },
};

/** `要`, to an offer that has ended meanwhile. */
export async function acceptLate(turn: Turn, typed: string): Promise<Reply | undefined> {
  if (!ACCEPTS_OR_DECLINES_BY_NAME.test(fold(typed.trim()))) return undefined;
  const entry = await lapsedOfferHere(turn);
  if (entry === undefined) return undefined;
  if (DECLINES.test(fold(typed.trim()))) return say(waitingTexts.noWait());
  return say(waitingTexts.offerGone({ service: officeWords(entry.service) }));
}
