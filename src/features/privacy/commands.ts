import { type Command, command, say } from '../../engine/chat/command.ts';
import { officeWords } from '../../kernel/text.ts';
import { texts } from './texts.ts';

export const privacyCommands: readonly Command[] = [
  command({
    id: 'privacy.show',
    words: ['隐私', '隐私说明'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '隐私',
    example: '隐私',
    topic: '其他',
    args: {},
    run: async ({ community }) => {
      const { address, hotline } = community.profile.office;
      return say(texts.kept({ office: officeWords(address), hotline: officeWords(hotline) }));
    },
  }),
];
