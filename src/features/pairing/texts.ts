import { groupText } from '../../kernel/text.ts';

export const texts = {
  paired: groupText('{name}，绑定好了，岗位：{role}。\n发“待办”看要办的事，发“帮助”看能做什么。'),
  wrongCode: groupText('绑定码不对，或者过了10分钟。请重新取码。'),
  tooManyTries: groupText('绑定码错了5次，请过10分钟再试。'),
  bound: groupText('这个群绑定好了：{room}。'),
  onlyStaff: groupText('绑定群要由绑定过的工作人员来发。请先私聊我绑定。'),
} as const;
