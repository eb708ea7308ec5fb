import type { Job } from '../../engine/scheduler/job.ts';
import { DAY } from '../../kernel/clock.ts';
import { extendAndTell } from './service/meal-notices.ts';
import { mealTexts } from './texts/meals.ts';

/** Standing orders are planned as far ahead as meals can be ordered. */
export const serviceJobs: readonly Job[] = [
  {
    id: 'services.plan-meals',
    what: mealTexts.seatsJob,
    cron: () => '20 3 * * *',
    missed: 'latest',
    catchUp: DAY,
    async run(occurrence) {
      await extendAndTell(occurrence);
      return 'done';
    },
  },
];
