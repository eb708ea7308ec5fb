import { text } from '../../../kernel/text.ts';

export const calendarTexts = {
  summary: text('{service} 预约号{no}'),
} as const;
