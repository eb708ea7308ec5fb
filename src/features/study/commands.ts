import { wholeNumber, words } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import { staffOf } from '../../engine/identity/people.ts';
import type { Turn } from '../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import { addMaterial, latestMaterial, listMaterials, withdrawMaterial } from './service.ts';
import { materialText, texts } from './texts.ts';

/** What one message can carry, with its heading (600 characters). */
const MOST = { title: 40, body: 500 } as const;

const editors = {
  who: ['secretary', 'clerk', 'grid-worker', 'party-member'],
  where: 'anywhere',
  topic: '发布',
} as const;

async function add(turn: Turn, typed: string): Promise<Reply> {
  const [title = '', ...rest] = typed.split(/[|｜]/u).map((part) => part.trim());
  const body = rest.join(' | ');
  if (title === '' || body === '') return say(texts.how());
  if ([...title].length > MOST.title) return say(texts.titleTooLong({ most: MOST.title }));
  const { length } = [...body];
  if (length > MOST.body) return say(texts.tooLong({ most: MOST.body, length }));
  const no = await addMaterial(turn, { title, body }, staffOf(turn));
  return say(texts.added({ no }));
}

export const studyCommands: readonly Command[] = [
  command({
    id: 'study.latest',
    words: ['学习', '学习资料'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '学习',
    example: '学习',
    topic: '其他',
    args: {},
    run: async (turn) => {
      const material = await latestMaterial(turn);
      return say(material === undefined ? texts.none() : materialText(material));
    },
  }),
  command({
    ...editors,
    id: 'study.add',
    words: ['学习 添加', '添加 学习'],
    heard: 'content',
    usage: '学习 添加 标题 | 正文或链接',
    example: '学习 添加 冬季防火 | 出门拔插头，楼道不堆物',
    args: { words },
    run: (turn, taken) => add(turn, taken.words),
  }),
  command({
    ...editors,
    id: 'study.list',
    words: ['学习 列表'],
    heard: 'exact',
    usage: '学习 列表',
    example: '学习 列表',
    args: {},
    run: async (turn) => {
      const { materials, count } = await listMaterials(turn);
      if (count === 0) return say(texts.none());
      const items = materials.map(({ no, title }) => texts.item({ no, title: officeWords(title) }));
      return say(lines<GroupText>(...items, count > items.length ? texts.more({ count }) : texts.withdrawHow()));
    },
  }),
  command({
    ...editors,
    id: 'study.withdraw',
    words: ['学习 撤下'],
    heard: 'content',
    usage: '学习 撤下 编号',
    example: '学习 撤下 1',
    args: { no: wholeNumber },
    run: async (turn, { no }) => {
      const isDone = await withdrawMaterial(turn, no, staffOf(turn));
      return say(isDone ? texts.withdrawn({ no }) : texts.unknown({ no }));
    },
  }),
];
