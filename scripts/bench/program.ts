import { projectRoot } from '../../src/adapters/db/project-root.ts';
import { importCommunity } from '../../src/app/community.ts';
import { composeBot } from '../../src/app/compose.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import type { Channel, ChannelListener } from '../../src/engine/channel.ts';
import { bindRoom } from '../../src/engine/identity/identity.ts';
import { findRooms } from '../../src/engine/identity/store.ts';
import { noMediaFiles } from '../../src/engine/media.ts';
import { DEFAULT_LIMITS } from '../../src/engine/outbox/rules.ts';
import type { Database } from '../../src/engine/tx.ts';
import { keyedRandom } from '../../src/kernel/random.ts';

/** What somebody says in a residents' room. */
export interface Said {
  readonly from: string;
  readonly room: string;
  readonly text: string;
}

/** The program on a database of its own, with a channel that sends nothing: what is measured ends with the stored reply. */
export interface Program {
  /** Resolves when the reply is stored. */
  say(said: Said): Promise<void>;
  close(): Promise<void>;
}

const START = new Date('2026-11-02T01:00:00Z');

/** A database with the sample community, as `npm run community -- import` makes it. */
export async function makeDatabase(path: string): Promise<readonly string[]> {
  const database = await openMigrated(path, START);
  const { rooms } = await importCommunity(database, sampleProfile(projectRoot(import.meta.url)), START);
  await database.close();
  return rooms.filter((room) => room.kind === 'residents').map((room) => room.topic);
}

/** Starts the program on that file. `onCommit` is told after each of its transactions. */
export async function startProgram(path: string, onCommit: () => void = () => undefined): Promise<Program> {
  const opened = await openMigrated(path, START);
  const database: Database = {
    ...opened,
    async transaction(work) {
      const value = await opened.transaction(work);
      onCommit();
      return value;
    },
  };
  let listener: ChannelListener | undefined;
  let said = 0;
  // Every second a message: the same moments in every round, so that the same is written.
  const clock = { now: () => new Date(START.getTime() + said * 1_000) };
  const channel: Channel = {
    start: async (given) => {
      listener = given;
      await given.login('bench');
    },
    stop: () => Promise.resolve(),
    send: () => Promise.resolve({ kind: 'sent' }),
    setRemark: () => Promise.resolve(true),
    friends: () => Promise.resolve([]),
    rooms: () => Promise.resolve([]),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const bot = composeBot(
    { clock, random: keyedRandom('bench'), channel, database, log, media: noMediaFiles },
    DEFAULT_LIMITS,
  );
  await bot.start();
  await bot.engine.work(async (work) => {
    for (const room of await findRooms(work.tx, work.community.id)) {
      await bindRoom(work, bot.engine.sessionId(), room.id, room.topic, []);
    }
  });
  const life = await bot.lastInboxId();
  return {
    async say({ from, room, text }) {
      said += 1;
      await listener?.message({
        key: `bench:${life}:${said}`,
        conversation: { kind: 'room', outsideId: room, topic: room },
        sender: { outsideId: from, name: from },
        text,
        mentionsBot: false,
      });
    },
    async close() {
      await bot.stop();
      await opened.close();
    },
  };
}
