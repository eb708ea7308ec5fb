import type { Feature, TodoLine } from '../../engine/feature.ts';
import type { StaffMember } from '../../engine/identity/people.ts';
import type { Work } from '../../engine/work.ts';
import { publicPlace } from '../../kernel/place.ts';
import { officeWords } from '../../kernel/text.ts';
import { askingCommands, whichQuestion } from './commands/asking.ts';
import { filingCommands, offerQuestion, plainTrouble, whereQuestion } from './commands/filing.ts';
import { caseMedia } from './commands/media.ts';
import { staffCommands } from './commands/staff.ts';
import { caseJobs } from './jobs.ts';
import { categoryOf } from './service/file.ts';
import { isConfidential } from './service/tell.ts';
import { casesToDo, monthFigures, namesOpenCase } from './service/read.ts';
import { dueDayWords, stateName, texts } from './texts/say.ts';
import { todoText } from './texts/views.ts';

export { SATISFIED_FROM } from './rules/deadlines.ts';
export { fileCase } from './service/file.ts';
export { supplementCase } from './service/resident-acts.ts';

async function todo(work: Work, staff: StaffMember): Promise<readonly TodoLine[]> {
  return (await casesToDo(work, staff)).map((record) => {
    const category = categoryOf(work, record.category);
    const isLate = record.resolveDue < work.at;
    const inGroup = texts.todoItem({
      no: record.no,
      state: stateName(record.state),
      where: publicPlace(record.place) ?? officeWords(''),
      category: officeWords(category.name),
      due: dueDayWords(record, work.community.zone),
      late: officeWords(isLate ? texts.late : ''),
    });
    return {
      due: record.resolveDue,
      inGroup: isConfidential(record) ? undefined : inGroup,
      inPrivate: todoText(record, category, work.community.zone, isLate),
    };
  });
}

export const cases: Feature = {
  id: 'cases',
  commands: [...filingCommands, ...askingCommands, ...staffCommands],
  questions: [whereQuestion, offerQuestion, whichQuestion],
  jobs: caseJobs,
  freeWords: plainTrouble,
  media: caseMedia,
  knowsGreeting: namesOpenCase,
  todo,
  async figures(work, span) {
    const { filed, closed, open, overdue, rated, satisfied } = await monthFigures(work, span);
    const month = officeWords(span.said);
    const said = span.isCurrent
      ? texts.figures({ month, filed, closed, open, overdue })
      : texts.figuresPast({ month, filed, closed });
    return [said, texts.satisfaction({ satisfied, rated })];
  },
};
