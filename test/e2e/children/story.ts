import { type RehearsalChannel, createRehearsalChannel } from '../../../src/adapters/rehearsal/channel.ts';
import { deliver, recallRemarks, type Say } from '../../../src/adapters/rehearsal/stage.ts';
import { type Taken, World } from '../../../src/adapters/rehearsal/world.ts';
import { composeBot } from '../../../src/app/compose.ts';
import { openStore } from '../../../src/app/database.ts';
import type { Bot } from '../../../src/engine/bot.ts';
import type { Database, Tx } from '../../../src/engine/tx.ts';
import { noMediaFiles } from '../../../src/engine/media.ts';
import { DEFAULT_LIMITS } from '../../../src/engine/outbox/rules.ts';
import { keyedRandom } from '../../../src/kernel/random.ts';

export const ROOM = '和美一号院邻里群';
export const WORKER = '小刘';
/** The sample's. */
export const COMMUNITY = '人民西路社区';

/** One complaint from its first word to its end, by the keys that the transport would deliver again. */
const STORY: readonly (readonly [key: string, say: Pick<Say, 'from' | 'text'> & { readonly in?: string }])[] = [
  ['m1', { from: '王阿姨', in: ROOM, text: '投诉 3号楼2单元电梯坏了' }],
  ['m2', { from: WORKER, text: '认领 101' }],
  ['m3', { from: WORKER, text: '办结 101 换了门机板' }],
];

/** Called after each step that leaves a trace, a commit or a message handed to the transport, and before some. */
export type Step = (what: string) => void;

export interface Life {
  readonly bot: Bot;
  readonly world: World;
  readonly channel: RehearsalChannel;
  /** Lets everything happen that is due within ten minutes. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

/** What a transaction that changes something changes: the rows that SQLite counts, the number that PostgreSQL gives. */
const CHANGES = {
  sqlite: 'SELECT total_changes() n',
  postgresql: 'SELECT pg_current_xact_id_if_assigned()::text n',
} as const;

async function changesOf(tx: Tx, store: keyof typeof CHANGES): Promise<string> {
  const [row] = await tx.$queryRawUnsafe<readonly { readonly n: unknown }[]>(CHANGES[store]);
  return String(row?.n);
}

/** To die right before a commit leaves what the step before it left; one in so many is tried all the same. */
const EVERY = 4;

/** Steps after each commit that changes something, and before some; a transaction that only reads is no step. */
function stepping(database: Database, store: keyof typeof CHANGES, step: Step): Database {
  let commits = 0;
  return {
    ...database,
    async transaction(work) {
      const seen = { writes: false };
      const value = await database.transaction(async (tx) => {
        const before = await changesOf(tx, store);
        const result = await work(tx);
        seen.writes = (await changesOf(tx, store)) !== before;
        if (seen.writes) commits += 1;
        if (seen.writes && commits % EVERY === 0) step('before a commit');
        return result;
      });
      if (seen.writes) step('after a commit');
      return value;
    },
  };
}

/** One life of the program over a database, as its only bot, with the real composition, a transport of its own and a clock that jumps. */
export async function live(
  address: string,
  start: Date,
  take: (message: Taken) => void,
  step: Step = () => undefined,
): Promise<Life> {
  let now = start;
  const world = new World([ROOM, '社区工作群'], [WORKER]);
  const random = keyedRandom('1');
  const onTake = (message: Taken): void => {
    take(message);
    step('a message was taken');
  };
  const channel = createRehearsalChannel(world, onTake, [], random);
  const database = await openStore(address, start, COMMUNITY, 'alone');
  const store = address.startsWith('postgresql:') ? 'postgresql' : 'sqlite';
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const bot = composeBot(
    { clock: { now: () => now }, random, channel, database: stepping(database, store, step), log, media: noMediaFiles },
    DEFAULT_LIMITS,
  );
  await recallRemarks(bot, world);
  await bot.start();
  const settle = async (): Promise<void> => {
    const until = new Date(now.getTime() + 600_000);
    await bot.runDue();
    for (;;) {
      const next = await bot.nextDue();
      if (next === undefined || next > until) return;
      if (next > now) now = next;
      await bot.runDue();
    }
  };
  const end = async (): Promise<void> => {
    await bot.stop();
    await database.close();
  };
  return { bot, world, channel, settle, end };
}

/** Plays the story from its beginning; what was delivered in an earlier life is delivered again. */
export async function playStory(life: Life): Promise<void> {
  await life.settle();
  for (const [key, said] of STORY) {
    await deliver(life.world, life.channel, { kind: 'say', mention: false, ...said }, key);
    await life.settle();
  }
}
