import { type Command, command, isForStaff, say } from '../../engine/chat/command.ts';
import type { Turn } from '../../engine/work.ts';
import { groupBy } from '../../kernel/group.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import { texts } from './texts.ts';

/** A line holds this many characters on a phone. */
const LINE = 60;

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

/** One line a topic: as many usages as fit; the first command of a topic always does. */
function topicLine(topic: string, commands: readonly Command[]): GroupText {
  let usages = '';
  for (const { usage } of commands) {
    const longer = usages === '' ? usage : `${usages}；${usage}`;
    if (topic.length + 1 + longer.length > LINE) break;
    usages = longer;
  }
  return texts.topic({ topic: officeWords(topic), usages: officeWords(usages) });
}

/** Pairing is done once: it needs no line of its own. */
const topicOf = ({ topic }: Command): string => (topic === '绑定' ? REST : topic);

/** What belongs to no topic comes last. */
function inOrder(commands: readonly Command[]): readonly Command[] {
  const isRest = (candidate: Command): boolean => topicOf(candidate) === REST;
  return [...commands.filter((candidate) => !isRest(candidate)), ...commands.filter(isRest)];
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
      usage: '帮助',
      example: '帮助',
      topic: '其他',
      args: {},
      run: async (turn) => {
        const { assistant, name } = turn.community.profile;
        const usable = usableHere(turn, all());
        const isStaff = usable.some(isForStaff);
        const byTopic = groupBy(inOrder(usable), topicOf);
        const topics = [...byTopic].map(([topic, group]) => topicLine(topic, group));
        const head = texts.who({ name: officeWords(assistant), community: officeWords(name) });
        return say(lines<GroupText>(isStaff ? undefined : head, ...topics, isStaff ? undefined : texts.emergency()));
      },
    }),
  ];
}
