import type { Job, JobOutcome, Occurrence } from '../../engine/scheduler/job.ts';
import { LIFETIME } from '../../engine/outbox/rules.ts';
import type { Work } from '../../engine/work.ts';
import { DAY, HOUR, later } from '../../kernel/clock.ts';
import { addDays, dayOf, monthOf } from '../../kernel/moment.ts';
import type { Meeting, Reminder } from './rules.ts';
import { audience, planReminder, readMeeting, remind, tellMissed, viewOf } from './service.ts';
import { previewTexts } from './preview.ts';
import { JOB_NAMES } from './texts.ts';

/** A daily time of the profile as a cron expression. */
const dailyAt = (minutes: number): string => `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;

/** The meeting that a reminder of that slot is about, if there is one. */
async function meetingFor(occurrence: Occurrence, reminder: Reminder): Promise<Meeting | undefined> {
  const { zone } = occurrence.community;
  const slotDay = dayOf(occurrence.slot, zone);
  const day = reminder === 'eve' ? addDays(slotDay, 1) : slotDay;
  const meeting = await readMeeting(occurrence, monthOf(day));
  return !meeting.isCancelled && dayOf(meeting.startsAt, zone) === day ? meeting : undefined;
}

/** The slot comes daily; it is a reminder's only when the assembly is that day or the next. */
function reminderJob(reminder: Reminder, minutesOf: (profile: Work['community']['profile']) => number): Job {
  return {
    id: `assembly.remind-${reminder}`,
    what: JOB_NAMES[reminder],
    cron: (profile) => dailyAt(minutesOf(profile)),
    missed: 'latest',
    catchUp: DAY,
    async run(occurrence): Promise<JobOutcome> {
      const meeting = await meetingFor(occurrence, reminder);
      if (meeting === undefined || occurrence.slot >= meeting.startsAt) return 'skipped';
      return remind(occurrence, meeting, reminder);
    },
    async onMissed(occurrence) {
      const meeting = await meetingFor(occurrence, reminder);
      if (meeting !== undefined && occurrence.slot < meeting.startsAt) await tellMissed(occurrence, meeting, reminder);
    },
  };
}

/** Shows the staff what will go out where and when, so that they can stop or move it. */
const preview: Job = {
  id: 'assembly.preview',
  what: JOB_NAMES.preview,
  cron: ({ assembly }) => `${assembly.preview % 60} ${Math.floor(assembly.preview / 60)} ${assembly.previewDay} * *`,
  missed: 'latest',
  catchUp: 36 * HOUR,
  async run(occurrence) {
    const meeting = await readMeeting(occurrence, monthOf(dayOf(occurrence.slot, occurrence.community.zone)));
    if (meeting.isCancelled || meeting.startsAt <= occurrence.at) return 'skipped';
    const broadcasts = [
      await planReminder(occurrence, meeting, 'eve'),
      await planReminder(occurrence, meeting, 'same-day'),
    ];
    const rooms = await audience(occurrence);
    for (const text of previewTexts(viewOf(occurrence, meeting), broadcasts, rooms, occurrence.at)) {
      await occurrence.post.toStaffRoom(text, {
        lane: 'staff',
        keepsHours: true,
        expiresAt: later(occurrence.at, LIFETIME.staff),
      });
    }
    return 'done';
  },
};

export const assemblyJobs: readonly Job[] = [
  preview,
  reminderJob('eve', (profile) => profile.assembly.eve),
  reminderJob('same-day', (profile) => profile.assembly.sameDay),
];
