import SqliteConnection from 'better-sqlite3';
import type { Database as Connection } from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { backUp } from './backup.ts';
import { ensurePrivateFile } from './file.ts';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { makeMigrationTable, recordedMigrations, recordMigration } from './migration-table.ts';

/** Why the database was left as it is; `docs/tables.md` says what to do about each. */
export type MigrationProblem =
  /** A migration that was applied once reads differently now. */
  | 'edited'
  /** A migration was begun (by Prisma's own command) and did not end. */
  | 'failed'
  /** The database has a migration that this version of the program does not know: it is the older one. */
  | 'unknown'
  /** A migration cannot be applied; nothing of it has been. */
  | 'broken';

/** The database and the migrations do not fit together. The program must not run on it. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: MigrationProblem;
  readonly migration: string;

  constructor(code: MigrationProblem, migration: string, message: string) {
    super(`migration ${migration} ${message}`);
    this.code = code;
    this.migration = migration;
  }
}

/** What `applyMigrations` has done. */
export interface MigrationOutcome {
  /** The names of the migrations applied, in order; none if the database was up to date. */
  readonly applied: readonly string[];
  /** Where the copy is that was made before; only if there was something to copy. */
  readonly backup?: string;
}

/**
 * Brings the SQLite file `path` (made if missing) to the newest migration, after a backup if it holds anything. Each
 * migration is one transaction and is recorded as Prisma records it. Throws MigrationRefused, and then nothing but the
 * migrations before the refused one is applied.
 */
export function applyMigrations(
  path: string,
  at: Date,
  migrations: readonly Migration[] = readMigrations(),
): MigrationOutcome {
  ensurePrivateFile(path);
  // A table that is made anew is dropped in between; with foreign keys on, the rows that point to it would go too.
  const database = new SqliteConnection(path, { timeout: 10_000 });
  try {
    database.pragma('foreign_keys = OFF');
    const pending = pendingMigrations(database, migrations);
    if (pending.length === 0) return { applied: [] };
    const backup = hasTables(database) ? backUp(database, path, at) : undefined;
    const applied: string[] = [];
    try {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      for (const migration of pending) if (apply(database, migration, migrations, at)) applied.push(migration.name);
    } catch (error) {
      // Nothing has changed, so the copy is of no use; a program that is started again and again would fill the disk.
      if (backup !== undefined && applied.length === 0) rmSync(backup);
      throw error;
    }
    return { applied, ...(backup === undefined ? {} : { backup }) };
  } finally {
    database.close();
  }
}

/** How a database stands to the migrations of this program. */
export interface MigrationState {
  readonly applied: number;
  readonly pending: number;
  readonly problem?: MigrationRefused;
}

/** Looks, and changes nothing. */
export function migrationState(path: string, migrations: readonly Migration[] = readMigrations()): MigrationState {
  const database = new SqliteConnection(path, { readonly: true, fileMustExist: true });
  try {
    const pending = pendingMigrations(database, migrations).length;
    return { applied: migrations.length - pending, pending };
  } catch (error) {
    if (error instanceof MigrationRefused) return { applied: 0, pending: 0, problem: error };
    throw error;
  } finally {
    database.close();
  }
}

function hasTables(database: Connection): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1`).get() !== undefined;
}

function pendingMigrations(database: Connection, migrations: readonly Migration[]): Migration[] {
  const recorded = recordedMigrations(database);
  for (const { name, checksum, finished } of recorded) {
    if (finished === null) throw new MigrationRefused('failed', name, 'was begun and did not end');
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined)
      throw new MigrationRefused('unknown', name, 'is in the database but not in this version of the program');
    if (known.checksum !== checksum)
      throw new MigrationRefused('edited', name, 'was changed after it had been applied');
  }
  const done = new Set(recorded.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** Applies one migration, unless another process has done so in the meantime. */
function apply(database: Connection, migration: Migration, all: readonly Migration[], at: Date): boolean {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (!pendingMigrations(database, all).includes(migration)) return false;
    makeMigrationTable(database);
    run(database, migration);
    recordMigration(database, migration, at);
    database.exec('COMMIT');
    return true;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function run(database: Connection, { name, sql }: Migration): void {
  try {
    database.exec(sql);
  } catch (error) {
    throw new MigrationRefused(
      'broken',
      name,
      `cannot be applied: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!database.inTransaction) throw new MigrationRefused('broken', name, 'ends the transaction that it runs in');
  const orphans = database.prepare('PRAGMA foreign_key_check').all();
  if (orphans.length > 0)
    throw new MigrationRefused('broken', name, `leaves ${String(orphans.length)} rows that point to nothing`);
}
