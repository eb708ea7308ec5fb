import { readRaw } from '../raw-message.ts';
import { decodeWords } from '../raw-text.ts';
import type { Inside, Payload, RawMessage } from '../inside.ts';
import type { Mend } from './mend.ts';

/** wechaty's numbers for kinds of messages, as published; its enumeration is not loaded for them. */
const KIND = { other: 0, image: 6, voice: 2, text: 7 } as const;

function payloadOf(raw: RawMessage): Payload {
  const { kind, talker, room, text } = readRaw(raw);
  const common = { id: raw.MsgId, timestamp: raw.CreateTime, type: KIND[kind], text };
  return room === undefined
    ? { ...common, talkerId: talker ?? raw.FromUserName, listenerId: raw.ToUserName }
    : { ...common, talkerId: talker ?? raw.ToUserName, roomId: room };
}

function readNames(inside: Inside): void {
  inside.roomMemberRawPayloadParser = async (raw) => ({
    avatar: '',
    id: raw.UserName,
    name: decodeWords(raw.NickName ?? ''),
    roomAlias: decodeWords(raw.DisplayName ?? ''),
  });
}

/**
 * The puppet reads a message by cutting it at `:` and a line end, keeps the second piece, and leaves entities as they
 * are: of `投诉:\n3号楼 & 电梯` the word 投诉 is left. Then it looks each `@` up among the members, three times each:
 * 20 to 36 ms in a room of 500. Here a message is read from what WeChat sent, and nobody is looked up.
 */
export const reading: Mend = {
  puppet(inside) {
    inside.messageRawPayloadParser = async (raw) => payloadOf(raw);
    readNames(inside);
  },
};
