import type { Contact, Room, Wechaty } from 'wechaty';
import type { ChannelRoom, Friend } from '../../engine/channel.ts';

/** The name that somebody has in a room: the one they took for it, or else their own. */
export async function nameIn(room: Room, contact: Contact): Promise<string> {
  // Somebody who has just joined or left is no member yet or any more.
  const alias = await room.alias(contact).catch(() => undefined);
  return alias === undefined || alias === '' ? contact.name() : alias;
}

/** Everybody in a room but the bot. */
async function membersOf(room: Room): Promise<Pick<ChannelRoom, 'memberNames' | 'memberIds'>> {
  const others = (await room.memberAll()).filter((member) => !member.self());
  return {
    memberNames: await Promise.all(others.map((member) => nameIn(room, member))),
    memberIds: others.map(({ id }) => id),
  };
}

/** The names of everybody in a room but the bot. */
export async function memberNames(room: Room): Promise<readonly string[]> {
  return (await membersOf(room)).memberNames;
}

export async function listFriends(bot: Wechaty): Promise<readonly Friend[]> {
  const contacts = await bot.Contact.findAll();
  const friends = contacts.filter((contact) => isPerson(bot, contact) && contact.friend() !== false && !contact.self());
  return Promise.all(
    friends.map(async (friend) => ({
      outsideId: friend.id,
      name: friend.name(),
      remark: (await friend.alias()) ?? '',
    })),
  );
}

export async function listRooms(bot: Wechaty): Promise<readonly ChannelRoom[]> {
  const rooms = await bot.Room.findAll();
  return Promise.all(
    rooms.map(async (room) => ({
      outsideId: room.id,
      topic: await room.topic(),
      ...(await membersOf(room)),
    })),
  );
}

/** Official accounts write too, to everybody. */
export function isPerson(bot: Wechaty, contact: Contact): boolean {
  return contact.type() === bot.Contact.Type.Individual;
}
