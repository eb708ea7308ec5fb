import type { Tx } from '../../engine/tx.ts';
import type { Broadcast } from './rules.ts';

type Row = Omit<Broadcast, 'rooms'> & { readonly rooms: string };
const COLUMNS = { no: true, key: true, title: true, rooms: true, dueAt: true, stoppedAt: true } as const;

const fromRow = (row: Row): Broadcast => ({ ...row, rooms: JSON.parse(row.rooms) as number[] });

export async function findByKey(tx: Tx, communityId: number, key: string): Promise<Broadcast | undefined> {
  const row = await tx.broadcast.findUnique({ where: { communityId_key: { communityId, key } }, select: COLUMNS });
  return row === null ? undefined : fromRow(row);
}

export async function findByNumber(tx: Tx, communityId: number, no: number): Promise<Broadcast | undefined> {
  const row = await tx.broadcast.findUnique({ where: { communityId_no: { communityId, no } }, select: COLUMNS });
  return row === null ? undefined : fromRow(row);
}

export async function insertBroadcast(
  tx: Tx,
  communityId: number,
  broadcast: Omit<Broadcast, 'stoppedAt'>,
  at: Date,
): Promise<void> {
  await tx.broadcast.create({
    data: { ...broadcast, rooms: JSON.stringify(broadcast.rooms), communityId, createdAt: at },
  });
}

/** Stops a broadcast; false where it was stopped before. */
export async function markStopped(tx: Tx, communityId: number, no: number, by: string, at: Date): Promise<boolean> {
  const { count } = await tx.broadcast.updateMany({
    where: { communityId, no, stoppedAt: null },
    data: { stoppedAt: at, stoppedBy: by },
  });
  return count === 1;
}

/** Broadcasts that are due within a stretch of time and have not been stopped. */
export async function findDueWithin(tx: Tx, communityId: number, from: Date, to: Date): Promise<readonly Broadcast[]> {
  const rows = await tx.broadcast.findMany({
    where: { communityId, dueAt: { gte: from, lt: to }, stoppedAt: null },
    orderBy: { no: 'asc' },
    select: COLUMNS,
  });
  return rows.map(fromRow);
}
