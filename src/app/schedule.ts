import { nextSlot } from '../engine/scheduler/slots.ts';
import type { Profile } from '../engine/community/profile.ts';
import { DAY, later } from '../kernel/clock.ts';
import { sayMoment } from '../kernel/moment.ts';
import { features } from './features.ts';
import { texts } from './texts.ts';

const AHEAD = 92 * DAY;
/** Of a job that comes more often than this in three months only the next slot and the number are shown. */
const FEW = 4;

/** The slots of a cron expression in the coming three months. */
function slotsAhead(cron: string, zone: string, now: Date): readonly Date[] {
  const until = later(now, AHEAD);
  const slots: Date[] = [];
  for (
    let slot = nextSlot({ cron, zone }, now);
    slot !== undefined && slot <= until;
    slot = nextSlot({ cron, zone }, slot)
  ) {
    slots.push(slot);
  }
  return slots;
}

/** What the features plan for the coming three months, a line each. */
export function scheduleLines(profile: Profile, now: Date): readonly string[] {
  const zone = profile.timezone;
  const planned = features.flatMap((feature) => feature.plan?.(profile, now, later(now, AHEAD)) ?? []);
  const shown = new Set(planned.flatMap((plan) => plan.jobs));
  const lines = planned.map((plan) =>
    texts.planned({ at: plan.moments.map((at) => sayMoment(at, zone)).join('、'), what: plan.what }),
  );
  const jobs = features.flatMap((feature) => feature.jobs ?? []).filter((job) => !shown.has(job.id));
  for (const job of jobs) {
    const slots = slotsAhead(job.cron(profile), zone, now);
    const [first] = slots;
    if (first === undefined) continue;
    lines.push(
      slots.length <= FEW
        ? texts.planned({ at: slots.map((slot) => sayMoment(slot, zone)).join('、'), what: job.what })
        : texts.plannedOften({ at: sayMoment(first, zone), count: slots.length, what: job.what }),
    );
  }
  return lines;
}
