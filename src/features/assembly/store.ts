import type { Tx } from '../../engine/tx.ts';
import type { Arrangement } from './rules.ts';

/** A month's own arrangement, if it has one. */
export async function findArrangement(tx: Tx, communityId: number, month: string): Promise<Arrangement | undefined> {
  const row = await tx.meeting.findUnique({ where: { communityId_month: { communityId, month } } });
  return row ?? undefined;
}

export async function saveArrangement(
  tx: Tx,
  communityId: number,
  month: string,
  arrangement: Arrangement,
  at: Date,
): Promise<void> {
  const { startsAt, cancelledAt } = arrangement;
  const data = { startsAt, cancelledAt, changedAt: at };
  await tx.meeting.upsert({
    where: { communityId_month: { communityId, month } },
    create: { communityId, month, ...data },
    update: data,
  });
}

export interface Topic {
  readonly id: number;
  readonly name: string;
  readonly words: string;
}

export async function insertTopic(
  tx: Tx,
  communityId: number,
  topic: {
    readonly month: string;
    readonly personId: number;
    readonly name: string;
    readonly words: string;
    readonly roomId: number | null;
  },
  at: Date,
): Promise<void> {
  await tx.topic.create({ data: { ...topic, communityId, at } });
}

export async function findTopics(tx: Tx, communityId: number, month: string): Promise<readonly Topic[]> {
  return tx.topic.findMany({
    where: { communityId, month },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, words: true },
  });
}
