import type { Feature, FreeWords } from '../../engine/feature.ts';
import { say } from '../../engine/chat/command.ts';
import { readMoment } from '../../kernel/dates/read-moment.ts';
import { leaveCommands, saysLeave } from './commands/leave.ts';
import { rosterCommands } from './commands/roster.ts';
import { swapCommands, swapQuestion } from './commands/swaps.ts';
import { dutyJobs } from './jobs.ts';
import { readDuty } from './service.ts';
import { dutyText } from './texts.ts';
import { ASKED_BEHIND } from './vocabulary.ts';

export { readDuty } from './service.ts';

/** `周五谁值班`: the day comes first, so it is no command. */
const dayFirst: FreeWords = {
  id: 'duty.day-first',
  async take(turn, words) {
    const read = readMoment(words, turn.at, turn.community.zone);
    if (!read.ok || !ASKED_BEHIND.test(read.value.rest)) return undefined;
    const { day, member } = await readDuty(turn, read.value.day);
    return say(dutyText(day, member, turn.community.profile));
  },
};

/** What is said of the roster without its commands. */
const plainDuty: FreeWords = {
  id: 'duty.plain-words',
  take: async (turn, words) => (await dayFirst.take(turn, words)) ?? saysLeave.take(turn, words),
};

export const duty: Feature = {
  id: 'duty',
  commands: [...rosterCommands, ...swapCommands, ...leaveCommands],
  standing: swapQuestion,
  jobs: dutyJobs,
  freeWords: plainDuty,
};
