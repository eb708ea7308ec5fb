import type { StaffMember } from '../../../engine/identity/people.ts';
import { ROLE_NAMES } from '../../../engine/identity/texts.ts';
import type { Category, Emergency } from '../../../kernel/category.ts';
import { dayOf, sayDay, sayMoment } from '../../../kernel/moment.ts';
import { type PlaceProblem, publicPlace } from '../../../kernel/place.ts';
import { type GroupText, groupText, officeWords, type PublicWords, text } from '../../../kernel/text.ts';
import type { CaseKind, CaseState } from '../rules/states.ts';
import type { CaseRecord } from '../rules/case.ts';

export const STATE_NAMES: Readonly<Record<CaseState, string>> = {
  unclaimed: '待认领',
  'in-progress': '办理中',
  'awaiting-info': '待补充',
  deferred: '挂账',
  'awaiting-check': '待核实',
  closed: '已办结',
  rejected: '不予受理',
  withdrawn: '已撤回',
  merged: '已合并',
};

export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  complaint: '投诉',
  repair: '报修',
  report: '反映',
  suggestion: '建议',
};

/** Whom to call first. Exclamation marks belong here and nowhere else. */
export const emergencyTexts: Readonly<Record<Emergency, GroupText>> = {
  fire: groupText('着火了先打119！人先出来，别坐电梯！')(),
  gas: groupText('闻到煤气先开窗、人出来，别开灯！到外面打119！')(),
  trapped: groupText('有人被困先打119！按住电梯里的警铃，别扒门！')(),
  medical: groupText('人要紧，先打120！')(),
  violence: groupText('先打110！人先离开那里！')(),
  despair: groupText('请先打12356，有人听您说，随时都行。要紧时打110！')(),
};

export const texts = {
  toReporter: groupText('@{name} {said}'),
  toStaffRoom: groupText('请{name}看：{said}'),
  staff: '工作人员',
  confidentialStep: groupText('编号{no}有新情况。负责的人请绑定后私聊我发：看 {no}'),
  filed: groupText('已登记，编号{no}。'),
  where: groupText('{place}，{category}'),
  whereUnknown: groupText('{category}'),
  promise: groupText('{contact}前有人联系您，{due}前办结。'),
  promiseOpen: groupText('{contact}前有人联系您，{due}前办结（之后的假期安排还没公布，可能顺延）。'),
  promiseEmergency: groupText('已告诉工作人员，{contact}前有人联系您，{due}前办结。'),
  nobodyFree: groupText('社区里没有合适的人来办，请打12345反映。'),
  promiseDespair: groupText('会有人尽快找您。'),
  about: '约',
  lapseJob: '7天没有回音的事项先办结',
  confidentialPromise: groupText('{contact}前有人私下联系您，{due}前有结果。'),
  howToAsk: groupText('查办：进度 {no}；写错了发：撤回 {no}（10分钟内）'),
  askCompound: groupText('在哪个小区几号楼？直接回一句，比如：{example}3号楼2单元'),
  askBuilding: groupText('是几号楼几单元？直接回一句，比如：3号楼2单元'),
  noSuchBuilding: groupText('{compound}只有{count}栋楼，没有{asked}号楼。是几号楼？直接回一句就行。'),
  noSuchUnit: groupText('{compound}一栋只有{count}个单元，没有{asked}单元。是几单元？直接回一句就行。'),
  noSuchFloor: groupText('{compound}只有{count}层，没有{asked}层。是几号楼几层？直接回一句就行。'),
  placed: groupText('编号{no} 地点记下了：{place}'),
  state: groupText('编号{no} {state}'),
  awaits: groupText('等{owner}认领，{due}前办结。'),
  inHands: groupText('{owner}在办，{due}前办结。'),
  overdue: groupText('{owner}在办，原定{due}前办结，已超期。'),
  overdueUnclaimed: groupText('等{owner}认领，原定{due}前办结，已超期。'),
  resolvedBy: groupText('{owner}{at}办的，等您说一声：满意 {no} 或 没解决 {no}'),
  closedBy: groupText('{owner}办的，{at}办结。'),
  dueOnly: groupText('{due}前办结。'),
  endedOnly: groupText('{at}办结。'),
  confidential: groupText('编号{no} 请本人私聊我查。'),
  confidentialAct: groupText('编号{no} 请本人私聊我办。'),
  confidentialPrivate: text('编号{no} 只对本人公开。'),
  latest: groupText('最近进展：{words}'),
  noSuchNumber: groupText('没有编号{no}的事项，编号从101起。问预约就发：我的预约'),
  noneOpen: groupText('您没有在办的事项。要登记就发：投诉 地点 什么事'),
  noneSettled: groupText('没有等您评价的事项。要评哪一件请带上编号，例如：满意 101'),
  othersInPrivate: groupText('还有{count}件请私聊我查。'),
  item: groupText('编号{no} {state} {category} {due}前'),
  more: groupText('还有{count}件，发编号可以查。'),
  choose: groupText('您有几件，是哪一件？回序号，不办了回0：'),
  back: groupText('好，没有动。'),
  choice: groupText('{digit}. 编号{no} {category} {state}'),
  withdrawn: groupText('编号{no}已撤回。'),
  supplemented: groupText('编号{no} 补充的记下了，办的人会看到。'),
  supplementedLate: groupText('编号{no} 补充的记下了。要是没解决，请发：没解决 {no}'),
  attached: groupText('编号{no} 照片收到了。'),
  attachedVoice: groupText('编号{no} 语音收到了，工作人员会听。'),
  photoAlone: groupText('照片收到了，是什么事？先发：投诉 地点 什么事，再发一次照片。'),
  voiceAlone: groupText('语音我听不懂，请打字说，例如：投诉 3号楼2单元电梯坏了'),
  thanks: groupText('编号{no} 谢谢您的评价，这件事办结了。'),
  sorry: groupText('编号{no} 对不起，没办好。已重新办理，{due}前由别的工作人员回访您。'),
  reopened: groupText('编号{no} 已重新办理，{due}前办结。'),
  whatIsThere: groupText('那里有什么事？一起说，例如：3号楼2单元电梯坏了'),
  offer: groupText('要登记这件事吗？要就回“1”。'),
  claimed: groupText('编号{no} 归您了，{due}前办结。办完发：办结 {no} 结果'),
  progressed: groupText('编号{no} 进展记下了，{told}'),
  resolved: groupText('编号{no} 记为办结，等居民说满意，{told}'),
  assigned: groupText('编号{no} 转给{name}了，{told}'),
  toldResident: '居民会收到。',
  lookPrivately: groupText('编号{no} {category} {state}，{due}前办结。\n详情请私聊我发：看 {no}'),
  todoItem: groupText('编号{no} {state} {where} {category} {due}前{late}'),
  late: '，已超期',
  figures: groupText('事项（{month}）：登记{filed}，办结{closed}，在办{open}，超期{overdue}'),
  figuresPast: groupText('事项（{month}）：登记{filed}，办结{closed}'),
  satisfaction: groupText('满意率：{satisfied}/{rated}（评价的人里3分以上的）'),
} as const;

