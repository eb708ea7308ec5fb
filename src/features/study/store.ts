import type { Tx } from '../../engine/tx.ts';

export interface Material {
  readonly no: number;
  readonly title: string;
  readonly body: string;
}

const COLUMNS = { no: true, title: true, body: true } as const;

export async function insertMaterial(
  tx: Tx,
  communityId: number,
  material: Material,
  addedBy: string,
  at: Date,
): Promise<void> {
  await tx.studyMaterial.create({ data: { ...material, communityId, addedBy, addedAt: at } });
}

/** The current materials, the newest first. */
export async function findMaterials(tx: Tx, communityId: number, most: number): Promise<readonly Material[]> {
  return tx.studyMaterial.findMany({
    where: { communityId, withdrawnAt: null },
    orderBy: { no: 'desc' },
    take: most,
    select: COLUMNS,
  });
}

export function countMaterials(tx: Tx, communityId: number): Promise<number> {
  return tx.studyMaterial.count({ where: { communityId, withdrawnAt: null } });
}

/** Takes a material out of the catalogue; false where it is not in it. */
export async function markWithdrawn(tx: Tx, communityId: number, no: number, at: Date): Promise<boolean> {
  const { count } = await tx.studyMaterial.updateMany({
    where: { communityId, no, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}

/** The oldest material that a room has not had yet. */
export async function findNextFor(tx: Tx, communityId: number, roomId: number): Promise<Material | undefined> {
  const had = await tx.studyDelivery.findMany({ where: { communityId, roomId }, select: { materialNo: true } });
  const row = await tx.studyMaterial.findFirst({
    where: { communityId, withdrawnAt: null, no: { notIn: had.map((delivery) => delivery.materialNo) } },
    orderBy: { no: 'asc' },
    select: COLUMNS,
  });
  return row ?? undefined;
}

/** Notes that a room has had a material. The key keeps it from ever having it twice. */
export async function insertDelivery(
  tx: Tx,
  communityId: number,
  materialNo: number,
  roomId: number,
  at: Date,
): Promise<void> {
  await tx.studyDelivery.create({ data: { communityId, materialNo, roomId, at } });
}

/** How many deliveries there were since a moment. */
export function countDeliveries(
  tx: Tx,
  communityId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> {
  return tx.studyDelivery.count({ where: { communityId, at: { gte: from, lte: to } } });
}
