import type { Job } from '../../engine/scheduler/job.ts';
import { DAY, HOUR } from '../../kernel/clock.ts';
import { askMissingAddresses, DOORS_AT } from './service/addresses.ts';
import { extendAndTell } from './service/meal-notices.ts';
import { LISTS_AT, tellDaysBookings } from './service/workers.ts';
import { addressesJob } from './texts/addresses.ts';
import { mealTexts } from './texts/meals.ts';
import { staffTexts } from './texts/staff.ts';

/** The lists of the day; standing orders are planned as far ahead as meals can be ordered. */
export const serviceJobs: readonly Job[] = [
  {
    id: 'services.day-lists',
    what: staffTexts.listsJob,
    cron: () => `0 ${LISTS_AT / 60} * * *`,
    missed: 'latest',
    catchUp: 8 * HOUR,
    run: async (occurrence) => ((await tellDaysBookings(occurrence)) ? 'done' : 'skipped'),
  },
  {
    id: 'services.missing-addresses',
    what: addressesJob,
    cron: () => `0 ${DOORS_AT / 60} * * *`,
    missed: 'latest',
    catchUp: 4 * HOUR,
    run: async (occurrence) => ((await askMissingAddresses(occurrence)) ? 'done' : 'skipped'),
  },
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
