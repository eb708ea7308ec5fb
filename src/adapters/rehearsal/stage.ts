import type { Bot } from '../../engine/bot.ts';
import { bindRoom, meetSpeaker } from '../../engine/identity/identity.ts';
import { issueCode, pairWithCode } from '../../engine/identity/pairing.ts';
import { remarkOf } from '../../engine/identity/rules.ts';
import { findMarkedFriends, findRooms, findStaff, readRoster } from '../../engine/identity/store.ts';
import type { RehearsalChannel } from './channel.ts';
import type { Line } from './script.ts';
import type { World } from './world.ts';

export type Say = Extract<Line, { kind: 'say' }>;

/** Somebody says something: the world notes who is where, the transport delivers it under that key. */
export async function deliver(world: World, channel: RehearsalChannel, say: Say, key: string): Promise<void> {
  const personKey = say.person ?? say.from;
  const person = world.meet(personKey, say.from);
  if (say.in === undefined) person.isFriend = true;
  else world.enter(say.in, personKey);
  await channel.deliver({
    key,
    conversation:
      say.in === undefined ? { kind: 'direct' } : { kind: 'room', outsideId: world.roomId(say.in), topic: say.in },
    sender: { outsideId: world.personId(personKey), name: say.from },
    text: say.text,
    mentionsBot: say.mention,
    ...(say.image === undefined ? {} : { media: { kind: 'image', file: say.image.replace(/[^A-Za-z0-9._-]/gu, '_') } }),
  });
}

/** As if the staff member of that name had sent the code that was printed for them. False where there is none. */
export async function pairByName(bot: Bot, world: World, name: string): Promise<boolean> {
  world.meet(name, name).isFriend = true;
  const sender = { outsideId: world.personId(name), name };
  const isPaired = await bot.engine.work(async (work) => {
    const member = (await findStaff(work.tx, work.community.id)).find((candidate) => candidate.name === name);
    if (member === undefined) return false;
    const { speaker } = await meetSpeaker(work, bot.engine.sessionId(), { sender, conversation: { kind: 'direct' } });
    const code = await issueCode(work, 'staff', member.id);
    return (await pairWithCode(work, code, speaker.personId)).ok;
  });
  bot.lookAgain();
  return isPaired;
}

/** At the start all rooms of the profile are bound; those that were bound before are left to the program. */
export async function bindNewRooms(bot: Bot, world: World): Promise<void> {
  const outside = new Map(world.rooms().map((room) => [room.topic, room]));
  await bot.engine.work(async (work) => {
    for (const room of await findRooms(work.tx, work.community.id)) {
      const found = outside.get(room.topic);
      if (found === undefined || (await readRoster(work.tx, work.community.id, room.id)) !== undefined) continue;
      await bindRoom(work, bot.engine.sessionId(), room.id, found.outsideId, found.memberNames);
    }
  });
}

/** A world that begins anew on a database that does not: the remarks that were set are still there. */
export async function recallRemarks(bot: Bot, world: World): Promise<void> {
  const friends = await bot.engine.work((work) => findMarkedFriends(work.tx, work.community.id, world.sessionKey));
  for (const friend of friends) {
    const key = world.behind(friend.outsideId);
    if (key === undefined) continue;
    world.meet(key, friend.name).isFriend = true;
    world.setRemark(key, remarkOf(friend.name, friend.token));
  }
}
