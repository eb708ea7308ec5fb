/**
 * The channel port: what every transport (WeChat, rehearsal) gives to the program and takes from it.
 * Outside ids live for one login session only; identity.ts ties them to people and rooms of ours.
 */
export interface IncomingMessage {
  /** Unique for each message, the same when it is delivered twice. */
  readonly key: string;
  readonly conversation:
    | { readonly kind: 'room'; readonly outsideId: string; readonly topic: string }
    | { readonly kind: 'direct' };
  readonly sender: { readonly outsideId: string; readonly name: string };
  /** What was typed, quoted text left out; empty for a photo. */
  readonly text: string;
  /** The transport says that the bot was mentioned. */
  readonly mentionsBot: boolean;
  readonly media?: IncomingMedia;
}

/** A picture or a voice message. */
export interface IncomingMedia {
  readonly kind: 'image' | 'voice';
  /** The name under which it is kept: letters, digits, dots, dashes and underscores, no other message has it. */
  readonly file: string;
  /** Fetches it; the transport keeps it for a short time only. Left out where there is nothing to fetch (rehearsal). */
  readonly read?: () => Promise<Uint8Array>;
}

/** Somebody wants to become a friend of the bot's account. */
export interface FriendRequest {
  readonly sender: { readonly outsideId: string; readonly name: string };
  /** What they wrote to introduce themselves. */
  readonly greeting: string;
  /** Accepts; false where the transport would not. */
  accept(): Promise<boolean>;
}

export type Destination =
  | { readonly kind: 'room'; readonly outsideId: string }
  | { readonly kind: 'person'; readonly outsideId: string };

export interface OutgoingMessage {
  readonly text: string;
  /** Display names that the text mentions. */
  readonly mentions: readonly string[];
  /** Sent as a file instead of as text. */
  readonly file?: OutgoingFile;
}

/** A small file of text, such as a calendar. */
export interface OutgoingFile {
  /** `[A-Za-z0-9._-]` only: transports put it into markup. */
  readonly name: string;
  readonly content: string;
}

/** What became of a send. `unknown`: it may have arrived; only a person can tell. */
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly reason: 'too-frequent' | 'offline' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Friend {
  readonly outsideId: string;
  readonly name: string;
  /** The remark that the bot's account has set; empty where there is none. */
  readonly remark: string;
}

export interface ChannelRoom {
  readonly outsideId: string;
  readonly topic: string;
  readonly memberNames: readonly string[];
  /** Of the same people. */
  readonly memberIds: readonly string[];
}

/** What the program wants to hear from a transport. */
export interface ChannelListener {
  /** A login session is there; `sessionKey` is the same after a restart that kept the session. */
  login(sessionKey: string): Promise<void>;
  /** Messages are recorded in the order in which they are told, also where nobody waits for the one before. */
  message(message: IncomingMessage): Promise<void>;
  friendRequest(request: FriendRequest): Promise<void>;
  /** The connection is there again after an outage that began at that moment. */
  reconnected(since: Date): Promise<void>;
  /** Friends, remarks or rooms are known now that were not at the login. */
  changed(): void;
}

export interface Channel {
  /**
   * Connects, and from then on tells the listener; resolves once the login was told. `heardUntil` is when the program
   * last heard something: what was said in the time before it may be told again, what was said since must be.
   */
  start(listener: ChannelListener, heardUntil: Date | undefined): Promise<void>;
  /** Leaves without logging out. */
  stop(): Promise<void>;
  send(to: Destination, message: OutgoingMessage): Promise<SendResult>;
  /** Sets the remark of a friend; false where the transport would not. */
  setRemark(personOutsideId: string, remark: string): Promise<boolean>;
  friends(): Promise<readonly Friend[]>;
  rooms(): Promise<readonly ChannelRoom[]>;
}

/**
 * What a return code of WeChat's web protocol means for a send: 1205 is "too frequent", 1204 and -1 a bad target,
 * 1100 to 1102 a session that is gone. Anything else counts as failed; `timeout` as unknown.
 */
export function sendResultOf(code: number | 'timeout'): SendResult {
  if (code === 'timeout') return { kind: 'unknown', reason: 'timeout' };
  if (code === 0) return { kind: 'sent' };
  if (code === 1205) return { kind: 'later', reason: 'too-frequent' };
  if (code >= 1100 && code <= 1102) return { kind: 'later', reason: 'offline' };
  return { kind: 'failed', reason: String(code) };
}
