import { startsWithCategoryWord } from '../../kernel/category.ts';
import { startsWithPlace } from '../../kernel/place.ts';
import { fold } from '../../kernel/words.ts';
import type { Profile, RoomKind } from '../community/profile.ts';
import { type Command, isForStaff } from './command.ts';
import {
  BARE_NUMBER,
  CASE_NUMBER,
  GROUP_SEPARATORS,
  PARTICLES,
  QUOTE,
  SEPARATORS,
  SLIPS,
  SMALL_NUMBER,
  SOUND_ALIKES,
} from './vocabulary.ts';

/** Where and how something was said, as far as hearing it depends on it. */
export interface Situation {
  readonly place: 'direct' | 'strange-room' | RoomKind;
  readonly mentionsBot: boolean;
  readonly profile: Profile;
}

/** What the words are to the bot. */
export type Heard =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string; readonly words: string }
  /** A staff word in a room where none works. */
  | { readonly kind: 'refused'; readonly command: Command }
  /** Said to the bot itself, and no command. */
  | { readonly kind: 'words'; readonly words: string }
  /** Talk among neighbours; it can still be the answer to a question of the bot's. */
  | { readonly kind: 'talk'; readonly words: string };

type WordTable = readonly (readonly [string, Command])[];

/** How much of the folded words a command word covers; a space in it stands for any separators or none. */
function coverOf(word: string, folded: string): number | undefined {
  let at = 0;
  for (const char of word) {
    if (char === ' ') {
      at += SEPARATORS.exec(folded.slice(at))?.[0].length ?? 0;
    } else if (folded.startsWith(char, at)) {
      at += char.length;
    } else {
      return undefined;
    }
  }
  return at;
}

function mendSlips(words: string, isAddressed: boolean): string {
  const start = fold(words.slice(0, 2));
  const meant = SLIPS[start] ?? (isAddressed ? SOUND_ALIKES[start] : undefined);
  return meant === undefined ? words : meant + words.slice(2);
}

/** Whether what follows the word of a command makes it one, said to the bot itself. */
function fitsAddressed(definition: Command, word: string, rest: string): boolean {
  const folded = fold(rest);
  if (CASE_NUMBER.test(folded.replace(SEPARATORS, ''))) return true;
  if (definition.heard === 'small-number' && SMALL_NUMBER.test(folded.replace(SEPARATORS, ''))) return true;
  if (word.length === 1) return false;
  if (PARTICLES.test(folded) || SEPARATORS.test(folded)) return true;
  return definition.heard === 'subject' || definition.heard === 'content';
}

const STANDS_ALONE = /^[\s。.!！?？]*$/u;

/** The same in a group where nobody addressed the bot. In the staff's room a staff word alone, or with a number, is one. */
function fitsUnaddressed(definition: Command, rest: string, { profile, place }: Situation): boolean {
  const folded = fold(rest);
  if (place === 'staff' && isForStaff(definition) && /^[\s。.!！?？]*(?:\d|$)/u.test(folded)) return true;
  const isMeant = definition.isMeant?.(rest, profile);
  // 预约名单周四, without a space: in their own room staff talk to it.
  if (place === 'staff' && isForStaff(definition) && isMeant === true) return true;
  if (isMeant === false) return false;
  const separator = GROUP_SEPARATORS.exec(folded);
  const hasContent = separator !== null && folded.length > separator[0].length;
  switch (definition.heard) {
    case 'subject':
      return hasContent || startsWithPlace(rest, profile.compounds) || startsWithCategoryWord(rest, profile.categories);
    case 'content':
      return hasContent;
    case 'number':
      return CASE_NUMBER.test(folded.replace(GROUP_SEPARATORS, ''));
    case 'small-number':
      return SMALL_NUMBER.test(folded.replace(GROUP_SEPARATORS, ''));
    case 'exact':
      return STANDS_ALONE.test(folded);
    case 'among-staff':
      return place === 'staff' && STANDS_ALONE.test(folded);
    case 'never':
      return false;
  }
}

/** The words without the bot's name, and whether it was named. */
function stripName(words: string, name: string): { readonly words: string; readonly isNamed: boolean } {
  const atName = `@${name}`;
  const without = words.split(atName).join(' ').trim();
  if (without !== words.trim()) return { words: without, isNamed: words.trimStart().startsWith(atName) };
  if (words.startsWith(name)) return { words: words.slice(name.length).replace(SEPARATORS, ''), isNamed: true };
  return { words, isNamed: false };
}

/** Whether the words are said to the bot itself. */
export function isAddressed(typed: string, { place, mentionsBot, profile }: Situation): boolean {
  return place === 'direct' || mentionsBot || stripName(typed.replace(QUOTE, ''), profile.assistant).isNamed;
}

function findCommand(
  words: string,
  table: WordTable,
  fits: (definition: Command, word: string, rest: string) => boolean,
) {
  const folded = fold(words);
  for (const [word, definition] of table) {
    const cover = coverOf(word, folded);
    if (cover !== undefined && fits(definition, word, words.slice(cover))) {
      return { command: definition, rest: words.slice(cover) };
    }
  }
  return undefined;
}

/** A command whose place is a group or private chat only is still heard elsewhere, to be answered with where to say it. */
export function hear(typed: string, table: WordTable, situation: Situation): Heard {
  const stripped = stripName(typed.replace(QUOTE, ''), situation.profile.assistant);
  const isToBot = isAddressed(typed, situation);
  const words = mendSlips(stripped.words.trim(), isToBot);
  const found = isToBot
    ? findCommand(words, table, fitsAddressed)
    : findCommand(words, table, (definition, _, rest) => fitsUnaddressed(definition, rest, situation));

  if (found !== undefined) {
    const isStaffPlace = situation.place === 'direct' || situation.place === 'staff';
    if (!isForStaff(found.command) || isStaffPlace) return { kind: 'command', ...found, words };
    if (isToBot || found.command.heard === 'number') return { kind: 'refused', command: found.command };
    return { kind: 'talk', words };
  }
  if (!isToBot) return { kind: 'talk', words };
  const bare = table.find(([, definition]) => definition.takesBareNumber === true)?.[1];
  if (bare !== undefined && BARE_NUMBER.test(fold(words)))
    return { kind: 'command', command: bare, rest: words, words };
  return { kind: 'words', words };
}
