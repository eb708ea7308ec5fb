import type { GroupText, PrivateText } from '../../kernel/text.ts';
import { fold } from '../../kernel/words.ts';
import type { Profile, Role } from '../community/profile.ts';
import type { Turn } from '../work.ts';
import type { Arguments, Taken } from './arguments.ts';

/** What a handler says. A text that differs between a group and private chat is given twice. */
export interface Reply {
  readonly inGroup: GroupText;
  readonly inPrivate: PrivateText;
  /** A question that the same person may answer next, in the same place. */
  readonly ask?: Asking;
  /** Goes out before everything else: somebody is in danger. */
  readonly isEmergency?: boolean;
  /** In a group it is silence, unless the bot was spoken to: the words may have been no command at all. */
  readonly isForAddressed?: boolean;
  /** The case that it is about. */
  readonly caseNo?: number;
  /** Said in this room instead of the one where the words were spoken. */
  readonly roomId?: number;
  /** Who is in which room has to be looked at again. */
  readonly changesRooms?: boolean;
}

export interface Asking {
  /** The id of a {@link Question}. */
  readonly question: string;
  readonly payload: unknown;
}

/** One text for both places. */
export function say(text: GroupText, more: Omit<Reply, 'inGroup' | 'inPrivate'> = {}): Reply {
  return { inGroup: text, inPrivate: text, ...more };
}

/**
 * How a command is heard in a group where nobody addressed the bot:
 * `subject`: with a separator and content, or directly before a place or a word of a category;
 * `content`: with a separator and content; `number`: with a case number; `small-number`: with a number of any length
 * that counts nothing; `exact`: alone; `among-staff`: alone, in the staff's own room; `never`.
 */
export type Hearing = 'subject' | 'content' | 'number' | 'small-number' | 'exact' | 'among-staff' | 'never';

export interface Command {
  readonly id: string;
  /** The first one is the word that the help shows. */
  readonly words: readonly string[];
  readonly who: 'anyone' | readonly Role[];
  readonly where: 'anywhere' | 'direct' | 'group';
  readonly heard: Hearing;
  /** What follows has to be this too where nobody addressed the bot, else it is talk: `取消预约 的人怎么这么多`. */
  isMeant?(rest: string, profile: Profile): boolean;
  /** A case number alone, said to the bot itself, means this command. */
  readonly takesBareNumber?: boolean;
  /** Works in rooms that are not bound to any of ours. */
  readonly worksInStrangeRooms?: boolean;
  /** How it is typed, for the help: `进度 编号`. */
  readonly usage: string;
  /** A line that works as it stands; tests run it. */
  readonly example: string;
  /** The heading under which the help shows it. */
  readonly topic: string;
  readonly args: Arguments;
  run(turn: Turn, taken: Taken<Arguments>): Promise<Reply | undefined>;
}

/** A command with its arguments' types. `run` returns what to say, and never sends. */
export function command<Args extends Arguments>(
  definition: Omit<Command, 'args' | 'run'> & {
    readonly args: Args;
    run(turn: Turn, taken: Taken<Args>): Promise<Reply | undefined>;
  },
): Command {
  // The router hands over exactly what takeArguments(definition.args, …) has made.
  return { ...definition, run: (turn, taken) => definition.run(turn, taken as Taken<Args>) };
}

/** Whether only paired staff may use it. */
export const isForStaff = (definition: Command): boolean => definition.who !== 'anyone';

/** The commands by their folded words, longest first. Throws when two share a word: that is a mistake in the program. */
export function wordTable(commands: readonly Command[]): readonly (readonly [string, Command])[] {
  const table = new Map<string, Command>();
  for (const definition of commands) {
    for (const word of definition.words) {
      const key = fold(word);
      const other = table.get(key);
      if (other !== undefined) throw new Error(`the word ${word} belongs to ${other.id} and ${definition.id}`);
      table.set(key, definition);
    }
  }
  return [...table].sort(([a], [b]) => b.length - a.length);
}
