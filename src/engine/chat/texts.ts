import { groupText, text } from '../../kernel/text.ts';

export const texts = {
  toSpeaker: groupText('@{name} {said}'),
  staffOnly: groupText('“{word}”是工作人员用的，在这里不管用。\n工作人员请私聊我，或到工作群里发。'),
  staffOnlyUnpaired: groupText('“{word}”是工作人员用的。您要是工作人员，请先私聊我绑定。'),
  otherRole: groupText('“{word}”要由别的岗位的工作人员来办，您这个岗位不能用。'),
  onlyDirect: groupText('这句话请私聊我发，别发在群里。'),
  onlyGroup: groupText('这句话要在要绑定的群里发。'),
  missing: groupText('还差一点：{usage}。例如：{example}'),
  wrong: groupText('没看懂。请这样发：{usage}。例如：{example}'),
  nearMiss: groupText('您要找的是不是“{word}”？是的话回“1”。'),
  notUnderstood: groupText('没听懂您要办什么。例如这样说：投诉 3号楼2单元电梯坏了'),
  notUnderstoodWords: text('“{words}”我没听懂。\n例如这样说：投诉 3号楼2单元电梯坏了'),
  handedOver: groupText('我还是没听懂，已请工作人员看一看，会有人找您。'),
  handedOverToStaff: text('{name}说了几次，我没听懂，请联系一下。最后一句：{words}'),
  handedOverInRoom: groupText('{room}里有位居民说了几次我没听懂，请去看一眼。'),
  handedOverFromDirect: groupText('有位居民私聊说了几次我没听懂，请去私聊里看一眼。'),
  noNumbers: groupText('群里请别发号码，2分钟内可长按撤回。'),
  tooFast: groupText('您发得太快了，都记下了'),
  failed: groupText('这句话没办成，已记下，工作人员会看。急事请打电话。'),
  failedToStaff: groupText('有一条消息没处理成（收件{id}），请管理员查日志。'),
} as const;
