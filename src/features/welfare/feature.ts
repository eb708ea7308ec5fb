import type { Feature } from '../../engine/feature.ts';
import { officeWords } from '../../kernel/text.ts';
import { plainWords } from '../../kernel/words.ts';
import { welfareCommands } from './commands.ts';
import { climb, nextClimb } from './service/climb.ts';
import { monthChecks, openChecksFor } from './service/read.ts';
import { texts } from './texts.ts';

export { openWelfareChecks } from './service/climb.ts';
export { stillLookedFor } from './service/read.ts';
export { forgetWords } from './service/forget.ts';

/** Looks after somebody whom nobody has seen, rung by rung, until one of those in charge has seen them. */
export const welfare: Feature = {
  id: 'welfare',
  commands: welfareCommands,
  deadlines: [{ id: 'welfare.climb', next: nextClimb, run: climb }],
  async todo(work, staff) {
    return (await openChecksFor(work, staff)).map((check) => ({
      due: check.openedAt,
      inPrivate: texts.todo({ no: check.subjectNo, who: plainWords(check.name), reason: check.reason }),
      inGroup: texts.todoInRoom({ no: check.subjectNo }),
    }));
  },
  async figures(work, span) {
    const { opened, open } = await monthChecks(work, span);
    const month = officeWords(span.said);
    if (!span.isCurrent) return opened === 0 ? [] : [texts.figuresPast({ month, opened })];
    return opened + open === 0 ? [] : [texts.figures({ month, opened, open })];
  },
};
