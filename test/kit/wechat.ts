import { rmSync } from 'node:fs';
import { afterEach } from 'vitest';
import {
  createWechatChannel,
  type WechatChannel,
  type WechatSettings,
  WECHAT4U,
} from '../../src/adapters/wechaty/channel.ts';
import type { Ending } from '../../src/adapters/wechaty/life.ts';
import { TIMING, type Timing } from '../../src/adapters/wechaty/timing.ts';
import type { ChannelListener, FriendRequest, IncomingMessage } from '../../src/engine/channel.ts';
import { type Clock, systemClock } from '../../src/kernel/clock.ts';
import { temporaryFolder } from './database.ts';
import { startWechatServer, type WechatServer } from './wechat-server/server.ts';
import { writeCard } from './wechat-server/ways-in.ts';

/** What the program would have been told. */
export interface Heard {
  readonly logins: string[];
  readonly messages: IncomingMessage[];
  readonly requests: FriendRequest[];
  readonly codes: string[];
  readonly names: string[];
  readonly outages: string[];
  readonly returns: Date[];
  /** The same, as the engine is told. */
  readonly reconnections: Date[];
  readonly logged: string[];
  changes: number;
  ended: Ending | undefined;
}

/** A channel that has been given everything but the start. */
export interface Line {
  readonly channel: WechatChannel;
  readonly heard: Heard;
  /** Resolves at the login; not awaited where there is to be none. */
  start(heardUntil?: Date): Promise<void>;
}

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Waits are short, and outages need no patience. */
export const FAST: Timing = {
  ...TIMING,
  retry: { from: 5, to: 20 },
  farewell: 1_000,
  spacing: 2,
  changes: 5,
  again: [1, 1, 1],
};

/** A server for one test. */
export async function openServer(options: { readonly pollMilliseconds?: number } = {}): Promise<WechatServer> {
  const server = await startWechatServer(options);
  closers.push(() => server.close());
  return server;
}

/** A data folder for one test. */
export function openFolder(): string {
  const folder = temporaryFolder();
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with the card of a new login in it. */
export function openCard(server: WechatServer): string {
  const folder = openFolder();
  writeCard(server, folder);
  return folder;
}

export interface LineOptions extends WechatSettings {
  readonly folder?: string;
  readonly name?: string;
  readonly clock?: Clock;
  /** Called when a message is told, before it is written down. */
  readonly onMessage?: (message: IncomingMessage) => Promise<void>;
}

/** A channel on a data folder. */
export function openLine(options: LineOptions = {}): Line {
  const { folder = openFolder(), name = WECHAT4U, clock = systemClock, onMessage, ...settings } = options;
  const heard: Heard = {
    logins: [],
    messages: [],
    requests: [],
    codes: [],
    names: [],
    outages: [],
    returns: [],
    reconnections: [],
    logged: [],
    changes: 0,
    ended: undefined,
  };
  const write = (_: unknown, code: string): void => void heard.logged.push(code);
  const channel = createWechatChannel(
    {
      folder,
      puppet: name,
      clock,
      log: { info: write, warn: write, error: write },
      onQrCode: (url) => void heard.codes.push(url),
      onLogin: (account) => void heard.names.push(account),
      onUnreachable: (reason) => void heard.outages.push(reason),
      onReachable: (since) => void heard.returns.push(since),
    },
    { timing: FAST, ...settings },
  );
  void channel.ended.then((reason) => {
    heard.ended = reason;
  });
  closers.push(() => channel.stop());
  const listener: ChannelListener = {
    login: async (key) => void heard.logins.push(key),
    async message(message) {
      await onMessage?.(message);
      heard.messages.push(message);
    },
    reconnected: async (since) => void heard.reconnections.push(since),
    friendRequest: async (request) => void heard.requests.push(request),
    changed() {
      heard.changes += 1;
    },
  };
  return { channel, heard, start: (heardUntil) => channel.start(listener, heardUntil) };
}

/** A server with a room and a few people, and a channel that is logged in there. */
export async function openWechat(
  options: LineOptions & { readonly heardUntil?: Date; readonly pollMilliseconds?: number } = {},
) {
  const server = await openServer(options);
  const wang = server.account.addPerson('王阿姨', { friend: true });
  const li = server.account.addPerson('李叔');
  const room = server.account.addGroup('和美一号院邻里群', [wang, [li, '3栋老李']]);
  const folder = options.folder ?? openFolder();
  writeCard(server, folder);
  const line = openLine({ ...options, folder });
  await line.start(options.heardUntil);
  const texts = (): readonly string[] => line.heard.messages.map((message) => message.text);
  return {
    ...line,
    server,
    wang,
    li,
    room,
    folder,
    texts,
    /** What was heard of everything that was said so far. */
    async allTexts(): Promise<readonly string[]> {
      const last = server.say(room, wang, `（最后一句，第${server.account.items.length}条）`);
      await server.until(() => line.heard.messages.some(({ key }) => key.endsWith(last.id)));
      return texts().slice(0, -1);
    },
  };
}
