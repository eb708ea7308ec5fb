import type { StaffMember } from '../../../engine/identity/people.ts';
import { maskedWords, sharedNames } from '../../../kernel/mask.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { fullPlace, publicPlace } from '../../../kernel/place.ts';
import { type GroupText, groupText, officeWords, text } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import type { CaseRecord } from '../rules/case.ts';
import { dueWords, ownerName } from './say.ts';

const stepTexts = {
  claimed: groupText('编号{no}：{owner}已认领，{due}前办结。'),
  progressed: groupText('编号{no} 进展：{words}（{owner}）'),
  progressedPrivate: text('编号{no} 进展：{words}（{owner}）'),
  resolved: groupText('编号{no} 办好了：{words}（{owner}）\n满意发：满意 {no}；没解决发：没解决 {no}'),
  resolvedPrivate: text('编号{no} 办好了：{words}（{owner}）\n满意发：满意 {no}；没解决发：没解决 {no}'),
  assigned: groupText('编号{no} 转给{owner}办了。'),
  taken: groupText('编号{no} 转给{owner}了，您不用再办。'),
  takenPrivate: text('编号{no} 转给{owner}了，您不用再办。原因：{reason}'),
  withdrawn: groupText('编号{no} 居民撤回了，不用办了。'),
  supplemented: groupText('编号{no} 居民有补充，私聊我发：看 {no}'),
  supplementedPrivate: text('编号{no} 居民补充：“{words}”'),
  placed: groupText('编号{no} 地点：{place}'),
  attached: groupText('编号{no} 居民发来{what}。'),
  confirmed: groupText('编号{no} 居民说满意，办结了。'),
  lapsed: groupText('编号{no} 7天没有回音，先办结了。没解决随时发：没解决 {no}'),
  reopened: groupText('编号{no} 居民说没解决{unsure}，已重新办理，{due}前办结。'),
  reopenedPrivate: text('编号{no} 居民说没解决{unsure}，已重新办理，{due}前办结。“{reason}”'),
  unsure: '（未核实是不是本人）',
  callBack: groupText('编号{no} 居民评了{marks}分，请{caller}在{due}前回访，别让{owner}去。'),
  callBackPrivate: text('编号{no} 居民评了{marks}分，请{caller}在{due}前回访，别让{owner}去。“{reason}”'),
  media: { image: '照片', voice: '语音' },
} as const;

/** Whom a group must not see named: the reporter, and whoever the complaint named. */
const namesAround = (record: CaseRecord, words: string): readonly string[] => [
  record.reporter,
  ...sharedNames(record.words, words),
];

const both = (said: GroupText) => ({ inGroup: said, inPrivate: said });

/** What each step of a case says: to its reporter, or to its owner. What staff write is masked in a group. */
export const steps = {
  claimed: (record: CaseRecord, owner: StaffMember, zone: string) =>
    both(
      stepTexts.claimed({
        no: record.no,
        owner: ownerName(owner),
        due: dueWords(record, zone),
      }),
    ),
  progressed: (record: CaseRecord, owner: StaffMember, words: string) => ({
    inGroup: stepTexts.progressed({
      no: record.no,
      words: maskedWords(words, namesAround(record, words)),
      owner: ownerName(owner),
    }),
    inPrivate: stepTexts.progressedPrivate({ no: record.no, words: plainWords(words), owner: ownerName(owner) }),
  }),
  resolved: (record: CaseRecord, owner: StaffMember, words: string) => ({
    inGroup: stepTexts.resolved({
      no: record.no,
      words: maskedWords(words, namesAround(record, words)),
      owner: ownerName(owner),
    }),
    inPrivate: stepTexts.resolvedPrivate({ no: record.no, words: plainWords(words), owner: ownerName(owner) }),
  }),
  assigned: (record: CaseRecord, owner: StaffMember) =>
    both(stepTexts.assigned({ no: record.no, owner: ownerName(owner) })),
  taken: (record: CaseRecord, owner: StaffMember, reason: string) => ({
    inGroup: stepTexts.taken({ no: record.no, owner: ownerName(owner) }),
    inPrivate: stepTexts.takenPrivate({ no: record.no, owner: ownerName(owner), reason: plainWords(reason) }),
  }),
  withdrawn: (record: CaseRecord) => both(stepTexts.withdrawn({ no: record.no })),
  supplemented: (record: CaseRecord, words: string) => ({
    inGroup: stepTexts.supplemented({ no: record.no }),
    inPrivate: stepTexts.supplementedPrivate({ no: record.no, words: plainWords(words) }),
    words,
  }),
  placed: (record: CaseRecord) => ({
    inGroup: stepTexts.placed({ no: record.no, place: publicPlace(record.place) ?? officeWords('') }),
    inPrivate: text('编号{no} 地点：{place}')({ no: record.no, place: fullPlace(record.place) }),
  }),
  attached: (record: CaseRecord, kind: string) =>
    both(
      stepTexts.attached({
        no: record.no,
        what: officeWords(kind === 'voice' ? stepTexts.media.voice : stepTexts.media.image),
      }),
    ),
  confirmed: (record: CaseRecord) => both(stepTexts.confirmed({ no: record.no })),
  lapsed: (record: CaseRecord) => both(stepTexts.lapsed({ no: record.no })),
  reopened: (record: CaseRecord, reason: string | undefined, isVerified: boolean, zone: string) => {
    const slots = {
      no: record.no,
      unsure: officeWords(isVerified ? '' : stepTexts.unsure),
      due: dueWords(record, zone),
    };
    return {
      inGroup: stepTexts.reopened(slots),
      inPrivate:
        reason === undefined
          ? stepTexts.reopened(slots)
          : stepTexts.reopenedPrivate({ ...slots, reason: plainWords(reason) }),
      words: reason,
    };
  },
  callBack: (
    record: CaseRecord,
    about: {
      readonly marks: number;
      readonly reason: string | undefined;
      readonly caller: StaffMember;
      readonly owner: StaffMember | undefined;
      readonly due: Date;
      readonly zone: string;
    },
  ) => {
    const { reason } = about;
    const slots = {
      no: record.no,
      marks: about.marks,
      caller: ownerName(about.caller),
      due: officeWords(sayMoment(about.due, about.zone)),
      owner: ownerName(about.owner),
    };
    return {
      inGroup: stepTexts.callBack(slots),
      inPrivate:
        reason === undefined
          ? stepTexts.callBack(slots)
          : stepTexts.callBackPrivate({ ...slots, reason: plainWords(reason) }),
      words: reason,
    };
  },
} as const;
