import { earliest } from '../../kernel/clock.ts';
import type { Community } from '../community/community.ts';
import type { Engine } from '../engine.ts';
import type { Job, JobOutcome } from './job.ts';
import { dueSlots, nextSlot, type SlotRule } from './slots.ts';
import { noteOutcome, readDoneUntil, takeSlot } from './store.ts';

/** Decides which slots are due; an alarm only wakes it. */
export interface Scheduler {
  /** When the next slot of any job comes. */
  nextDue(): Promise<Date | undefined>;
  /** Runs every slot that is due, in the order of their moments. */
  runDue(): Promise<void>;
}

interface Due {
  readonly job: Job;
  readonly slot: Date;
  readonly isMissed: boolean;
}

/** A scheduler for those jobs, with their ledger in the database. */
export function createScheduler(engine: Engine, jobs: readonly Job[]): Scheduler {
  let known: { readonly done: Map<string, Date>; community: Community } | undefined;

  /** The ledger is read once; afterwards this process keeps it, and the ledger guards against every other one. */
  const look = (): Promise<NonNullable<typeof known>> =>
    engine.work(async ({ tx, community, at }) => {
      const ids = jobs.map((job) => job.id);
      known = { done: known?.done ?? (await readDoneUntil(tx, community.id, ids, at)), community };
      return known;
    });

  const ruleOf = (job: Job, community: Community): SlotRule => ({
    cron: job.cron(community.profile),
    zone: community.zone,
    missed: job.missed,
    catchUp: job.catchUp,
  });

  const run = async ({ job, slot, isMissed }: Due, done: Map<string, Date>): Promise<void> => {
    await engine.work(async (work) => {
      const { tx, community, at } = work;
      if (await takeSlot(tx, community.id, job.id, slot, at)) {
        const occurrence = { ...work, slot };
        let outcome: JobOutcome = 'missed';
        if (isMissed) await job.onMissed?.(occurrence);
        else outcome = await job.run(occurrence);
        if (outcome !== 'done') await noteOutcome(tx, community.id, job.id, slot, outcome);
      }
    });
    done.set(job.id, slot);
    engine.log.info({ job: job.id, slot: slot.toISOString(), missed: isMissed }, 'job-run');
  };

  return {
    async nextDue() {
      const { done, community } = known ?? (await look());
      let next: Date | undefined;
      for (const job of jobs)
        next = earliest(next, nextSlot(ruleOf(job, community), done.get(job.id) ?? engine.clock.now()));
      return next;
    },

    async runDue() {
      const { done, community } = await look();
      const now = engine.clock.now();
      const due = jobs.flatMap((job): Due[] => {
        const since = done.get(job.id) ?? now;
        const slots = dueSlots(ruleOf(job, community), since, now);
        return [
          ...slots.missed.map((slot) => ({ job, slot, isMissed: true })),
          ...slots.run.map((slot) => ({ job, slot, isMissed: false })),
        ];
      });
      due.sort((a, b) => a.slot.getTime() - b.slot.getTime());
      for (const item of due) await run(item, done);
    },
  };
}
