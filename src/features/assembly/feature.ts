import type { Feature, Planned } from '../../engine/feature.ts';
import { dayOf, monthOf } from '../../kernel/moment.ts';
import { nextMonth } from '../../kernel/month.ts';
import { momentsOf } from './rules.ts';
import { assemblyCommands } from './commands.ts';
import { assemblyJobs } from './jobs.ts';
import { nextMeeting, readTopics } from './service.ts';
import { momentWords, monthNumber, texts } from './texts.ts';

export const assembly: Feature = {
  id: 'assembly',
  commands: assemblyCommands,
  jobs: assemblyJobs,
  plan({ assembly: rule, timezone }, from, to) {
    const planned: Planned[] = [];
    for (let month = monthOf(dayOf(from, timezone)); month <= monthOf(dayOf(to, timezone)); month = nextMonth(month)) {
      const moments = momentsOf(month, rule, timezone).filter((moment) => moment > from && moment <= to);
      if (moments.length === 0) continue;
      planned.push({
        what: texts.plan({ month: monthNumber(month) }),
        moments,
        jobs: assemblyJobs.map((job) => job.id),
      });
    }
    return planned;
  },
  async figures(work, { isCurrent }) {
    // The next meeting has not been held yet: it belongs to no month that is over.
    if (!isCurrent) return [];
    const meeting = await nextMeeting(work);
    if (meeting.isCancelled) return [texts.figuresCancelled()];
    const { length: count } = await readTopics(work, meeting);
    return [texts.figures({ at: momentWords(meeting.startsAt, work.community.zone), count })];
  },
};
