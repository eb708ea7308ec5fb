import { Account, type Group, type Message, type Person } from './account.ts';
import { Faults } from './faults.ts';
import { Login } from './login.ts';
import { onWire, SYSTEM } from './session.ts';
import type { Site } from './site.ts';
import { openTunnel } from './tunnel.ts';
import { serve } from './web.ts';

/** How a message differs from an ordinary one. */
export interface Details {
  /** Seconds since 1970; now, if left out. */
  readonly at?: number;
  /** Told together with the next ones instead of at once. */
  readonly isHeld?: boolean;
}

/** The server of WeChat's web protocol, on the loopback address, with a hand on everything that happens in it. */
export interface WechatServer {
  readonly url: string;
  readonly account: Account;
  readonly login: Login;
  readonly faults: Faults;
  /** How often an address was asked, by the last part of its path. */
  asked(address: string): number;
  say(to: Group | Person, from: Person, text: string, details?: Details): Message;
  /** A message of any kind, its content as it goes over the wire. */
  put(to: Group | Person, from: Person, type: number, content: string, more?: Partial<Message> & Details): Message;
  image(to: Group | Person, from: Person, bytes: Uint8Array): Message;
  voice(to: Group | Person, from: Person, bytes: Uint8Array): Message;
  /** An answer to a message, with that message quoted, as today's clients send it. */
  reply(to: Group | Person, from: Person, quoted: string, text: string): Message;
  /** What WeChat itself writes into a group. */
  notice(to: Group, text: string): Message;
  friendRequest(name: string, greeting: string): Person;
  /** Tells a message once more. */
  tellAgain(message: Message): void;
  /** Lets a waiting client know of what was held, and of changes to people and groups. */
  tell(...changed: readonly (Person | Group)[]): void;
  /** Ends the session from the phone. */
  kick(): void;
  /** Scans the code that is shown. */
  scan(): void;
  /** The code that is shown becomes too old. */
  expireCode(): void;
  /** Cuts every connection, also those to come, until it is called with false. */
  away(isAway: boolean): void;
  /** See openTunnel. */
  openTunnel(folder: string): Promise<string>;
  /** Resolves as soon as something is true; a test's own time limit ends it otherwise. */
  until(isSo: () => boolean | Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

// Taken here, so that a test which stops the timers does not stop this one.
const realTimeout = setTimeout;

const now = (): number => Math.floor(Date.now() / 1_000);
const PRIVATE_REQUESTS = 'fmessage';

/** Starts one; the seconds of the long poll can be made shorter than WeChat's. */
export async function startWechatServer({ pollMilliseconds = 25_000 } = {}): Promise<WechatServer> {
  const account = new Account();
  const faults = new Faults();
  const login = new Login(account);
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const site: Site = { account, faults, login, pollMilliseconds, news, wake };
  const web = await serve(site);

  const put: WechatServer['put'] = (to, from, type, content, { at = now(), isHeld = false, ...more } = {}) => {
    const message: Message = { id: account.newId(), from, to, at, type, content, extra: () => ({}), ...more };
    account.put({ message });
    if (!isHeld) wake();
    return message;
  };

  return {
    url: `http://127.0.0.1:${web.port}`,
    account,
    login,
    faults,
    asked: (address) => web.asked.get(address) ?? 0,
    put,
    say: (to, from, text, details) => put(to, from, 1, onWire(text), details),
    image: (to, from, bytes) => put(to, from, 3, onWire('<msg><img length="1"/></msg>'), { bytes }),
    voice: (to, from, bytes) => put(to, from, 34, onWire('<msg><voicemsg/></msg>'), { bytes }),
    reply: (to, from, quoted, text) =>
      put(to, from, 49, onWire(replyXml(quoted, text)), { extra: () => ({ AppMsgType: 57 }) }),
    notice: (to, text) =>
      put(to, account.bot, SYSTEM, text, { extra: (idOf) => noticeOf(idOf(to), idOf(account.bot)) }),
    friendRequest(name, greeting) {
      const person = account.addPerson(name);
      const content = onWire(
        `<msg fromusername="wxid_${person.no}" encryptusername="v1_${person.no}@stranger" content="" scene="14" ticket=""/>`,
      );
      const info = { NickName: onWire(name), Content: greeting, Ticket: `ticket ${person.no}` };
      put(account.bot, person, 37, content, {
        extra: (idOf) => ({ FromUserName: PRIVATE_REQUESTS, RecommendInfo: { UserName: idOf(person), ...info } }),
      });
      return person;
    },
    tellAgain(message) {
      account.put({ message });
      wake();
    },
    tell(...changed) {
      for (const contact of changed) account.put({ contact });
      wake();
    },
    kick() {
      if (login.session !== undefined) login.session.isOver = true;
      wake();
    },
    scan() {
      login.scan();
      wake();
    },
    expireCode() {
      login.expire();
      wake();
    },
    away(isAway) {
      faults.isAway = isAway;
      wake();
      if (isAway) web.cutAll();
    },
    openTunnel: (folder) => openTunnel(web.server, folder),
    async until(isSo) {
      while (!(await isSo())) await new Promise((resolve) => realTimeout(resolve, 2));
    },
    close: () => web.close(),
  };
}

const noticeOf = (group: string, bot: string) => ({ FromUserName: group, ToUserName: bot });

function replyXml(quoted: string, text: string): string {
  const inner = onWire(`<msg><appmsg><title>${onWire(quoted)}</title><type>57</type></appmsg></msg>`);
  return (
    `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">\n\t\t<title>${onWire(text)}</title>\n\t\t<des/>\n` +
    `\t\t<type>57</type>\n\t\t<refermsg>\n\t\t\t<type>1</type>\n\t\t\t<displayname>x</displayname>\n` +
    `\t\t\t<content>${inner}</content>\n\t\t</refermsg>\n\t</appmsg>\n</msg>`
  );
}
