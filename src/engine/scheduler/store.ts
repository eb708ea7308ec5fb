import type { Tx } from '../tx.ts';
import type { JobOutcome } from './job.ts';

/** Up to when the slots of each job have ended. A job that is new is known from now on: it never fires for the past. */
export async function readDoneUntil(
  tx: Tx,
  communityId: number,
  jobs: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  const rows = await tx.jobState.findMany({ where: { communityId } });
  const known = new Map(rows.map((row) => [row.job, row.doneUntil]));
  for (const job of jobs) {
    if (known.has(job)) continue;
    await tx.jobState.create({ data: { communityId, job, knownSince: now, doneUntil: now } });
    known.set(job, now);
  }
  return known;
}

/** Takes a slot; false where it was taken before. */
export async function takeSlot(tx: Tx, communityId: number, job: string, slot: Date, at: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO job_runs (community_id, job, slot, outcome, started_at)
    VALUES (${communityId}, ${job}, ${slot}, 'done', ${at}) ON CONFLICT DO NOTHING`;
  return count === 1;
}

/** Notes how a slot ended that was neither done as planned. */
export async function noteOutcome(
  tx: Tx,
  communityId: number,
  job: string,
  slot: Date,
  outcome: JobOutcome,
): Promise<void> {
  await tx.jobRun.updateMany({ where: { communityId, job, slot }, data: { outcome } });
}

/** Notes that every slot up to that one has ended. */
export async function advance(tx: Tx, communityId: number, job: string, slot: Date): Promise<void> {
  await tx.jobState.updateMany({ where: { communityId, job, doneUntil: { lt: slot } }, data: { doneUntil: slot } });
}
