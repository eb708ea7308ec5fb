import type { Job } from '../../engine/scheduler/job.ts';
import { DAY } from '../../kernel/clock.ts';
import { forgetOldWords } from './service.ts';
import { texts } from './texts.ts';

export const privacyJobs: readonly Job[] = [
  {
    id: 'privacy.forget',
    what: texts.forgetJob,
    cron: () => '30 3 * * 1',
    missed: 'latest',
    catchUp: 7 * DAY,
    async run(occurrence) {
      await forgetOldWords(occurrence);
      return 'done';
    },
  },
];
