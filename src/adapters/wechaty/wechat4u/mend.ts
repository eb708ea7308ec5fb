import type { Life } from '../life.ts';
import type { Puppet } from '../libraries.ts';
import { sessionKeyOf, type Side } from '../side.ts';
import { type Client, insideOf } from './inside.ts';
import { connection } from './mends/connection.ts';
import { fresh } from './mends/fresh.ts';
import { history } from './mends/history.ts';
import { completeRooms, followList } from './mends/lists.ts';
import type { Mend } from './mends/mend.ts';
import { noLogout } from './mends/no-logout.ts';
import { oneLife } from './mends/one-life.ts';
import { order } from './mends/order.ts';
import { peopleOnly } from './mends/people-only.ts';
import { reading } from './mends/reading.ts';
import { strangers } from './mends/strangers.ts';
import { unknownIds } from './mends/unknown-ids.ts';
import { wholeRooms } from './mends/whole-rooms.ts';

/** What is put right in wechat4u and its puppet, from outside. A test of each leaves it out and sees the fault. */
const MENDS = {
  history,
  reading,
  order,
  noLogout,
  connection,
  oneLife,
  fresh,
  strangers,
  unknownIds,
  peopleOnly,
  wholeRooms,
} as const satisfies Readonly<Record<string, Mend>>;

export type MendName = keyof typeof MENDS | 'lists';

/** Puts the puppet right before it starts, and answers what is particular about it. */
export function mendPuppet(puppet: Puppet, life: Life, announce: () => void, without: readonly MendName[] = []): Side {
  const inside = insideOf(puppet);
  const mends = Object.entries(MENDS).flatMap(([name, mend]: [string, Mend]) =>
    without.some((one) => one === name) ? [] : [mend],
  );
  let current: Client | undefined;
  let listed = (): Promise<void> => Promise.resolve();
  const client = (): Client => {
    if (current === undefined) throw new Error('the puppet has not been started');
    return current;
  };
  for (const mend of mends) mend.puppet?.(inside, life, announce);
  const patch = inside.monkeyPatch.bind(inside);
  inside.monkeyPatch = (made) => {
    current = made;
    patch(made);
    listed = followList(made, life);
    for (const mend of mends) mend.client?.(made, inside, life, announce);
  };
  return {
    // What WeChat gave at the scan and the card keeps: a restart has the same, a new login another.
    sessionKey: () => sessionKeyOf(client().PROP.uin, client().PROP.sid),
    async listed() {
      if (without.includes('lists')) return;
      await listed();
      await completeRooms(client(), life);
    },
    async logOut() {
      await client().logout();
    },
  };
}