const withRole = ({ name, role }: Pick<StaffMember, 'name' | 'role'>): string =>
  name.includes(ROLE_NAMES[role]) ? name : ROLE_NAMES[role] + name;

/** `网格员小刘`, `周书记`; without an owner, the office. */
export function ownerName(owner: Pick<StaffMember, 'name' | 'role'> | undefined): PublicWords {
  return officeWords(owner === undefined ? '社区办公室' : withRole(owner));
}

/** When a case is due: `11月4日（周三）18:00`; with 约 where the calendar on the way is not published yet. */
export function dueWords(
  { resolveDue, provisional }: Pick<CaseRecord, 'resolveDue' | 'provisional'>,
  zone: string,
): PublicWords {
  return officeWords((provisional ? texts.about : '') + sayMoment(resolveDue, zone));
}

/** The same without the hour, for lists. */
export function dueDayWords(
  { resolveDue, provisional }: Pick<CaseRecord, 'resolveDue' | 'provisional'>,
  zone: string,
): PublicWords {
  return officeWords((provisional ? texts.about : '') + sayDay(dayOf(resolveDue, zone)));
}

export const stateName = (state: CaseState): PublicWords => officeWords(STATE_NAMES[state]);

/** The place down to the unit and the category's name; of a case whose place is unknown the category alone. */
export function whereText(record: Pick<CaseRecord, 'place'>, category: Category): GroupText {
  const place = publicPlace(record.place);
  const name = officeWords(category.name);
  return place === undefined ? texts.whereUnknown({ category: name }) : texts.where({ place, category: name });
}

/** What is wrong with a place that was named. */
export function placeProblemText(problem: PlaceProblem): GroupText {
  const slots = { compound: officeWords(problem.compound), asked: problem.asked, count: problem.count };
  switch (problem.code) {
    case 'no-such-building':
      return texts.noSuchBuilding(slots);
    case 'no-such-unit':
      return texts.noSuchUnit(slots);
    case 'no-such-floor':
      return texts.noSuchFloor(slots);
  }
}
