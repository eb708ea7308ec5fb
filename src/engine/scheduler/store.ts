import type { Tx } from '../tx.ts';
import type { JobOutcome } from './job.ts';

/**
 * Up to when the slots of each job have ended: the last one in the ledger. A job that is new is known from now on: it
 * never fires for the past.
 */
export async function readDoneUntil(
  tx: Tx,
  communityId: number,
  jobs: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  const states = await tx.jobState.findMany({ where: { communityId } });
  const done = new Map(states.map((row) => [row.job, row.knownSince]));
  for (const job of jobs) {
    if (done.has(job)) continue;
    await tx.jobState.create({ data: { communityId, job, knownSince: now } });
    done.set(job, now);
  }
  const last = await tx.jobRun.groupBy({ by: ['job'], where: { communityId }, _max: { slot: true } });
  for (const { job, _max } of last) if (_max.slot !== null) done.set(job, _max.slot);
  return done;
}

/** Takes a slot; false where it was taken before. */
export async function takeSlot(tx: Tx, communityId: number, job: string, slot: Date, at: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO job_runs (community_id, job, slot, outcome, started_at)
    VALUES (${communityId}, ${job}, ${slot}, 'done', ${at}) ON CONFLICT DO NOTHING`;
  return count === 1;
}

/** Notes how a slot ended that was not done as planned. */
export async function noteOutcome(
  tx: Tx,
  communityId: number,
  job: string,
  slot: Date,
  outcome: JobOutcome,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE job_runs SET outcome = ${outcome} WHERE community_id = ${communityId} AND job = ${job} AND slot = ${slot}`;
}
