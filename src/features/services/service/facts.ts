import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { findBeneficiary, saveBeneficiary } from '../store/beneficiaries.ts';
import type { Order } from './book.ts';
import type { Draft } from './draft-shape.ts';
import { gridIn } from '../rules/details.ts';
import { mergedHome } from './details.ts';

export type Fact = 'how-old' | 'consent';

/** What still has to be known of the one who is to have it. What was said before counts. */
export async function missingFact(turn: Turn, service: Service, draft: Draft): Promise<Fact | undefined> {
  if (draft.moving !== undefined) return undefined;
  if (service.leastAge !== undefined && draft.age === undefined) {
    const known = await findBeneficiary(turn.tx, turn.community.id, turn.speaker.personId, draft.beneficiary);
    if ((known?.age ?? 0) < service.leastAge) return 'how-old';
  }
  return draft.relation === 'neighbour' && draft.hasConsent !== true ? 'consent' : undefined;
}

/** Whether an age that was said is not enough: nobody is shown turns that are not for them. */
export const isTooYoung = ({ leastAge }: Service, { age, moving }: Draft): boolean =>
  moving === undefined && leastAge !== undefined && age !== undefined && age < leastAge;

/** Remembers an age that was said and is asked for, so that nobody asks again. */
export async function rememberAge(turn: Turn, { leastAge }: Service, { age, beneficiary }: Draft): Promise<void> {
  if (leastAge === undefined || age === undefined) return;
  const { tx, community, speaker, at } = turn;
  await saveBeneficiary(tx, community.id, speaker.personId, beneficiary, { age }, at);
}

/** Who books for whom, with what is known of them. */
export async function orderOf(turn: Turn, draft: Draft): Promise<Order> {
  const { tx, community, speaker, place, at } = turn;
  const known = await findBeneficiary(tx, community.id, speaker.personId, draft.beneficiary);
  const room = place.kind === 'room' ? place.room : undefined;
  const { compounds, grids } = community.profile;
  const told = draft.home === undefined ? undefined : mergedHome(turn, known?.details ?? '', draft.home);
  const details = told ?? known?.details ?? null;
  return {
    relation: draft.relation,
    beneficiary: draft.beneficiary,
    personId: speaker.personId,
    name: speaker.name,
    roomId: room?.id ?? null,
    // Where somebody lives counts for more than where they were spoken of.
    grid: gridIn(details ?? '', compounds, grids) ?? room?.grid ?? null,
    consentAt: draft.hasConsent === true ? at : null,
    details,
  };
}
