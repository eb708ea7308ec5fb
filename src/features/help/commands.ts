import { optional, word } from '../../engine/chat/arguments.ts';
import { type Command, command, isForStaff, type Reply, say } from '../../engine/chat/command.ts';
import type { Turn } from '../../engine/work.ts';
import { groupBy } from '../../kernel/group.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import { overview, type Topic, wholeTopic } from './rules.ts';
import { texts } from './texts.ts';

const MOST_LINES = 8;

const REST = '其他';

/**
 * The commands that are of use to the speaker here: staff commands work in private and in the staff's room. Residents do
 * not pair, and staff do not rate.
 */
function usableHere({ speaker, place }: Turn, commands: readonly Command[]): readonly Command[] {
  const { staff } = speaker;
  const isStaffPlace = place.kind === 'direct' || (place.kind === 'room' && place.room.kind === 'staff');
  return commands.filter((candidate) => {
    if (candidate.who === 'anyone') return candidate.topic !== (staff === undefined || !isStaffPlace ? '绑定' : '评价');
    return staff !== undefined && isStaffPlace && candidate.who.includes(staff.role);
  });
}

/** Pairing is done once: it needs no line of its own. */
const topicOf = ({ topic }: Command): string => (topic === '绑定' ? REST : topic);

/** What belongs to no topic comes last. */
function inOrder(commands: readonly Command[]): readonly Command[] {
  const isRest = (candidate: Command): boolean => topicOf(candidate) === REST;
  return [...commands.filter((candidate) => !isRest(candidate)), ...commands.filter(isRest)];
}

const lineText = (line: string): GroupText => texts.line({ line: officeWords(line) });

function show(turn: Turn, commands: readonly Command[], asked: string | undefined): Reply {
  const { assistant, name } = turn.community.profile;
  const usable = usableHere(turn, commands);
  const topics: readonly Topic[] = [...groupBy(inOrder(usable), topicOf)].map(([topic, group]) => ({
    name: topic,
    usages: group.map(({ usage }) => usage),
  }));
  const one = topics.find((topic) => topic.name === asked);
  if (one !== undefined) return say(lines<GroupText>(...wholeTopic(one, MOST_LINES).map(lineText)));
  if (usable.some(isForStaff)) return say(lines<GroupText>(...overview(topics, MOST_LINES).map(lineText)));
  const head = texts.who({ name: officeWords(assistant), community: officeWords(name) });
  return say(lines<GroupText>(head, ...overview(topics, MOST_LINES - 2).map(lineText), texts.emergency()));
}

/** The help is made from the commands themselves. */
export function helpCommands(all: () => readonly Command[]): readonly Command[] {
  return [
    command({
      id: 'help.show',
      words: ['帮助', '菜单', '怎么用'],
      who: 'anyone',
      where: 'anywhere',
      heard: 'exact',
      usage: '帮助 预约',
      example: '帮助',
      topic: '其他',
      args: { topic: optional(word) },
      run: (turn, { topic }) => Promise.resolve(show(turn, all(), topic)),
    }),
  ];
}
