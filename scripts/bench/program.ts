import { importCommunity } from '../../src/app/community.ts';
import { composeBot } from '../../src/app/compose.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import { projectRoot } from '../../src/adapters/db/project-root.ts';
import type { Channel, ChannelListener } from '../../src/engine/channel.ts';
import { DEFAULT_LIMITS } from '../../src/engine/outbox/rules.ts';
import { keyedRandom } from '../../src/kernel/random.ts';

/** The program on a database of its own, with a channel that takes nothing: what is measured ends with the stored reply. */
export interface Program {
  /** A message in a residents' room. Resolves when its reply is stored. */
  say(text: string, from: string): Promise<void>;
  close(): Promise<void>;
}

const START = new Date('2026-11-02T01:00:00Z');
const TOPIC = '金河湾邻里群';

/** Starts the program on a fresh database file, made with the settings that it ships with. */
export async function startProgram(path: string): Promise<Program> {
  const database = await openMigrated(path, START);
  await importCommunity(database, sampleProfile(projectRoot(import.meta.url)), START);
  let listener: ChannelListener | undefined;
  let said = 0;
  // Each message comes a minute later, so that nobody is too quick for the pace.
  const clock = { now: () => new Date(START.getTime() + said * 60_000) };
  const channel: Channel = {
    start: async (given) => {
      listener = given;
      await given.login('bench');
    },
    stop: () => Promise.resolve(),
    send: () => Promise.resolve({ kind: 'sent' }),
    setRemark: () => Promise.resolve(true),
    friends: () => Promise.resolve([]),
    rooms: () => Promise.resolve([{ outsideId: 'room', topic: TOPIC, memberNames: [] }]),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const bot = composeBot({ clock, random: keyedRandom('bench'), channel, database, log }, DEFAULT_LIMITS);
  await bot.start();
  await database.transaction(async (tx) => {
    const room = await tx.room.findFirstOrThrow({ where: { topic: TOPIC } });
    const tied = { communityId: 1, sessionId: bot.engine.sessionId(), kind: 'room', outsideId: 'room', ourId: room.id };
    await tx.chatIdentity.create({ data: tied });
  });
  return {
    async say(text, from) {
      said += 1;
      await listener?.message({
        key: `bench:${said}`,
        conversation: { kind: 'room', outsideId: 'room', topic: TOPIC },
        sender: { outsideId: from, name: from },
        text,
        mentionsBot: false,
      });
    },
    close: () => database.close(),
  };
}
