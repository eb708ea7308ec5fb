import type { Tx } from '../tx.ts';

export interface NewCode {
  readonly kind: string;
  readonly targetId: number;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

/** Keeps a code; those made before for the same staff member or room are void. */
export async function insertCode(tx: Tx, communityId: number, code: NewCode): Promise<void> {
  await tx.pairingCode.deleteMany({ where: { communityId, kind: code.kind, targetId: code.targetId } });
  await tx.pairingCode.create({ data: { ...code, communityId } });
}

/** The unused code of that fingerprint, if its time is not over. */
export async function findOpenCode(
  tx: Tx,
  communityId: number,
  kind: string,
  codeHash: string,
  now: Date,
): Promise<{ readonly id: number; readonly targetId: number } | undefined> {
  const row = await tx.pairingCode.findFirst({
    where: { communityId, kind, codeHash, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, targetId: true },
  });
  return row ?? undefined;
}

/** Uses a code up; false where somebody was quicker. */
export async function useCode(tx: Tx, communityId: number, id: number, at: Date): Promise<boolean> {
  const { count } = await tx.pairingCode.updateMany({ where: { communityId, id, usedAt: null }, data: { usedAt: at } });
  return count === 1;
}

export async function insertTry(tx: Tx, communityId: number, personId: number, at: Date): Promise<void> {
  await tx.pairingTry.create({ data: { communityId, personId, at } });
}

/** How many wrong codes a person has sent since a moment. */
export async function countTries(tx: Tx, communityId: number, personId: number, since: Date): Promise<number> {
  return tx.pairingTry.count({ where: { communityId, personId, at: { gt: since } } });
}
