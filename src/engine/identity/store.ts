import type { Role, RoomKind } from '../community/profile.ts';
import type { Tx } from '../tx.ts';
import type { Person, Room, StaffMember } from './people.ts';

const ROOM = { id: true, topic: true, kind: true, grid: true, compound: true } as const;
const STAFF = { id: true, name: true, role: true, grid: true, personId: true } as const;
const PERSON = { id: true, name: true, isFriend: true, token: true } as const;

/** Kinds and roles are checked by the profile's schema before they are written, and by CHECKs in the store. */
const roomFrom = (row: Omit<Room, 'kind'> & { kind: string }): Room => ({ ...row, kind: row.kind as RoomKind });
const staffFrom = (row: Omit<StaffMember, 'role'> & { role: string }): StaffMember => ({
  ...row,
  role: row.role as Role,
});

export async function findRooms(tx: Tx, communityId: number): Promise<readonly Room[]> {
  const rows = await tx.room.findMany({ where: { communityId, active: true }, orderBy: { id: 'asc' }, select: ROOM });
  return rows.map(roomFrom);
}

export async function findRoom(tx: Tx, communityId: number, id: number): Promise<Room | undefined> {
  const row = await tx.room.findFirst({ where: { communityId, id, active: true }, select: ROOM });
  return row === null ? undefined : roomFrom(row);
}

export async function findStaffRoom(tx: Tx, communityId: number): Promise<Room | undefined> {
  const row = await tx.room.findFirst({ where: { communityId, kind: 'staff', active: true }, select: ROOM });
  return row === null ? undefined : roomFrom(row);
}

export async function findStaff(tx: Tx, communityId: number): Promise<readonly StaffMember[]> {
  const rows = await tx.staff.findMany({ where: { communityId, active: true }, orderBy: { id: 'asc' }, select: STAFF });
  return rows.map(staffFrom);
}

export async function findStaffOfPerson(
  tx: Tx,
  communityId: number,
  personId: number,
): Promise<StaffMember | undefined> {
  const row = await tx.staff.findFirst({ where: { communityId, personId, active: true }, select: STAFF });
  return row === null ? undefined : staffFrom(row);
}

