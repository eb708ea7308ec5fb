import { writeFileSync } from 'node:fs';
import { findRooms, findStaff } from '../engine/identity/store.ts';
import { findProfileText, findProfileVersion } from '../engine/community/store.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { importCommunity, readCommunityFile } from './community.ts';
import { print, readSettings, withDatabase } from './console.ts';
import { ensureDataDir, StartRefused } from './data-dir.ts';
import { addressOf, openStore } from './database.ts';
import { EXIT } from './lifecycle.ts';
import { texts } from './texts.ts';

/** The rooms and the staff that are in use. */
async function names(
  database: Database,
): Promise<{ readonly rooms: readonly string[]; readonly staff: readonly string[] }> {
  return database.transaction(async (tx) => {
    const known = await findProfileVersion(tx, database.community);
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
  const { profile } = readCommunityFile(file); // every mistake is told before anything is made
  const config = readSettings();
  ensureDataDir(config.DATA_DIR);
  // On a server a file of another name is another community; a file of a store's own becomes the one that it holds.
  const database = await openStore(addressOf(config), systemClock.now(), profile.name, 'beside');
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

/** The profile as it stands, to a file that is not there yet, or to standard output. */
async function exportProfile(file: string | undefined): Promise<number> {
  const source = await withDatabase((database) =>
    database.transaction(async (tx) => {
      const known = await findProfileVersion(tx, database.community);
      return known === undefined ? undefined : findProfileText(tx, known.id);
    }),
  );
  if (source === undefined) throw new StartRefused(texts.noCommunity({ command: 'npm start' }));
  if (file === undefined) {
    process.stdout.write(source);
    return EXIT.done;
  }
  try {
    writeFileSync(file, source, { flag: 'wx', mode: 0o600 });
  } catch {
    throw new StartRefused(texts.cannotWrite({ file }));
  }
  print(texts.exported({ file }));
  return EXIT.done;
}

const usage = (): string =>
  texts.communityUsage({
    command: 'npm run community -- import FILE',
    check: 'npm run community -- check FILE',
    export: 'npm run community -- export [FILE]',
  });

/** `npm run community -- import FILE`, `-- check FILE` and `-- export [FILE]`. Returns the exit status. */
export async function community(args: readonly string[]): Promise<number> {
  const [action, file, ...more] = args;
  if (more.length > 0) throw new StartRefused(usage());
  if (action === 'export') return exportProfile(file);
  if (file === undefined) throw new StartRefused(usage());
  if (action === 'import') return importFile(file);
  if (action !== 'check') throw new StartRefused(usage());
  const { profile } = readCommunityFile(file);
  print(texts.checked({ name: profile.name, rooms: profile.rooms.length, staff: profile.staff.length }));
  return EXIT.done;
}
