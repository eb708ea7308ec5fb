import type { Job } from '../../engine/scheduler/job.ts';
import { HOUR } from '../../kernel/clock.ts';
import { pushMaterials } from './service.ts';
import { texts } from './texts.ts';

export const studyJobs: readonly Job[] = [
  {
    id: 'study.push',
    what: texts.pushJob,
    cron: ({ study }) => study.cron,
    missed: 'latest',
    catchUp: 4 * HOUR,
    run: async (occurrence) => ((await pushMaterials(occurrence, occurrence.slot)) ? 'done' : 'skipped'),
  },
];
