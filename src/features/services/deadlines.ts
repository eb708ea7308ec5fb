import type { Deadlines } from '../../engine/scheduler/deadlines.ts';
import { earliest } from '../../kernel/clock.ts';
import { nextMealDue, runMealDay } from './service/meal-day.ts';
import { nextDeadline, remindBooked } from './service/remind.ts';
import { passOnOffers } from './service/waiting.ts';

/** Reminders before an appointment, offers that run out, the day's meals. */
export const serviceDeadlines: Deadlines = {
  id: 'services.deadlines',
  next: async (work) => earliest(await nextDeadline(work), await nextMealDue(work)),
  async run(work) {
    await remindBooked(work);
    await passOnOffers(work);
    await runMealDay(work);
  },
};