/** The first paired staff member of the first of these roles that has one. */
export async function findPairedStaff(
  tx: Tx,
  communityId: number,
  roles: readonly Role[],
): Promise<StaffMember | undefined> {
  const staff = await findStaff(tx, communityId);
  for (const role of roles) {
    const found = staff.find((member) => member.role === role && member.personId !== null);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Opens the login session of that key, or finds it. `isNew` tells which. */
export async function openSession(
  tx: Tx,
  communityId: number,
  key: string,
  at: Date,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const known = await tx.loginSession.findUnique({ where: { communityId_key: { communityId, key } } });
  if (known !== null) return { id: known.id, isNew: false };
  const { id } = await tx.loginSession.create({ data: { communityId, key, startedAt: at } });
  return { id, isNew: true };
}

/** Our id behind an outside id in one login session. */
export async function findOurId(
  tx: Tx,
  communityId: number,
  sessionId: number,
  kind: 'person' | 'room',
  outsideId: string,
): Promise<number | undefined> {
  const row = await tx.chatIdentity.findUnique({
    where: { communityId_sessionId_kind_outsideId: { communityId, sessionId, kind, outsideId } },
    select: { ourId: true },
  });
  return row?.ourId;
}

/** Ties an outside id to somebody or something that has only just been met. */
export async function tieNew(
  tx: Tx,
  communityId: number,
  sessionId: number,
  kind: 'person' | 'room',
  outsideId: string,
  ourId: number,
): Promise<void> {
  await tx.chatIdentity.create({ data: { communityId, sessionId, kind, outsideId, ourId }, select: { ourId: true } });
}

/** Ties an outside id to one of ours; any other tie of either in this session is undone. */
export async function tie(
  tx: Tx,
  communityId: number,
  sessionId: number,
  kind: 'person' | 'room',
  outsideId: string,
  ourId: number,
): Promise<void> {
  await tx.chatIdentity.deleteMany({ where: { communityId, sessionId, kind, OR: [{ outsideId }, { ourId }] } });
  await tieNew(tx, communityId, sessionId, kind, outsideId, ourId);
}

/** Who and what can be reached in a login session: all rooms at once, people on demand. */
export async function findOutsideIds(
  tx: Tx,
  communityId: number,
  sessionId: number,
): Promise<{ readonly rooms: ReadonlyMap<number, string>; person(id: number): Promise<string | undefined> }> {
  const rooms = await tx.chatIdentity.findMany({
    where: { communityId, sessionId, kind: 'room' },
    select: { ourId: true, outsideId: true },
  });
  return {
    rooms: new Map(rooms.map((row) => [row.ourId, row.outsideId])),
    async person(ourId) {
      const row = await tx.chatIdentity.findFirst({
        where: { communityId, sessionId, kind: 'person', ourId },
        select: { outsideId: true },
      });
      return row?.outsideId;
    },
  };
}

export async function findPerson(tx: Tx, communityId: number, id: number): Promise<Person | undefined> {
  return (await tx.person.findFirst({ where: { communityId, id }, select: PERSON })) ?? undefined;
}

export async function findPersonByToken(tx: Tx, communityId: number, token: string): Promise<Person | undefined> {
  const row = await tx.person.findUnique({ where: { communityId_token: { communityId, token } }, select: PERSON });
  return row ?? undefined;
}

export async function insertPerson(
  tx: Tx,
  communityId: number,
  name: string,
  isFriend: boolean,
  at: Date,
): Promise<Person> {
  return tx.person.create({ data: { communityId, name, isFriend, seenAt: at }, select: PERSON });
}

export async function updatePerson(
  tx: Tx,
  communityId: number,
  id: number,
  change: {
    readonly name?: string;
    readonly isFriend?: boolean;
    readonly token?: string;
    readonly remarkedAt?: Date | null;
  },
): Promise<void> {
  await tx.person.updateMany({ where: { communityId, id }, data: change });
}

/** Friends reachable in this session whose remark has not been set yet. */
export async function findUnmarkedFriends(
  tx: Tx,
  communityId: number,
  sessionId: number,
): Promise<readonly (Person & { readonly outsideId: string })[]> {
  const people = await tx.person.findMany({ where: { communityId, isFriend: true, remarkedAt: null }, select: PERSON });
  const found: (Person & { readonly outsideId: string })[] = [];
  for (const person of people) {
    const row = await tx.chatIdentity.findFirst({
      where: { communityId, sessionId, kind: 'person', ourId: person.id },
      select: { outsideId: true },
    });
    if (row !== null) found.push({ ...person, outsideId: row.outsideId });
  }
  return found;
}

/** Makes a person the one who acts as that staff member; whoever was it before no longer is. */
export async function pairStaff(tx: Tx, communityId: number, staffId: number, personId: number): Promise<void> {
  await tx.staff.updateMany({ where: { communityId, personId }, data: { personId: null } });
  await tx.staff.updateMany({ where: { communityId, id: staffId }, data: { personId } });
}

export async function readRoster(tx: Tx, communityId: number, roomId: number): Promise<readonly string[] | undefined> {
  const row = await tx.roomRoster.findUnique({ where: { communityId_roomId: { communityId, roomId } } });
  return row === null ? undefined : (JSON.parse(row.prints) as string[]);
}

export async function writeRoster(
  tx: Tx,
  communityId: number,
  roomId: number,
  prints: readonly string[],
  at: Date,
): Promise<void> {
  const data = { prints: JSON.stringify(prints), takenAt: at };
  await tx.roomRoster.upsert({
    where: { communityId_roomId: { communityId, roomId } },
    create: { communityId, roomId, ...data },
    update: data,
  });
}

/** Whether one of ours is known in a login session. */
export async function findOurTie(
  tx: Tx,
  communityId: number,
  sessionId: number,
  kind: 'person' | 'room',
  ourId: number,
): Promise<boolean> {
  const row = await tx.chatIdentity.findFirst({
    where: { communityId, sessionId, kind, ourId },
    select: { ourId: true },
  });
  return row !== null;
}

/** The friends whose remark was set in the login session of that key. */
export async function findMarkedFriends(
  tx: Tx,
  communityId: number,
  sessionKey: string,
): Promise<readonly { readonly outsideId: string; readonly name: string; readonly token: string }[]> {
  const session = await tx.loginSession.findUnique({ where: { communityId_key: { communityId, key: sessionKey } } });
  if (session === null) return [];
  const ties = await tx.chatIdentity.findMany({ where: { communityId, sessionId: session.id, kind: 'person' } });
  const outsideIds = new Map(ties.map((row) => [row.ourId, row.outsideId]));
  const people = await tx.person.findMany({
    where: { communityId, id: { in: [...outsideIds.keys()] }, remarkedAt: { not: null }, token: { not: null } },
  });
  return people.flatMap(({ id, name, token }) => {
    const outsideId = outsideIds.get(id);
    return outsideId === undefined || token === null ? [] : [{ outsideId, name, token }];
  });
}

/** How many of the staff have paired, and how many rooms are bound in the last login session. */
export async function findTies(
  tx: Tx,
  communityId: number,
): Promise<{ readonly staff: number; readonly paired: number; readonly rooms: number; readonly bound: number }> {
  const session = await tx.loginSession.findFirst({
    where: { communityId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return {
    staff: await tx.staff.count({ where: { communityId, active: true } }),
    paired: await tx.staff.count({ where: { communityId, active: true, personId: { not: null } } }),
    rooms: await tx.room.count({ where: { communityId, active: true } }),
    bound:
      session === null
        ? 0
        : await tx.chatIdentity.count({ where: { communityId, sessionId: session.id, kind: 'room' } }),
  };
}
