import type { Feature } from '../../engine/feature.ts';
import { assemblyCommands } from './commands.ts';
import { assemblyJobs } from './jobs.ts';
import { nextMeeting, readTopics } from './service.ts';
import { momentWords, texts } from './texts.ts';

export const assembly: Feature = {
  id: 'assembly',
  commands: assemblyCommands,
  jobs: assemblyJobs,
  async figures(work) {
    const meeting = await nextMeeting(work);
    if (meeting.isCancelled) return [texts.figuresCancelled()];
    const { length: count } = await readTopics(work, meeting);
    return [texts.figures({ at: momentWords(meeting.startsAt, work.community.zone), count })];
  },
};
