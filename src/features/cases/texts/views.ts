import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Category } from '../../../kernel/category.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { fullPlace } from '../../../kernel/place.ts';
import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { CaseRecord } from '../rules/case.ts';
import { dueDayWords, dueWords, KIND_NAMES, ownerName, STATE_NAMES, texts, whereText } from './say.ts';

interface NewCase {
  readonly record: CaseRecord;
  readonly category: Category;
  readonly owner: StaffMember | undefined;
  readonly zone: string;
}

const newCaseTexts = {
  head: text('{mark}编号{no} {kind}（{category}）{place}'),
  words: text('“{words}”'),
  by: text('{reporter}报的，{contact}前联系，{due}前办结。'),
  how: text('接下发：认领 {no}；办完发：办结 {no} 结果'),
  given: text('转给您办了。办完发：办结 {no} 结果'),
  room: groupText('{mark}编号{no} {where}\n{contact}前联系，{due}前办结。\n请{owner}接下：认领 {no}'),
  givenRoom: groupText('{mark}编号{no} {where}\n{contact}前联系，{due}前办结。\n转给{owner}办，办完发：办结 {no} 结果'),
  confidentialRoom: groupText('{mark}编号{no}不在群里说。负责的人请绑定后私聊我发：看 {no}'),
  urgent: '【紧急】',
} as const;

/** A new case, all of it, for its owner in private. */
export function newCaseText({ record, category, zone }: NewCase): PrivateText {
  const mark = record.urgent ? newCaseTexts.urgent : '';
  return lines(
    newCaseTexts.head({
      mark,
      no: record.no,
      kind: KIND_NAMES[record.kind],
      category: category.name,
      place: fullPlace(record.place),
    }),
    newCaseTexts.words({ words: plainWords(record.words) }),
    newCaseTexts.by({
      reporter: plainWords(record.reporter),
      contact: sayMoment(record.contactDue, zone),
      due: dueWords(record, zone),
    }),
    record.claimed ? newCaseTexts.given({ no: record.no }) : newCaseTexts.how({ no: record.no }),
  );
}

/** The same for the staff's room: nothing that a resident wrote; of a confidential case the number only. */
export function newCaseTextForRoom(slots: NewCase & { readonly isConfidential: boolean }): GroupText {
  const { record, category, owner, zone } = slots;
  const mark = officeWords(record.urgent ? newCaseTexts.urgent : '');
  if (slots.isConfidential) return newCaseTexts.confidentialRoom({ mark, no: record.no });
  const wording = record.claimed ? newCaseTexts.givenRoom : newCaseTexts.room;
  return wording({
    mark,
    no: record.no,
    where: whereText(record, category),
    contact: officeWords(sayMoment(record.contactDue, zone)),
    due: dueWords(record, zone),
    owner: ownerName(owner),
  });
}

const viewTexts = {
  head: text('编号{no} {state}（{kind}，{category}）'),
  place: text('{place}'),
  words: text('“{words}”'),
  by: text('{reporter}{at}报的'),
  addition: text('补充：“{words}”'),
  media: text('照片和语音{count}份'),
  due: text('{owner}，{due}前办结'),
  todo: text('编号{no} {state} {place} {category} {due}前{late}'),
} as const;

/** All of a case, for staff who may see it, in private. */
export function viewText(view: {
  readonly record: CaseRecord;
  readonly category: Category;
  readonly owner: StaffMember | undefined;
  readonly zone: string;
  readonly latest: string | undefined;
  readonly additions: { readonly words: readonly string[]; readonly media: number };
}): PrivateText {
  const { record, category, owner, zone } = view;
  return lines(
    viewTexts.head({
      no: record.no,
      state: STATE_NAMES[record.state],
      kind: KIND_NAMES[record.kind],
      category: category.name,
    }),
    viewTexts.place({ place: fullPlace(record.place) }),
    viewTexts.words({ words: plainWords(record.words) }),
    viewTexts.by({ reporter: plainWords(record.reporter), at: sayMoment(record.filedAt, zone) }),
    viewTexts.due({ owner: ownerName(owner), due: dueWords(record, zone) }),
    ...view.additions.words.map((words) => viewTexts.addition({ words: plainWords(words) })),
    view.additions.media === 0 ? undefined : viewTexts.media({ count: view.additions.media }),
    view.latest === undefined ? undefined : texts.latest({ words: officeWords(plainWords(view.latest)) }),
  );
}

/** One line of what is to be done, for its owner in private. */
export function todoText(record: CaseRecord, category: Category, zone: string, isLate: boolean): PrivateText {
  return viewTexts.todo({
    no: record.no,
    state: STATE_NAMES[record.state],
    place: fullPlace(record.place),
    category: category.name,
    due: dueDayWords(record, zone),
    late: isLate ? texts.late : '',
  });
}
