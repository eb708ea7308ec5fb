import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import type { Session } from './session.ts';
import type { WechatServer } from './server.ts';

// What the client's own packages offer is seen as they see it: they are not ours, and have their own copies.
const ofPuppet = createRequire(createRequire(import.meta.url).resolve('wechaty-puppet-wechat4u'));
const ofClient = createRequire(ofPuppet.resolve('wechat4u'));

interface RequestConfig {
  readonly url?: string;
}
type Adapter = (config: RequestConfig) => Promise<unknown>;
interface Axios {
  readonly defaults: { adapter: unknown };
  getAdapter(names: readonly string[]): Adapter;
}

let current: string | undefined;
let isRedirected = false;

/**
 * From now on the client's requests to WeChat, whatever their host, go to this server: for tests in one process that
 * want the whole way in, with the code to scan. Before the first connection.
 */
export function redirectTo(server: WechatServer): void {
  current = server.url;
  if (isRedirected) return;
  isRedirected = true;
  // The shape that axios documents; its own types are not to be had through its CommonJS door.
  const axios = ofClient('axios') as Axios;
  const http = axios.getAdapter(['http']);
  axios.defaults.adapter = (config: RequestConfig) =>
    http({ ...config, url: (config.url ?? '').replace(/^https:\/\/[\w.]+\.qq\.com/u, current ?? '') });
}

const settings = z.record(z.string(), z.unknown());

/** The client's settings with all addresses on the server. */
function settingsFor(url: string): Readonly<Record<string, unknown>> {
  const { getCONF } = ofClient('./util') as { getCONF(host: string): unknown }; // read with zod in the next line
  const moved = Object.entries(settings.parse(getCONF('wx.qq.com'))).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/^https:\/\/[\w.]+\.qq\.com/u, url) : value,
  ]);
  return z.record(z.string(), z.unknown()).parse(Object.fromEntries(moved));
}

/**
 * Writes the card of a login into a folder, as if a code had been scanned: a client that starts there is in at once,
 * and speaks to this server in plain HTTP.
 */
export function writeCard(server: WechatServer, folder: string, session: Session = server.login.open()): string {
  return write(server, folder, session);
}

/** The same without a login: a client that starts there shows a code, and asks this server for it. */
export function writeEmptyCard(server: WechatServer, folder: string): string {
  return write(server, folder, { uin: '', sid: '', skey: '', ticket: '' });
}

function write(
  server: WechatServer,
  folder: string,
  { uin, sid, skey, ticket }: Pick<Session, 'uin' | 'sid' | 'skey' | 'ticket'>,
): string {
  const card = {
    PROP: {
      uuid: '',
      uin,
      sid,
      skey,
      passTicket: ticket,
      formatedSyncKey: '',
      webwxDataTicket: ticket,
      syncKey: { List: [] },
    },
    CONF: settingsFor(server.url),
    COOKIE: { wxuin: uin, wxsid: sid },
    user: {},
  };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'wechat.memory-card.json');
  writeFileSync(path, JSON.stringify({ '\rpuppet\nPUPPET-WECHAT4U': card }));
  return path;
}
