import { createHash } from 'node:crypto';
import type { Wechaty } from 'wechaty';

/** What differs from one puppet to another. */
export interface Side {
  /** The same for as long as the ids of people and rooms are. */
  sessionKey(bot: Wechaty): string;
  /** Resolves when friends, rooms and their members are known, as far as they can be. */
  listed(): Promise<void>;
  logOut(bot: Wechaty): Promise<void>;
}

/** A puppet of which nothing is known but what every puppet promises; its ids are taken to be those of the account. */
export function plainSide(name: string): Side {
  return {
    sessionKey: (bot) => sessionKeyOf(name, bot.currentUser.id),
    listed: () => Promise.resolve(),
    logOut: (bot) => bot.logout(),
  };
}

/** A key that gives nothing away. */
export function sessionKeyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
