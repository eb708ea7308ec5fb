import { afterEach } from 'vitest';
import { importCommunity } from '../../src/app/community.ts';
import { composeBot } from '../../src/app/compose.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import type { Bot } from '../../src/engine/bot.ts';
import type {
  Channel,
  ChannelListener,
  ChannelRoom,
  Friend,
  IncomingMedia,
  OutgoingFile,
  SendResult,
} from '../../src/engine/channel.ts';
import { DEFAULT_LIMITS } from '../../src/engine/outbox/rules.ts';
import type { Database } from '../../src/engine/tx.ts';
import { keyedRandom } from '../../src/kernel/random.ts';
import { temporaryDatabase } from './database.ts';
import { root } from './project-files.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The program over a transport that a test plays by hand, one event at a time. */
export interface LiveBot {
  readonly bot: Bot;
  readonly database: Database;
  /** What the program listens with; the test is the transport. */
  readonly listener: ChannelListener;
  /** What the transport knows; may be changed before `listener.changed()`. */
  readonly friends: Friend[];
  readonly rooms: ChannelRoom[];
  readonly sent: string[];
  readonly files: OutgoingFile[];
  /** How the next sends go wrong, one after another. */
  readonly faults: SendResult[];
  /** Names and sizes of the files that were kept, in their order. */
  readonly kept: string[];
  /** Moves the clock and does what is due then, and for the ten minutes after it. */
  moveTo(at: string): Promise<void>;
  say(from: string, text: string, media?: IncomingMedia): Promise<void>;
}

/** Starts the program on the sample community; nobody is logged in before the test says so. */
export async function openLiveBot(start: string): Promise<LiveBot> {
  let now = new Date(start);
  const file = temporaryDatabase();
  const database = await openMigrated(file.path, now);
  await importCommunity(database, sampleProfile(root), now);
  closers.push(async () => {
    await database.close();
    file.remove();
  });
  const friends: Friend[] = [];
  const rooms: ChannelRoom[] = [];
  const sent: string[] = [];
  const files: OutgoingFile[] = [];
  const faults: SendResult[] = [];
  const kept: string[] = [];
  let listener: ChannelListener | undefined;
  const channel: Channel = {
    start: async (given) => {
      listener = given;
    },
    stop: async () => undefined,
    send: async (_, { text, file }) => {
      const fault = faults.shift();
      if (fault !== undefined) return fault;
      sent.push(text);
      if (file !== undefined) files.push(file);
      return { kind: 'sent' };
    },
    setRemark: async () => true,
    friends: async () => friends,
    rooms: async () => rooms,
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const media = {
    keep: async (name: string, bytes: Uint8Array): Promise<void> => {
      kept.push(`${name} ${bytes.length}`);
    },
  };
  const ports = { clock: { now: () => now }, random: keyedRandom('1'), channel, database, log, media };
  const bot = composeBot(ports, DEFAULT_LIMITS);
  await bot.start();
  if (listener === undefined) throw new Error('the program did not start its channel');
  const heard: ChannelListener = listener;

  const settle = async (): Promise<void> => {
    const until = new Date(now.getTime() + 600_000);
    await bot.runDue();
    for (let next = await bot.nextDue(); next !== undefined && next <= until; next = await bot.nextDue()) {
      if (next > now) now = next;
      await bot.runDue();
    }
  };
  let said = 0;
  return {
    bot,
    database,
    listener: heard,
    friends,
    rooms,
    sent,
    files,
    faults,
    kept,
    async moveTo(at) {
      now = new Date(at);
      await settle();
    },
    async say(from, text, incoming) {
      said += 1;
      await heard.message({
        key: `said:${said}`,
        conversation: { kind: 'direct' },
        sender: { outsideId: `id of ${from}`, name: from },
        text,
        mentionsBot: false,
        ...(incoming === undefined ? {} : { media: incoming }),
      });
      await settle();
    },
  };
}
