import { groupText } from '../../kernel/text.ts';

export const texts = {
  nothing: groupText('没有待办的事项。'),
  head: groupText('待办{count}件，先到期的在前：'),
  more: groupText('还有{count}件，办完前面的再看。'),
  whichMonth: groupText('没看懂是哪个月。例如：统计 10月'),
  moreInPrivate: groupText('还有{count}件不在群里显示，请私聊我发：待办'),
} as const;
