import SqliteConnection from 'better-sqlite3';
import type { Database as Connection } from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { backUp } from './backup.ts';
import { ensurePrivateFile } from './file.ts';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { broken, MigrationRefused, type MigrationState, pendingOf, stateOf } from './migration-plan.ts';
import { makeMigrationTable, recordedMigrations, recordMigration } from './migration-table.ts';

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
    const pending = pendingOf(recordedMigrations(database), migrations);
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

/** Looks, and changes nothing. */
export function migrationState(path: string, migrations: readonly Migration[] = readMigrations()): MigrationState {
  const database = new SqliteConnection(path, { readonly: true, fileMustExist: true });
  try {
    return stateOf(recordedMigrations(database), migrations);
  } finally {
    database.close();
  }
}

function hasTables(database: Connection): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1`).get() !== undefined;
}

/** Applies one migration, unless another process has done so in the meantime. */
function apply(database: Connection, migration: Migration, all: readonly Migration[], at: Date): boolean {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (!pendingOf(recordedMigrations(database), all).includes(migration)) return false;
    makeMigrationTable(database);
    run(database, migration);
    recordMigration(database, migration, at);
    database.exec('COMMIT');
    return true;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function run(database: Connection, migration: Migration): void {
  try {
    database.exec(migration.sql);
  } catch (error) {
    throw broken(migration, error);
  }
  const { name } = migration;
  if (!database.inTransaction) throw new MigrationRefused('broken', name, 'ends the transaction that it runs in');
  const orphans = database.prepare('PRAGMA foreign_key_check').all();
  if (orphans.length > 0)
    throw new MigrationRefused('broken', name, `leaves ${String(orphans.length)} rows that point to nothing`);
}
