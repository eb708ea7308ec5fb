import type { Tx } from '../../../engine/tx.ts';

export interface KnownBeneficiary {
  readonly age: number | null;
  readonly details: string | null;
}

/** What somebody has said before of the one for whom they book. */
export async function findBeneficiary(
  tx: Tx,
  communityId: number,
  personId: number,
  beneficiary: string,
): Promise<KnownBeneficiary | undefined> {
  const row = await tx.beneficiary.findUnique({
    where: { communityId_personId_beneficiary: { communityId, personId, beneficiary } },
    select: { age: true, details: true },
  });
  return row ?? undefined;
}

export async function saveBeneficiary(
  tx: Tx,
  communityId: number,
  personId: number,
  beneficiary: string,
  change: Partial<KnownBeneficiary>,
  at: Date,
): Promise<void> {
  await tx.beneficiary.upsert({
    where: { communityId_personId_beneficiary: { communityId, personId, beneficiary } },
    create: { communityId, personId, beneficiary, ...change, saidAt: at },
    update: { ...change, saidAt: at },
  });
}
