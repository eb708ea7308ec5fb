import { groupText } from '../../kernel/text.ts';

export const texts = {
  again: groupText('（补发）'),
  gap: groupText('{from}到{to}我没连上微信。\n那段时间报的事没收到编号的，请再发一次。'),
  lostBroadcast: groupText('广播{no}没有发成：{rooms}。\n原因：{why}。要再发一次请回：补发 {no}'),
  unsureBroadcast: groupText('广播{no}发到{rooms}没有回音，可能没到。\n请去群里看一眼，没有的话回：补发 {no}'),
  lostMessage: groupText('有{count}条消息没有送到（{where}）。原因：{why}。'),
  lostCaseMessage: groupText('编号{no}的消息没有送到（{where}）。原因：{why}。请电话告诉本人。'),
  inPrivate: '私聊',
  why: { expired: '过了时间', failed: '微信不收', unknown: '没有回音' },
} as const;
