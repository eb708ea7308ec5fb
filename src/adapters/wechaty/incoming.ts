import type { Contact, Message, Room, Wechaty } from 'wechaty';
import type { IncomingMedia, IncomingMessage } from '../../engine/channel.ts';
import { QUOTE } from '../../engine/chat/vocabulary.ts';
import { findCall } from './mention.ts';
import { mediaOf } from './media.ts';
import { isPerson, memberNames, nameIn } from './people.ts';
import type { Timing } from './timing.ts';

type Kind = 'text' | IncomingMedia['kind'];

/** What the program can do something with. Stickers, cards, links, records of other talks and notices are left out. */
function kindOf(bot: Wechaty, message: Message): Kind | undefined {
  const { Type } = bot.Message;
  switch (message.type()) {
    case Type.Text:
      return 'text';
    case Type.Image:
      return 'image';
    case Type.Audio:
      return 'voice';
    default:
      return undefined;
  }
}

/** What was typed, without what it quotes, and whether it calls the bot: by its own name, or by the one it has there. */
async function readText(bot: Wechaty, message: Message, room: Room | undefined) {
  const text = message.text().replace(QUOTE, '');
  if (room === undefined) return { text, isCalled: false };
  const self = bot.currentUser;
  return findCall(text, [self.name(), await nameIn(room, self)], () => memberNames(room));
}

async function conversationOf(room: Room | undefined): Promise<IncomingMessage['conversation']> {
  return room === undefined ? { kind: 'direct' } : { kind: 'room', outsideId: room.id, topic: await room.topic() };
}

async function senderOf(room: Room | undefined, talker: Contact): Promise<IncomingMessage['sender']> {
  return { outsideId: talker.id, name: room === undefined ? talker.name() : await nameIn(room, talker) };
}

/** Reads a message of the puppet's; undefined where it is the bot's own, or nothing for the program. */
export async function readMessage(
  bot: Wechaty,
  id: string,
  source: { readonly name: string; readonly timing: Timing },
): Promise<IncomingMessage | undefined> {
  const message = await bot.Message.find({ id });
  const kind = message === undefined ? undefined : kindOf(bot, message);
  if (message === undefined || kind === undefined || message.self()) return undefined;
  const room = message.room();
  const talker = message.talker();
  if (room === undefined && !isPerson(bot, talker)) return undefined;
  const key = `${source.name}:${id}`;
  const common = { key, conversation: await conversationOf(room), sender: await senderOf(room, talker) };
  if (kind !== 'text') {
    return { ...common, text: '', mentionsBot: false, media: mediaOf(message, kind, key, source.timing) };
  }
  const { text, isCalled } = await readText(bot, message, room);
  return { ...common, text, mentionsBot: isCalled };
}
