import type { Feature } from '../../engine/feature.ts';
import { officeWords } from '../../kernel/text.ts';
import { studyCommands } from './commands.ts';
import { studyJobs } from './jobs.ts';
import { studyFigures } from './service.ts';
import { texts } from './texts.ts';

export const study: Feature = {
  id: 'study',
  commands: studyCommands,
  jobs: studyJobs,
  async figures(work, span) {
    const month = officeWords(span.said);
    return [texts.figures({ month, ...(await studyFigures(work, span)) })];
  },
};
