import { holdsPrivateNumber, withoutIdentityNumbers } from '../../kernel/mask.ts';
import { type GroupText, lines, type PrivateText } from '../../kernel/text.ts';
import { type Reply, say } from '../chat/command.ts';
import { texts } from '../chat/texts.ts';
import type { Place } from '../work.ts';

/** A message has at most eight lines. */
const MOST_LINES = 8;

/**
 * A number that a group has just seen can still be taken back by whoever sent it: that matters more than a last line. In
 * private an identity number is not wanted either, and is not kept.
 */
export function withWarning(said: Reply | undefined, typed: string, place: Place['kind']): Reply | undefined {
  if (place === 'room' && said !== undefined && holdsPrivateNumber(typed)) {
    const kept = said.inGroup.split('\n').slice(0, MOST_LINES - 1) as GroupText[]; // lines of a group's text
    return { ...said, inGroup: lines<GroupText>(...kept, texts.noNumbers()) };
  }
  if (place === 'direct' && withoutIdentityNumbers(typed) !== typed) {
    const kept = said?.inPrivate.split('\n').slice(0, MOST_LINES - 1) as PrivateText[] | undefined; // lines of such a text
    return { ...say(texts.noIdentity()), ...said, inPrivate: lines<PrivateText>(...(kept ?? []), texts.noIdentity()) };
  }
  return said;
}
