import type { Tx } from '../../../engine/tx.ts';

export interface Closure {
  readonly day: string;
  readonly isOpen: boolean;
  readonly reason: string;
}

/** What staff have said of a service's days from one day on. */
export async function findClosures(
  tx: Tx,
  communityId: number,
  service: string,
  from: string,
): Promise<readonly Closure[]> {
  return tx.serviceClosure.findMany({
    where: { communityId, service, day: { gte: from } },
    orderBy: { day: 'asc' },
    select: { day: true, isOpen: true, reason: true },
  });
}

export async function saveClosure(
  tx: Tx,
  communityId: number,
  service: string,
  { day, isOpen, reason }: Closure,
  actor: string,
  at: Date,
): Promise<void> {
  const data = { isOpen, reason, actor, at };
  await tx.serviceClosure.upsert({
    where: { communityId_service_day: { communityId, service, day } },
    create: { communityId, service, day, ...data },
    update: data,
  });
}
