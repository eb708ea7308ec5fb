import { z } from 'zod';
import { words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply } from '../../../engine/chat/command.ts';
import { type Question, question } from '../../../engine/chat/question.ts';
import { YES } from '../../../engine/chat/vocabulary.ts';
import type { FreeWords } from '../../../engine/feature.ts';
import type { Turn } from '../../../engine/work.ts';
import { readCategory, readEmergency } from '../../../kernel/category.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { fullPlace, publicPlace, readPlace } from '../../../kernel/place.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { replaceStretches } from '../../../kernel/stretch.ts';
import { fold } from '../../../kernel/words.ts';
import { CASE_KINDS, type CaseKind } from '../rules/states.ts';
import { categoryOf, type Filed, fileCase, missingOf } from '../service/file.ts';
import { placeCase } from '../service/resident-acts.ts';
import { isConfidential } from '../service/tell.ts';
import { getCase } from '../service/lookup.ts';
import { refusalText } from '../texts/refusals.ts';
import { dueWords, emergencyTexts, KIND_NAMES, placeProblemText, texts, whereText } from '../texts/say.ts';

/** What is missing of the place, as a question; nothing where it can wait. */
function askFor(filed: Filed, turn: Turn): GroupText | undefined {
  if (isConfidential(filed.record) || filed.emergency === 'despair') return undefined;
  if (filed.problem !== undefined) return placeProblemText(filed.problem);
  return missingText(filed.missing, turn);
}

function missingText(missing: Filed['missing'], { community }: Turn): GroupText | undefined {
  const [first] = community.profile.compounds;
  if (missing === 'compound') return texts.askCompound({ example: officeWords(first?.name ?? '') });
  return missing === 'building' ? texts.askBuilding() : undefined;
}

function promiseText({ record, emergency }: Filed, zone: string): GroupText {
  const slots = {
    contact: officeWords(sayMoment(record.contactDue, zone)),
    due: dueWords(record, zone),
  };
  if (emergency === 'despair') return texts.promiseDespair();
  if (isConfidential(record) && record.ownerId === null) return texts.nobodyFree();
  if (isConfidential(record)) return texts.confidentialPromise(slots);
  if (emergency !== undefined) return texts.promiseEmergency(slots);
  return record.provisional ? texts.promiseOpen(slots) : texts.promise(slots);
}

/** Number first, then the place as understood, by when, how to ask and how to undo. */
function receipt(filed: Filed, turn: Turn): Reply {
  const { record, category, emergency } = filed;
  const question = askFor(filed, turn);
  const text = lines<GroupText>(
    emergency === undefined ? undefined : emergencyTexts[emergency],
    texts.filed({ no: record.no }),
    isConfidential(record) || emergency === 'despair' ? undefined : whereText(record, category),
    promiseText(filed, turn.community.zone),
    emergency === 'despair' ? undefined : texts.howToAsk({ no: record.no }),
    question,
  );
  return {
    inGroup: text,
    inPrivate: text,
    caseNo: record.no,
    isEmergency: emergency !== undefined,
    ...(question === undefined ? {} : { ask: { question: whereQuestion.id, payload: { no: record.no } } }),
  };
}

const filing = (kind: CaseKind, typed: readonly string[], example: string): Command =>
  command({
    id: `cases.file-${kind}`,
    words: [KIND_NAMES[kind], ...typed],
    who: 'anyone',
    where: 'anywhere',
    heard: 'subject',
    usage: `${KIND_NAMES[kind]} 地点 什么事`,
    example,
    topic: '登记',
    args: { words },
    run: async (turn, taken) => receipt(await fileCase(turn, turn.speaker, turn.place, kind, taken.words), turn),
  });

export const filingCommands: readonly Command[] = [
  filing('complaint', ['我要投诉'], '投诉 3号楼2单元电梯坏了'),
  filing('repair', ['我要报修', '维修'], '报修 3号楼2单元楼道灯不亮'),
  filing('report', ['反映情况', '我要反映', '举报'], '反映 小区门口垃圾没人清'),
  filing('suggestion', ['我建议', '提建议'], '建议 大门口加一个充电桩'),
];

/** An answer that is a place and little else: `是3号楼2单元的`. */
function isPlaceAnswer(typed: string, spans: readonly (readonly [number, number])[]): boolean {
  const covered = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  return covered > 0 && typed.replace(/[\s，。,.！!]/gu, '').length - covered <= 4;
}

/** Asked after a case was filed whose place is not complete. The case is kept whatever is answered. */
export const whereQuestion: Question = question({
  id: 'cases.where',
  payload: z.object({ no: z.number().int() }),
  fits: (typed, _, community) => isPlaceAnswer(typed, readPlace(typed, community.profile.compounds).spans),
  async answer(turn, typed, { no }) {
    const found = await getCase(turn, no);
    if (!found.ok) return both(refusalText(found.refusal));
    const record = found.value;
    const { compounds } = turn.community.profile;
    const ask = { question: whereQuestion.id, payload: { no } };
    // What was said before still counts: `3号楼`, and then the compound. The two need not fit each other.
    const said = { ...record.place, ...readPlace(typed, compounds, record.place.compound).place };
    const whole = readPlace(`${fullPlace(said)} ${typed}`, compounds);
    const place = whole.problem === undefined ? said : whole.place;
    const placed = await placeCase(turn, record, place);
    if (!placed.ok) return both(refusalText(placed.refusal, 'place'));
    if (whole.problem !== undefined) return both(placeProblemText(whole.problem), ask);
    const known = texts.placed({ no, place: publicPlace(place) ?? officeWords('') });
    const missing = missingText(missingOf(place, categoryOf(turn, record.category), placed.value.grid), turn);
    return { ...both(lines<GroupText>(known, missing), missing === undefined ? undefined : ask), caseNo: no };
  },
});

const both = (said: GroupText, ask?: Reply['ask']): Reply => ({
  inGroup: said,
  inPrivate: said,
  ...(ask === undefined ? {} : { ask }),
});

/** The offer to register what was said without a command. */
export const offerQuestion: Question = question({
  id: 'cases.offer',
  payload: z.object({ words: z.string(), kind: z.enum(CASE_KINDS) }),
  fits: (typed) => YES.test(fold(typed)),
  answer: async (turn, _, { words: said, kind }) =>
    receipt(await fileCase(turn, turn.speaker, turn.place, kind, said), turn),
});

/** A word, beside numbers and signs. */
const SAYS_ANYTHING = /\p{L}{2}/u;

/** Trouble told to the bot in plain words: filed where place and matter are clear or somebody is in danger, else offered. */
export const plainTrouble: FreeWords = {
  id: 'cases.plain-trouble',
  async take(turn, typed) {
    const { compounds, categories } = turn.community.profile;
    const { category } = readCategory(typed, categories);
    const { place, spans } = readPlace(typed, compounds);
    const isClear = category !== undefined && place.building !== undefined;
    if (isClear || readEmergency(typed) !== undefined) {
      return receipt(await fileCase(turn, turn.speaker, turn.place, 'report', typed), turn);
    }
    if (category === undefined && place.building === undefined) return undefined;
    // An address that nobody asked for is no matter yet.
    if (category === undefined && !SAYS_ANYTHING.test(replaceStretches(typed, spans, ' ')))
      return both(texts.whatIsThere());
    return both(texts.offer(), { question: offerQuestion.id, payload: { words: typed, kind: 'report' } });
  },
};
