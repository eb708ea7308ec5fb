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

/** Forgets a remembered address that was said before a moment, unless a booking or an order still has one. */
export async function forgetBeneficiaries(tx: Tx, communityId: number, before: Date): Promise<void> {
  const rows = await tx.beneficiary.findMany({
    where: { communityId, saidAt: { lt: before }, details: { not: null } },
    select: { personId: true, beneficiary: true },
  });
  for (const { personId, beneficiary } of rows) {
    const where = { communityId, personId, beneficiary };
    const inUse = { ...where, details: { not: null } };
    if ((await tx.booking.count({ where: inUse })) + (await tx.mealOrder.count({ where: inUse })) > 0) continue;
    await tx.beneficiary.updateMany({ where, data: { details: null } });
  }
}
