import type { ChannelRoom, Friend, IncomingMessage } from '../channel.ts';
import type { Engine } from '../engine.ts';
import type { Tx } from '../tx.ts';
import type { Work } from '../work.ts';
import { friendsByToken, recogniseRoom, remarkOf, rosterPrints, tokenLength } from './rules.ts';
import {
  findOurId,
  findOurTie,
  findOutsideIds,
  findPerson,
  findPersonByToken,
  findRoom,
  findRooms,
  findStaff,
  findStaffOfPerson,
  findUnmarkedFriends,
  insertPerson,
  openSession,
  readRoster,
  tie,
  tieNew,
  updatePerson,
  writeRoster,
} from './store.ts';
import type { Role } from '../community/profile.ts';
import type { Room, Speaker } from './people.ts';
import { texts } from './texts.ts';
import { officeWords } from '../../kernel/text.ts';
import { cleanWords } from '../../kernel/words.ts';
import { LIFETIME } from '../outbox/rules.ts';
import { later } from '../../kernel/clock.ts';

/** The room of ours behind an outside id, if it is bound in this session. */
export async function roomOf(
  tx: Tx,
  communityId: number,
  sessionId: number,
  outsideId: string,
): Promise<Room | undefined> {
  const id = await findOurId(tx, communityId, sessionId, 'room', outsideId);
  return id === undefined ? undefined : findRoom(tx, communityId, id);
}

/** A person as a speaker, with the authority that pairing gave. */
export async function speakerOf(tx: Tx, communityId: number, personId: number): Promise<Speaker | undefined> {
  const person = await findPerson(tx, communityId, personId);
  if (person === undefined) return undefined;
  const staff = await findStaffOfPerson(tx, communityId, personId);
  return { personId, name: person.name, isFriend: person.isFriend, staff };
}

/** The speaker of a message, or undefined for somebody whom we have not met in this session. */
export async function knownSpeaker(
  tx: Tx,
  communityId: number,
  sessionId: number,
  outsideId: string,
): Promise<Speaker | undefined> {
  const id = await findOurId(tx, communityId, sessionId, 'person', outsideId);
  return id === undefined ? undefined : speakerOf(tx, communityId, id);
}

/** WeChat allows fewer; what a forged client sends is cut. */
const LONGEST_NAME = 64;

/** The speaker of a message, met for the first time if need be. Who writes in private is a friend of the bot. */
export async function meetSpeaker(
  work: Work,
  sessionId: number,
  message: Pick<IncomingMessage, 'sender'> & { readonly conversation: { readonly kind: 'room' | 'direct' } },
): Promise<{ readonly speaker: Speaker; readonly isNewFriend: boolean }> {
  const { tx, community, at } = work;
  const { outsideId } = message.sender;
  const name = cleanWords(message.sender.name).replace(/\s+/gu, ' ').slice(0, LONGEST_NAME);
  const isFriend = message.conversation.kind === 'direct';
  const known = await knownSpeaker(tx, community.id, sessionId, outsideId);
  if (known === undefined) {
    const person = await insertPerson(tx, community.id, name, isFriend, at);
    await tieNew(tx, community.id, sessionId, 'person', outsideId, person.id);
    return { speaker: { personId: person.id, name, isFriend, staff: undefined }, isNewFriend: isFriend };
  }
  const becomesFriend = isFriend && !known.isFriend;
  if (known.name !== name || becomesFriend) {
    await updatePerson(tx, community.id, known.personId, { name, ...(becomesFriend ? { isFriend } : {}) });
  }
  return { speaker: { ...known, name, isFriend: known.isFriend || isFriend }, isNewFriend: becomesFriend };
}

/** Binds a room of ours to a room of this login session, and remembers who is in it. */
export async function bindRoom(
  work: Work,
  sessionId: number,
  roomId: number,
  outsideId: string,
  names: readonly string[],
): Promise<void> {
  await tie(work.tx, work.community.id, sessionId, 'room', outsideId, roomId);
  await writeRoster(work.tx, work.community.id, roomId, rosterPrints(names), work.at);
}

/** Whom it concerns that a room has to be bound again. */
const BINDERS: readonly Role[] = ['secretary', 'clerk'];

export interface Identity {
  /** Opens the session; in a new one knows friends again by remark, and rooms by topic and roster. */
  login(sessionKey: string): Promise<void>;
  /** Knows those again whom the transport had not told of at the login. */
  recognise(): Promise<void>;
  /** Sets the remarks that are still missing. */
  markFriends(): Promise<void>;
  /** Remembers the rosters of the bound rooms as they are now. */
  takeRosters(): Promise<void>;
}

