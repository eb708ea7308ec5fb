import type { Database as Connection } from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import type { Migration } from './migration-files.ts';
import type { RecordedMigration } from './migration-plan.ts';

/** Makes the table `_prisma_migrations`, column for column as Prisma makes it, unless it is there. */
export function makeMigrationTable(database: Connection): void {
  database.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`);
}

/** The migrations that the database has or has begun; those marked as rolled back count as never begun. */
export function recordedMigrations(database: Connection): RecordedMigration[] {
  const exists = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
  if (exists === undefined) return [];
  return database
    .prepare<[], RecordedMigration>(
      `SELECT migration_name AS name, checksum, finished_at AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all();
}

/** Records that a migration has been applied; to be called in the transaction that applies it. */
export function recordMigration(database: Connection, { name, checksum }: Migration, at: Date): void {
  const moment = at.toISOString().replace('Z', '+00:00');
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, name, moment, moment);
}
