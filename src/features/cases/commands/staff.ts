import { caseNumber, optional, word, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { ROLES } from '../../../engine/community/profile.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { officeWords } from '../../../kernel/text.ts';
import { categoryOf } from '../service/file.ts';
import { assignCase, claimCase, getForStaff, progressCase, resolveCase } from '../service/staff-acts.ts';
import { isConfidential, staffById } from '../service/tell.ts';
import { additionsTo, latestProgress } from '../service/read.ts';
import { refusalText } from '../texts/refusals.ts';
import { dueWords, stateName, texts } from '../texts/say.ts';
import { viewText } from '../texts/views.ts';

/** Every role may try; which case they may touch is decided case by case (mayAct). */
const staff = { who: ROLES, where: 'anywhere', heard: 'number', topic: '办理' } as const;

const told = officeWords(texts.toldResident);

async function view(turn: Turn, no: number): Promise<Reply> {
  const found = await getForStaff(turn, staffOf(turn), no);
  if (!found.ok) return say(refusalText(found.refusal), { caseNo: no });
  const record = found.value;
  const category = categoryOf(turn, record.category);
  const { zone } = turn.community;
  const latest = await latestProgress(turn, record);
  const owner = await staffById(turn, record.ownerId);
  const inGroup = isConfidential(record)
    ? texts.confidential({ no })
    : texts.lookPrivately({
        no,
        category: officeWords(category.name),
        state: stateName(record.state),
        due: dueWords(record, zone),
      });
  const additions = await additionsTo(turn, record, staffOf(turn));
  const all = { record, category, owner, zone, latest, additions };
  return { inGroup, inPrivate: viewText(all), caseNo: no };
}

export const staffCommands: readonly Command[] = [
  command({
    ...staff,
    id: 'cases.claim',
    words: ['认领', '接单'],
    usage: '认领 编号',
    example: '认领 101',
    args: { no: caseNumber },
    run: async (turn, { no }) => {
      const done = await claimCase(turn, staffOf(turn), no);
      if (!done.ok) return say(refusalText(done.refusal, 'claim'), { caseNo: no });
      const due = dueWords(done.value, turn.community.zone);
      return say(texts.claimed({ no, due }), { caseNo: no });
    },
  }),
  command({
    ...staff,
    id: 'cases.progress-note',
    words: ['进展'],
    usage: '进展 编号 说明',
    example: '进展 101 师傅下午三点到',
    args: { no: caseNumber, words },
    run: async (turn, taken) => {
      const done = await progressCase(turn, staffOf(turn), taken.no, taken.words);
      return say(done.ok ? texts.progressed({ no: taken.no, told }) : refusalText(done.refusal, 'progress'), {
        caseNo: taken.no,
      });
    },
  }),
  command({
    ...staff,
    id: 'cases.resolve',
    words: ['办结'],
    usage: '办结 编号 结果',
    example: '办结 101 电梯修好了',
    args: { no: caseNumber, words },
    run: async (turn, taken) => {
      const done = await resolveCase(turn, staffOf(turn), taken.no, taken.words);
      return say(done.ok ? texts.resolved({ no: taken.no, told }) : refusalText(done.refusal, 'resolve'), {
        caseNo: taken.no,
      });
    },
  }),
  command({
    ...staff,
    id: 'cases.assign',
    words: ['转派', '转给'],
    usage: '转派 编号 姓名 原因',
    example: '转派 101 小陈 归第2网格',
    args: { no: caseNumber, name: word, reason: optional(words) },
    run: async (turn, { no, name, reason }) => {
      const done = await assignCase(turn, staffOf(turn), no, name, reason ?? '');
      return say(
        done.ok ? texts.assigned({ no, name: officeWords(name), told }) : refusalText(done.refusal, 'assign'),
        { caseNo: no },
      );
    },
  }),
  command({
    ...staff,
    id: 'cases.view',
    words: ['看', '查看'],
    usage: '看 编号',
    example: '看 101',
    args: { no: caseNumber },
    run: (turn, { no }) => view(turn, no),
  }),
];
