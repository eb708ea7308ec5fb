import { groupText } from '../../kernel/text.ts';

export const texts = {
  who: groupText('我是{name}，{community}的事对我说。'),
  line: groupText('{line}'),
  emergency: groupText('着火打119，看病打120，报警打110！'),
} as const;
