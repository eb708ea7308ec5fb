import { type GroupText, groupText, officeWords } from '../../../kernel/text.ts';
import type { CaseMove, CaseNote, CaseState } from '../rules/states.ts';
import type { Refusal } from '../rules/case.ts';
import { stateName } from './say.ts';

const refusalTexts = {
  unknown: groupText('没有编号{no}的事项，请看看号码对不对。'),
  state: groupText('编号{no}{state}，现在不能这样做。'),
  notResolved: groupText('编号{no}{state}，还没办结，办结后再说满意不满意。'),
  notReporter: groupText('编号{no}不是您登记的，只有登记的人能这样做。'),
  notYours: groupText('编号{no}不归您办。要接手，请网格员或办公室转派给您。'),
  tooLate: groupText('编号{no}登记过了10分钟，撤不了了。不用办了请发：补充 {no} 不用办了'),
  alreadyYours: groupText('编号{no}已经在您手里了。'),
  alreadyTaken: groupText('编号{no}{state}，已有人接了。要换人发：转派 {no} 姓名 原因'),
  noSuchStaff: groupText('名单上没有这个人。可以转给：{names}'),
  aboutThem: groupText('编号{no}不能转给{name}，请换一个人。'),
  notForDisputes: groupText('编号{no}只能转给调解员、法律顾问或书记。'),
  alreadyRated: groupText('编号{no}您已经评过了，谢谢。'),
  ownCase: groupText('编号{no}是您自己办的，不能自己评。'),
  changed: groupText('编号{no}刚被别人改了，请发“进度 {no}”看一下再来。'),
} as const;

const wrongState = (no: number, state: CaseState, wanted: CaseMove | CaseNote | undefined): GroupText => {
  const slots = { no, state: stateName(state) };
  if (wanted === 'claim') return refusalTexts.alreadyTaken(slots);
  if (wanted === 'rate' || wanted === 'reopen') return refusalTexts.notResolved(slots);
  return refusalTexts.state(slots);
};

/** The refusal in words. `wanted` is what was to be done. */
export function refusalText(refusal: Refusal, wanted?: CaseMove | CaseNote): GroupText {
  switch (refusal.code) {
    case 'unknown-case':
      return refusalTexts.unknown({ no: refusal.no });
    case 'wrong-state':
      return wrongState(refusal.no, refusal.state, wanted);
    case 'not-reporter':
      return refusalTexts.notReporter({ no: refusal.no });
    case 'not-yours':
      return refusalTexts.notYours({ no: refusal.no });
    case 'too-late':
      return refusalTexts.tooLate({ no: refusal.no });
    case 'already-yours':
      return refusalTexts.alreadyYours({ no: refusal.no });
    case 'no-such-staff':
      return refusalTexts.noSuchStaff({ names: officeWords(refusal.names.join('、')) });
    case 'about-them':
      return refusalTexts.aboutThem({ no: refusal.no, name: officeWords(refusal.name) });
    case 'not-for-disputes':
      return refusalTexts.notForDisputes({ no: refusal.no });
    case 'already-rated':
      return refusalTexts.alreadyRated({ no: refusal.no });
    case 'own-case':
      return refusalTexts.ownCase({ no: refusal.no });
    case 'changed-meanwhile':
      return refusalTexts.changed({ no: refusal.no });
  }
}
