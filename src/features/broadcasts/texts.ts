import { type GroupText, groupText } from '../../kernel/text.ts';
import type { BroadcastRefusal } from './rules.ts';

export const texts = {
  stopped: groupText('广播{no}（{title}）停了，不再发。'),
  stoppedHalfway: groupText('广播{no}（{title}）停了。已有{sent}个群收到，其余的不再发。'),
  resent: groupText('广播{no}再发{count}个群。'),
  planned: groupText('广播{no}：{title}，{at}，{count}个群'),
  nonePlanned: groupText('最近31天没有要发的广播。'),
} as const;

const refusals: Readonly<Record<BroadcastRefusal, (slots: { readonly no: number }) => GroupText>> = {
  unknown: groupText('没有广播{no}。发“广播”看编号。'),
  'stopped-before': groupText('广播{no}已经停了。'),
  'all-gone': groupText('广播{no}已经发完了，停不了了。'),
  'nothing-lost': groupText('广播{no}没有要补发的群。'),
  'too-late': groupText('广播{no}过了时间，不补发了。'),
};

export function refusalText(refusal: BroadcastRefusal, no: number): GroupText {
  return refusals[refusal]({ no });
}
