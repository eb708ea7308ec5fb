import type { Job } from '../../engine/scheduler/job.ts';
import { texts } from './texts/say.ts';
import { closeSilent } from './service/staff-acts.ts';
import { DAY } from '../../kernel/clock.ts';

export const caseJobs: readonly Job[] = [
  {
    id: 'cases.lapse',
    what: texts.lapseJob,
    cron: () => '5 9 * * *',
    missed: 'latest',
    catchUp: DAY,
    async run(occurrence) {
      const closed = await closeSilent(occurrence);
      return closed > 0 ? 'done' : 'skipped';
    },
  },
];
