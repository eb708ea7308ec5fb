import type { Wechaty } from 'wechaty';
import type { Channel } from '../../engine/channel.ts';
import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Card, cardFile } from './card.ts';
import { reasonOf } from './codes.ts';
import { readFriendRequest } from './friend-requests.ts';
import { readMessage } from './incoming.ts';
import { isStarted, openPuppet, openWechaty, type Puppet } from './libraries.ts';
import { beginLife, type ConnectionListener, type Ending, type Life } from './life.ts';
import { createSender } from './outgoing.ts';
import { listFriends, listRooms } from './people.ts';
import { plainSide, type Side } from './side.ts';
import { createTelling, type Telling } from './telling.ts';
import { pause, TIMING, type Timing } from './timing.ts';
import { type MendName, mendPuppet } from './wechat4u/mend.ts';

/** The puppet that the mends in `wechat4u/` are for; any other one is taken as it is. */
export const WECHAT4U = 'wechaty-puppet-wechat4u';

export interface WechatOptions extends ConnectionListener {
  /** The data folder; the card of the login lies in it. */
  readonly folder: string;
  /** The package of the puppet. */
  readonly puppet: string;
  readonly clock: Clock;
  readonly log: Log;
  /** A code to be scanned with the phone, as the address that it stands for. A new one replaces the one before. */
  readonly onQrCode: (url: string) => void;
  /** The account with this name is logged in. */
  onLogin(name: string): void;
}

/** What tests set otherwise. */
export interface WechatSettings {
  readonly timing?: Timing;
  /** Mends that are left out, to see what they are for. */
  readonly without?: readonly MendName[];
  /** A puppet that is in no package. */
  readonly puppet?: Puppet;
}

export interface WechatChannel extends Channel {
  /**
   * Resolves when this channel is at its end: the process must end too, and a fresh one begin. Not after `stop`. It may
   * come before `start` has resolved, which then never does.
   */
  readonly ended: Promise<Ending>;
  /** Signs the account off and throws its card away: the next start asks for a scan. After `start`. */
  logOut(): Promise<void>;
}

interface Open {
  readonly bot: Wechaty;
  readonly side: Side;
  readonly life: Life;
}

/** Passes on what the puppet and wechaty tell; resolves at the login. */
function listen({ bot, life }: Open, telling: Telling, { puppet: name, onQrCode }: WechatOptions): Promise<void> {
  let shown = '';
  bot.on('scan', (url) => {
    if (url === '' || url === shown) return;
    shown = url;
    onQrCode(url);
  });
  bot.on('error', (error) => life.log.warn({ reason: reasonOf(error) }, 'wechat-error'));
  bot.on('logout', () => life.end('logged-out'));
  const source = { name: name.replace(/^wechaty-puppet-/u, ''), timing: life.timing };
  // The order is the puppet's: wechaty's own event comes when everybody has been looked up. It looks up all the members
  // of a room for every message that waits, all at once: a thousand in a room of 500 take 14 ms each, and 600 MB.
  bot.puppet.removeAllListeners('message');
  bot.puppet.on('message', ({ messageId }) => telling.message(() => readMessage(bot, messageId, source)));
  bot.puppet.on('friendship', ({ friendshipId }) => telling.friendRequest(() => readFriendRequest(bot, friendshipId)));
  for (const event of ['room-join', 'room-leave', 'room-topic'] as const) bot.puppet.on(event, () => telling.changed());
  return new Promise((resolve) => {
    bot.once('login', () => resolve());
  });
}

/** A channel to WeChat through wechaty. It is good for one start. Throws PuppetNotFound at the start. */
export function createWechatChannel(options: WechatOptions, settings: WechatSettings = {}): WechatChannel {
  const { clock, log } = options;
  const timing = settings.timing ?? TIMING;
  const sender = createSender();
  let finish: (reason: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    finish = resolve;
  });
  let current: Open | undefined;
  const open = (): Open => {
    if (current === undefined) throw new Error('the channel has not been started');
    return current;
  };

  const begin = async (life: Life, telling: Telling): Promise<Open> => {
    const puppet = settings.puppet ?? (await openPuppet(options.puppet));
    const card = new Card(cardFile(options.folder));
    await card.load();
    void life.ended.then((reason) => {
      if (reason === 'logged-out') card.forget();
      finish(reason);
    });
    const isMended = settings.puppet === undefined && options.puppet === WECHAT4U;
    const side = isMended
      ? mendPuppet(puppet, life, () => telling.changed(), settings.without)
      : plainSide(options.puppet);
    const bot = await openWechaty(puppet, card);
    await bot.init();
    return { bot, side, life };
  };

  return {
    ended,

    async start(listener, heardUntil) {
      const life = beginLife({ clock, log, timing }, heardUntil, {
        onUnreachable: (reason) => options.onUnreachable(reason),
        onReachable(since) {
          options.onReachable(since);
          telling.reconnected(since);
        },
      });
      const telling = createTelling(listener, life);
      const { bot, side } = (current = await begin(life, telling));
      const login = listen(current, telling, options);
      await bot.start();
      // wechaty keeps to itself that a puppet did not start.
      if (!isStarted(bot.puppet)) life.end('broken');
      await login;
      options.onLogin(bot.currentUser.name());
      await side.listed();
      await listener.login(side.sessionKey(bot));
      telling.open();
    },

    async stop() {
      await Promise.race([sender.close(), pause(timing.farewell)]);
      // What is still on its way then ends as unknown: nobody can tell whether it has arrived.
      current?.life.leave();
    },

    async logOut() {
      const { bot, side, life } = open();
      await side.logOut(bot);
      life.end('logged-out');
    },

    send: (to, message) => sender.send(open().bot, open().life, to, message),

    async setRemark(outsideId, remark) {
      try {
        await open().bot.puppet.contactAlias(outsideId, remark);
        return true;
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'wechat-remark-refused');
        return false;
      }
    },

    friends: () => listFriends(open().bot),
    rooms: () => listRooms(open().bot),
  };
}
