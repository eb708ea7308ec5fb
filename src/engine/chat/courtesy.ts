import { fold } from '../../kernel/words.ts';
import { AROUND_COURTESIES, COURTESIES } from './vocabulary.ts';

/** `heard` wants no answer: 嗯, 收到. */
type Courtesy = keyof typeof COURTESIES;

/** In the order in which they are answered, where several are said at once: 好的，谢谢. */
const KINDS = ['thanks', 'greeting', 'farewell', 'heard'] as const satisfies readonly Courtesy[];

/** The courtesy that the words are as a whole; undefined where anything else is said with it: 你好，电梯坏了. */
export function courtesyOf(words: string): Courtesy | undefined {
  const folded = fold(words);
  const left = KINDS.reduce((rest, kind) => rest.replace(new RegExp(COURTESIES[kind], 'gu'), ' '), folded);
  if (left.replace(AROUND_COURTESIES, '') !== '') return undefined;
  return KINDS.find((kind) => COURTESIES[kind].test(folded));
}