/** Knows people and rooms from one login session to the next. */
export function createIdentity(engine: Engine): Identity {
  const recogniseFriends = async (work: Work, sessionId: number, friends: readonly Friend[]): Promise<void> => {
    const { tx, community } = work;
    for (const [token, friend] of friendsByToken(friends)) {
      const person = await findPersonByToken(tx, community.id, token);
      if (person === undefined || (await findOurTie(tx, community.id, sessionId, 'person', person.id))) continue;
      await tie(tx, community.id, sessionId, 'person', friend.outsideId, person.id);
    }
  };

  /** Binds the rooms that are surely those of before; returns those that were bound once and are not now. */
  const recogniseRooms = async (
    work: Work,
    sessionId: number,
    outside: readonly ChannelRoom[],
  ): Promise<readonly Room[]> => {
    const { tx, community } = work;
    const proven = await provenStaff(work, sessionId);
    const lost: Room[] = [];
    for (const room of await findRooms(tx, community.id)) {
      if (await findOurTie(tx, community.id, sessionId, 'room', room.id)) continue;
      const roster = await readRoster(tx, community.id, room.id);
      if (roster === undefined) continue; // never bound
      const found = recogniseRoom({ topic: room.topic, roster, isForStaff: room.kind === 'staff' }, outside, proven);
      if (found === undefined) lost.push(room);
      else await bindRoom(work, sessionId, room.id, found.outsideId, found.memberNames);
    }
    return lost;
  };

  /** The outside ids of the paired staff who are known in this session; undefined while nobody has paired. */
  const provenStaff = async (work: Work, sessionId: number): Promise<ReadonlySet<string> | undefined> => {
    const paired = (await findStaff(work.tx, work.community.id)).flatMap(({ personId }) => personId ?? []);
    if (paired.length === 0) return undefined;
    const ids = await findOutsideIds(work.tx, work.community.id, sessionId);
    const known = await Promise.all(paired.map((personId) => ids.person(personId)));
    return new Set(known.flatMap((id) => id ?? []));
  };

  /** The staff's room hears of it; where it is lost itself, those who can have a new code do, in private. */
  const tellLost = async (work: Work, lost: readonly Room[]): Promise<void> => {
    if (lost.length === 0) return;
    const text = texts.roomsLost({ rooms: officeWords(lost.map((room) => room.topic).join('、')) });
    const options = { lane: 'staff', keepsHours: false, expiresAt: later(work.at, LIFETIME.staff) } as const;
    await work.post.toStaffRoom(text, options);
    if (!lost.some((room) => room.kind === 'staff')) return;
    for (const { role, personId } of await findStaff(work.tx, work.community.id)) {
      if (personId !== null && BINDERS.includes(role)) await work.post.toPerson(personId, text, options);
    }
  };

  return {
    async login(sessionKey) {
      const friends = await engine.channel.friends();
      const rooms = await engine.channel.rooms();
      const session = await engine.work(async (work) => {
        const { id, isNew } = await openSession(work.tx, work.community.id, sessionKey, work.at);
        if (isNew) {
          await recogniseFriends(work, id, friends);
          await tellLost(work, await recogniseRooms(work, id, rooms));
        }
        return id;
      });
      engine.useSession(session);
    },

    async recognise() {
      const friends = await engine.channel.friends();
      const rooms = await engine.channel.rooms();
      await engine.work(async (work) => {
        await recogniseFriends(work, engine.sessionId(), friends);
        await recogniseRooms(work, engine.sessionId(), rooms);
      });
    },

    async markFriends() {
      const unmarked = await engine.work((work) => findUnmarkedFriends(work.tx, work.community.id, engine.sessionId()));
      for (const person of unmarked) {
        // The token is committed before the remark is set: a remark that we do not know would be worth nothing.
        const token = person.token ?? engine.random.token(`remark:${person.id}:${engine.sessionId()}`, tokenLength);
        if (person.token === null)
          await engine.work((work) => updatePerson(work.tx, work.community.id, person.id, { token }));
        if (await engine.channel.setRemark(person.outsideId, remarkOf(person.name, token))) {
          await engine.work((work) => updatePerson(work.tx, work.community.id, person.id, { remarkedAt: work.at }));
        }
      }
    },

    async takeRosters() {
      const outside = new Map((await engine.channel.rooms()).map((room) => [room.outsideId, room]));
      await engine.work(async (work) => {
        const { rooms } = await findOutsideIds(work.tx, work.community.id, engine.sessionId());
        for (const [roomId, outsideId] of rooms) {
          const names = outside.get(outsideId)?.memberNames ?? [];
          if (names.length > 0) await writeRoster(work.tx, work.community.id, roomId, rosterPrints(names), work.at);
        }
      });
    },
  };
}
