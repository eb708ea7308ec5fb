import type { Tx } from '../tx.ts';
import type { Profile } from './profile.ts';

/** The counters of a new community: cases from 101, the others from 1. */
const COUNTERS = { case: 100, broadcast: 0, material: 0, booking: 0 } as const;
export type CounterName = keyof typeof COUNTERS;

/** The community of that name; without one, that of a store that holds no other. */
export async function findProfileVersion(
  tx: Tx,
  name: string | undefined,
): Promise<{ readonly id: number; readonly version: number } | undefined> {
  const row = await tx.community.findFirst({
    where: name === undefined ? {} : { name },
    select: { id: true, profileVersion: true },
    orderBy: { id: 'asc' },
  });
  return row === null ? undefined : { id: row.id, version: row.profileVersion };
}

/** The names of all communities of the store. */
export async function findCommunityNames(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.community.findMany({ select: { name: true }, orderBy: { id: 'asc' } });
  return rows.map((row) => row.name);
}

/** The profile as it was imported (YAML). */
export async function findProfileText(tx: Tx, id: number): Promise<string> {
  const row = await tx.community.findUniqueOrThrow({ where: { id }, select: { profile: true } });
  return row.profile;
}

/** The next running number of that kind, taken for good. */
export async function takeNumber(tx: Tx, communityId: number, name: CounterName): Promise<number> {
  // A community that was imported before there was anything of that kind to count has no counter yet.
  const row = await tx.counter.upsert({
    where: { communityId_name: { communityId, name } },
    create: { communityId, name, value: COUNTERS[name] + 1 },
    update: { value: { increment: 1 } },
  });
  return row.value;
}

/** Gives back what `takeNumber` has just taken in this transaction, where nothing has come of it. */
export async function returnNumber(tx: Tx, communityId: number, name: CounterName, no: number): Promise<void> {
  await tx.counter.updateMany({ where: { communityId, name, value: no }, data: { value: { decrement: 1 } } });
}

/**
 * Writes the profile, its rooms and its staff; rooms and staff that it no longer names are put out of use. `community`
 * is the name of the one that it replaces, as for {@link findProfileVersion}.
 */
export async function writeProfile(
  tx: Tx,
  community: string | undefined,
  profile: Profile,
  source: string,
  at: Date,
): Promise<number> {
  const known = await findProfileVersion(tx, community);
  const data = { name: profile.name, profile: source, importedAt: at };
  const communityId =
    known === undefined
      ? (await tx.community.create({ data: { ...data, profileVersion: 1 } })).id
      : (await tx.community.update({ where: { id: known.id }, data: { ...data, profileVersion: known.version + 1 } }))
          .id;
  for (const [name, value] of Object.entries(COUNTERS)) {
    const key = { communityId, name };
    await tx.counter.upsert({ where: { communityId_name: key }, create: { ...key, value }, update: {} });
  }
  await writeRooms(tx, communityId, profile);
  await writeStaff(tx, communityId, profile);
  return communityId;
}

async function writeRooms(tx: Tx, communityId: number, profile: Profile): Promise<void> {
  const topics = profile.rooms.map((room) => room.topic);
  await tx.room.updateMany({ where: { communityId, topic: { notIn: topics } }, data: { active: false } });
  for (const room of profile.rooms) {
    const data = { kind: room.kind, grid: room.grid ?? null, compound: room.compound ?? null, active: true };
    const key = { communityId, topic: room.topic };
    await tx.room.upsert({ where: { communityId_topic: key }, create: { ...key, ...data }, update: data });
  }
}

async function writeStaff(tx: Tx, communityId: number, profile: Profile): Promise<void> {
  const names = profile.staff.map((member) => member.name);
  // Whoever has left loses the tie to a person with it: authority ends with the profile.
  await tx.staff.updateMany({
    where: { communityId, name: { notIn: names } },
    data: { active: false, personId: null },
  });
  for (const member of profile.staff) {
    const data = {
      role: member.role,
      grid: member.grid ?? null,
      area: member.of ?? member.field ?? null,
      active: true,
    };
    const key = { communityId, name: member.name };
    await tx.staff.upsert({ where: { communityId_name: key }, create: { ...key, ...data }, update: data });
  }
}
