import type { Feature, FreeWords } from '../../engine/feature.ts';
import { asksAboutWindow } from './commands/asking.ts';
import { leaveCommands, saysLeave } from './commands/leave.ts';
import { rosterCommands } from './commands/roster.ts';
import { swapCommands, swapQuestion } from './commands/swaps.ts';
import { dutyJobs } from './jobs.ts';

export { readDuty } from './service.ts';

/** What is said of the roster without its commands. */
const plainDuty: FreeWords = {
  id: 'duty.plain-words',
  isSure: true,
  take: async (turn, words) => (await asksAboutWindow.take(turn, words)) ?? saysLeave.take(turn, words),
};

export const duty: Feature = {
  id: 'duty',
  commands: [...rosterCommands, ...swapCommands, ...leaveCommands],
  standing: swapQuestion,
  jobs: dutyJobs,
  freeWords: plainDuty,
};
