import type { Job } from '../../engine/scheduler/job.ts';
import { HOUR } from '../../kernel/clock.ts';
import { tellGaps } from './service.ts';
import { texts } from './texts.ts';

export const dutyJobs: readonly Job[] = [
  {
    id: 'duty.gaps',
    what: texts.gapJob,
    cron: () => '0 9 * * *',
    missed: 'latest',
    catchUp: 10 * HOUR,
    run: async (occurrence) => ((await tellGaps(occurrence)) ? 'done' : 'skipped'),
  },
];
