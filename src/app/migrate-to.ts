import { existsSync } from 'node:fs';
import { databasePath } from '../adapters/db/file.ts';
import { type Lock, lockDatabase } from '../adapters/db/lock.ts';
import { isReadableAddress, sayAddress } from '../adapters/db/postgresql/address.ts';
import { type Copied, copyToPostgres, NotEmpty } from '../adapters/db/postgresql/copy.ts';
import { applyPostgresMigrations } from '../adapters/db/postgresql/migrate.ts';
import { systemClock } from '../kernel/clock.ts';
import { currentProfile } from './community.ts';
import type { Config } from './config.ts';
import { print, readSettings } from './console.ts';
import { databaseFile, openMigrated, StartRefused, takeDataDir } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { orRefused } from './server.ts';
import { texts } from './texts.ts';

/** Where to: what was typed, or what the settings say already. */
function targetOf(args: readonly string[], config: Config): string {
  const [address = config.DATABASE_URL ?? '', ...more] = args;
  if (more.length > 0 || !isReadableAddress(address))
    throw new StartRefused(
      texts.migrateUsage({ command: 'npm run migrate-to -- postgresql://USER:PASSWORD@HOST/DATABASE' }),
    );
  return address;
}

/** Both locks that a bot on the file would have. Throws StartRefused while one is running. */
function takeSource(config: Config, path: string): readonly Lock[] {
  const folder = takeDataDir(config.DATA_DIR);
  const file = lockDatabase(path);
  if (file.ok) return [folder, file.value];
  folder.release();
  throw new StartRefused(texts.held({ folder: path }));
}

/** Copies a file into a server's empty database. Throws StartRefused; the file stays as it is. */
export async function moveCommunity(path: string, address: string): Promise<readonly Copied[]> {
  if (!existsSync(path)) throw new StartRefused(texts.noDatabase({ path, command: 'npm start' }));
  const at = systemClock.now();
  const database = await openMigrated(path, at);
  const name = (await currentProfile(database))?.name;
  await database.close();
  if (name === undefined) throw new StartRefused(texts.noCommunity({ command: 'npm start' }));
  await orRefused(name, applyPostgresMigrations(address, at));
  try {
    return await orRefused(name, copyToPostgres(path, address, name));
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error;
    throw new StartRefused(texts.notEmptyServer({ address: sayAddress(address), tables: error.tables.join('、') }));
  }
}

/** `npm run migrate-to -- postgresql://…`: from the file to a server, once. Returns the exit status. */
export async function migrateTo(args: readonly string[]): Promise<number> {
  const config = readSettings();
  const address = targetOf(args, config);
  const path =
    config.DATABASE_URL?.startsWith('file:') === true
      ? databasePath(config.DATABASE_URL)
      : databaseFile(config.DATA_DIR);
  const locks = takeSource(config, path);
  try {
    const copied = await moveCommunity(path, address);
    for (const { table, from, to } of copied) print(texts.copiedTable({ table: table.padEnd(20), from, to }));
    const isWhole = copied.every(({ from, to }) => from === to);
    print(isWhole ? texts.moved({ address: sayAddress(address), setting: 'DATABASE_URL' }) : texts.notMoved());
    return isWhole ? EXIT.done : EXIT.broken;
  } finally {
    for (const lock of locks) lock.release();
  }
}
