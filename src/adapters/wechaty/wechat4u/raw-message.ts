import { decodeWords } from './raw-text.ts';
import type { RawMessage } from './inside.ts';

/** What a raw message is, read without the client's help. */
export interface Reading {
  readonly kind: 'text' | 'image' | 'voice' | 'other';
  /** Undefined where WeChat itself has written into a room. */
  readonly talker: string | undefined;
  readonly room: string | undefined;
  readonly text: string;
}

const TYPE = { text: 1, image: 3, voice: 34, app: 49 } as const;
const LOCATION = 48;
/** An answer to a message, in the XML of an app's message: the title is what was typed. */
const REPLY = '57';

const isRoom = (id: string): boolean => id.startsWith('@@') || id.endsWith('@chatroom');

/** In a room whoever speaks stands before the words. */
const SPEAKER = /^(@[a-zA-Z0-9]+|[a-zA-Z0-9_-]+):<br\/>/u;

/** What was typed as an answer; undefined where the message is no answer. What it answers is cut off before anything is looked for. */
function replyOf(xml: string): string | undefined {
  const own = xml.replace(/<refermsg>[\s\S]*<\/refermsg>/u, '');
  if (/<type>(\d+)<\/type>/u.exec(own)?.[1] !== REPLY) return undefined;
  const title = /<appmsg\b[^>]*>\s*<title>([\s\S]*?)<\/title>/u.exec(own)?.[1];
  if (title === undefined) return undefined;
  const plain = /^<!\[CDATA\[([\s\S]*)\]\]>$/u.exec(title)?.[1];
  return plain ?? decodeWords(title);
}

function wordsOf(type: number, subType: unknown, wire: string): Pick<Reading, 'kind' | 'text'> {
  const other = { kind: 'other', text: '' } as const;
  switch (type) {
    case TYPE.text:
      return subType === LOCATION ? other : { kind: 'text', text: decodeWords(wire) };
    case TYPE.image:
      return { kind: 'image', text: '' };
    case TYPE.voice:
      return { kind: 'voice', text: '' };
    case TYPE.app: {
      const text = replyOf(decodeWords(wire));
      return text === undefined ? other : { kind: 'text', text };
    }
    default:
      return other;
  }
}

/** Reads one. */
export function readRaw(raw: RawMessage & { readonly SubMsgType?: unknown }): Reading {
  const { FromUserName: from, ToUserName: to, MsgType: type, SubMsgType: subType, OriginalContent: wire } = raw;
  if (!isRoom(from)) {
    return { talker: from, room: isRoom(to) ? to : undefined, ...wordsOf(type, subType, wire) };
  }
  const speaker = SPEAKER.exec(wire);
  if (speaker === null) return { talker: undefined, room: from, kind: 'other', text: '' };
  return { talker: speaker[1], room: from, ...wordsOf(type, subType, wire.slice(speaker[0].length)) };
}
