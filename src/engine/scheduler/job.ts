import type { Profile } from '../community/profile.ts';
import type { Work } from '../work.ts';
import type { MissedPolicy } from './slots.ts';

/** How an occurrence of a job ended: done, rightly left out by a rule, or too late to be of use (staff were told). */
export const JOB_OUTCOMES = ['done', 'skipped', 'missed'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** One occurrence of a job. */
export interface Occurrence extends Work {
  readonly slot: Date;
}

/** A promise with a clock. Each slot runs at most once, whatever crashes and however many processes there are. */
export interface Job {
  readonly id: string;
  /** What it does, for the people who run the program. */
  readonly what: string;
  /** Five cron fields, read in the community's time zone. */
  cron(profile: Profile): string;
  readonly missed: MissedPolicy;
  /** How late a slot may still run, in milliseconds. */
  readonly catchUp: number;
  /** In one transaction with the ledger's row. */
  run(occurrence: Occurrence): Promise<JobOutcome>;
  /** Called instead of `run` for a slot that nobody can make up for, so that staff can be told. */
  onMissed?(occurrence: Occurrence): Promise<void>;
}
