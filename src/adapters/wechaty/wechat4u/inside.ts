import type { Puppet } from '../libraries.ts';

/** Somebody or some room, as WeChat's web protocol describes them. */
export interface RawContact {
  readonly UserName: string;
  readonly NickName?: string;
  readonly DisplayName?: string;
  readonly ContactFlag?: number;
  readonly MemberCount?: number;
  readonly MemberList?: readonly RawContact[];
}

/** A message as WeChat's web protocol writes it, and as the client leaves it: `Content` is spoilt, the original is not. */
export interface RawMessage {
  readonly MsgId: string;
  readonly FromUserName: string;
  readonly ToUserName: string;
  readonly MsgType: number;
  readonly CreateTime: number;
  readonly Content: string;
  readonly OriginalContent: string;
  readonly RecommendInfo?: { readonly UserName: string; readonly NickName: string };
}

export interface SyncData {
  readonly AddMsgCount?: number;
  readonly ModContactCount?: number;
}

/** The client below the puppet, as far as the mends touch it. */
export interface Client {
  readonly PROP: { readonly uin: string; readonly sid: string };
  readonly user: { readonly UserName: string };
  readonly contacts: Readonly<Record<string, RawContact>>;
  request: (options: object) => Promise<unknown>;
  start: () => Promise<void>;
  restart: () => Promise<void>;
  stop: () => void;
  syncPolling: () => void;
  checkPolling: () => void;
  handleMsg: (batch: readonly RawMessage[]) => void;
  getContact: (seq?: number) => Promise<unknown>;
  _getContact: (seq?: number) => Promise<readonly RawContact[]>;
  _login(): Promise<unknown>;
  _init(): Promise<void>;
  init(): Promise<unknown>;
  syncCheck(): Promise<string>;
  sync(): Promise<SyncData>;
  handleSync(data: SyncData): void;
  notifyMobile(): Promise<void>;
  batchGetContact(list: readonly { readonly UserName: string }[]): Promise<readonly RawContact[]>;
  updateContacts: (contacts: readonly RawContact[]) => void;
  logout(): Promise<unknown>;
  on(event: 'message', listener: (message: RawMessage) => void): void;
  on(event: 'contacts-updated', listener: (contacts: readonly RawContact[]) => void): void;
}

/** What wechaty wants to know of a message; who it is to is a room or one who listens. */
export interface Payload {
  readonly id: string;
  readonly timestamp: number;
  readonly type: number;
  readonly text: string;
  readonly talkerId: string;
  readonly roomId?: string;
  readonly listenerId?: string;
}

export interface MemberPayload {
  readonly id: string;
  readonly name: string;
  readonly roomAlias: string;
  readonly avatar: string;
}

type Cache = { has(id: string): boolean };

/** The puppet, with what its package keeps to itself. */
export interface Inside {
  readonly cache: { readonly contact: Cache; readonly room: Cache };
  readonly _heartBeatTimer?: NodeJS.Timeout;
  readonly getContactInterval?: NodeJS.Timeout;
  /** Called with a new client before anything is asked of it. */
  monkeyPatch: (client: Client) => void;
  reset: () => Promise<void>;
  emit: (event: string, payload: unknown) => boolean;
  messageRawPayloadParser: (raw: RawMessage) => Promise<Payload>;
  contactRawPayload: (id: string) => Promise<unknown>;
  roomRawPayload: (id: string) => Promise<unknown>;
  contactList: () => Promise<string[]>;
  roomMemberRawPayloadParser: (raw: RawContact) => Promise<MemberPayload>;
}

/**
 * The only door into what the two packages declare private or do not declare at all. Their versions are pinned, and a
 * test of each mend runs the real ones.
 */
export function insideOf(puppet: Puppet): Inside {
  return puppet as unknown as Inside; // private members are in no type that could be narrowed to
}
