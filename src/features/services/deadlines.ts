import type { Deadlines } from '../../engine/scheduler/deadlines.ts';
import { nextDeadline, remindBooked } from './service/remind.ts';
import { passOnOffers } from './service/waiting.ts';

/** Reminders before an appointment, and offers that run out. */
export const serviceDeadlines: Deadlines = {
  id: 'services.deadlines',
  next: nextDeadline,
  async run(work) {
    await remindBooked(work);
    await passOnOffers(work);
  },
};
