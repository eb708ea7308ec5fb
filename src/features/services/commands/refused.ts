import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { CALLED_NEIGHBOUR } from '../rules/vocabulary/people.ts';
import type { Draft, Step } from '../service/draft-shape.ts';
import { mealTexts } from '../texts/meals.ts';
import { refusalText } from '../texts/refusals.ts';
import { quotaWords, texts } from '../texts/say.ts';

/** That a share is used up. Neighbours who are not named are one and the same to the bot. */
export function quotaText(service: Service, draft: Draft | undefined): GroupText {
  const name = officeWords(service.name);
  const isUnnamed = draft?.relation === 'neighbour' && draft.beneficiary === CALLED_NEIGHBOUR;
  return lines<GroupText>(
    texts.quota({ service: name, ...quotaWords(service) }),
    isUnnamed ? texts.nameNeighbour({ service: name }) : undefined,
  );
}

/** Why somebody is not booked. */
export function refusedText({ refusal, service, draft }: Extract<Step, { kind: 'refused' }>): GroupText {
  const name = officeWords(service.name);
  switch (refusal) {
    case 'quota':
      return quotaText(service, draft);
    case 'too-many':
      return texts.tooMany();
    case 'too-young':
      return texts.tooYoung({ service: name, age: service.leastAge ?? 0 });
    case 'too-late':
      return refusalText('too-late', draft?.moving ?? 0);
    case 'gone':
      return texts.gone();
    case 'full':
      return mealTexts.full({ service: name });
    case 'ordered-before':
      return mealTexts.orderedBefore();
  }
}
