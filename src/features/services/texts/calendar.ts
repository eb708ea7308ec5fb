import { groupText, text } from '../../../kernel/text.ts';

export const calendarTexts = {
  summary: text('{service} 预约号{no}'),
  fileSent: text('您的日程（31天前到一年后）'),
  how: groupText('日程文件发给您了，点开就能存进手机日历。\n有人改约、取消以后再发一次：我的日程'),
} as const;
