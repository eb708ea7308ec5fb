import { findRooms, findStaff } from '../engine/identity/store.ts';
import { findProfileVersion } from '../engine/community/store.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { importCommunity, readCommunityFile } from './community.ts';
import { print, readSettings } from './console.ts';
import { databaseFile, ensureDataDir, openMigrated, StartRefused } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { texts } from './texts.ts';

/** The rooms and the staff that are in use. */
async function names(
  database: Database,
): Promise<{ readonly rooms: readonly string[]; readonly staff: readonly string[] }> {
  return database.transaction(async (tx) => {
    const known = await findProfileVersion(tx);
    if (known === undefined) return { rooms: [], staff: [] };
    return {
      rooms: (await findRooms(tx, known.id)).map((room) => room.topic),
      staff: (await findStaff(tx, known.id)).map((member) => member.name),
    };
  });
}

const without = (names: readonly string[], others: readonly string[]): string =>
  names.filter((name) => !others.includes(name)).join('、');

/** What an import changed, so that a wrong file is seen at once. */
function printChanges(before: Awaited<ReturnType<typeof names>>, after: Awaited<ReturnType<typeof names>>): void {
  const changes = [
    [texts.roomsAdded, without(after.rooms, before.rooms)],
    [texts.roomsGone, without(before.rooms, after.rooms)],
    [texts.staffAdded, without(after.staff, before.staff)],
    [texts.staffGone, without(before.staff, after.staff)],
  ] as const;
  for (const [line, changed] of changes) if (changed !== '') print(line({ names: changed }));
}

async function importFile(file: string): Promise<number> {
  readCommunityFile(file); // every mistake is told before anything is made
  const { DATA_DIR } = readSettings();
  ensureDataDir(DATA_DIR);
  const database = await openMigrated(databaseFile(DATA_DIR), systemClock.now());
  try {
    const before = await names(database);
    const { name, rooms, staff } = await importCommunity(database, file, systemClock.now());
    print(texts.imported({ name, rooms: rooms.length, staff: staff.length }));
    printChanges(before, await names(database));
    return EXIT.done;
  } finally {
    await database.close();
  }
}

const usage = (): string =>
  texts.communityUsage({ command: 'npm run community -- import FILE', check: 'npm run community -- check FILE' });

/** `npm run community -- import FILE` and `-- check FILE`. Returns the exit status. */
export async function community(args: readonly string[]): Promise<number> {
  const [action, file, ...more] = args;
  if (file === undefined || more.length > 0) throw new StartRefused(usage());
  if (action === 'import') return importFile(file);
  if (action !== 'check') throw new StartRefused(usage());
  const { profile } = readCommunityFile(file);
  print(texts.checked({ name: profile.name, rooms: profile.rooms.length, staff: profile.staff.length }));
  return EXIT.done;
}
