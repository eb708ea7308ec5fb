import type { Feature } from '../../engine/feature.ts';
import { studyCommands } from './commands.ts';
import { studyJobs } from './jobs.ts';
import { studyFigures } from './service.ts';
import { texts } from './texts.ts';

export const study: Feature = {
  id: 'study',
  commands: studyCommands,
  jobs: studyJobs,
  figures: async (work) => [texts.figures(await studyFigures(work))],
};
