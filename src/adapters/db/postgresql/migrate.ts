import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type Migration, migrationsFolder, readMigrations } from '../migration-files.ts';
import {
  broken,
  MigrationRefused,
  type MigrationState,
  pendingOf,
  type RecordedMigration,
  stateOf,
} from '../migration-plan.ts';
import { withClient } from './client.ts';

/** The lock under which Prisma's own commands migrate too. */
const MIGRATION_LOCK = 72707369;

/** Column for column as Prisma makes it. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum"              VARCHAR(64) NOT NULL,
  "finished_at"           TIMESTAMPTZ,
  "migration_name"        VARCHAR(255) NOT NULL,
  "logs"                  TEXT,
  "rolled_back_at"        TIMESTAMPTZ,
  "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

const ours = (): Migration[] => readMigrations(migrationsFolder('postgresql'));

/**
 * Brings the database to the newest migration; each is one transaction and is recorded as Prisma records it. Processes
 * that start together do so one after another. Nothing is copied before: backups of a server are its keeper's. Returns
 * the names of those applied. Throws MigrationRefused, or ServerRefused where the server itself does not serve.
 */
export async function applyPostgresMigrations(
  address: string,
  at: Date,
  migrations: readonly Migration[] = ours(),
): Promise<readonly string[]> {
  return withClient(address, async (client) => {
    // Another process may be at a long one.
    await client.query('SET lock_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = pendingOf(await recordedMigrations(client), migrations);
    for (const migration of pending) await apply(client, migration, at);
    // The lock ends with the connection.
    return pending.map(({ name }) => name);
  });
}

/** Looks, and changes nothing. */
export async function postgresMigrationState(address: string): Promise<MigrationState> {
  return withClient(address, async (client) => stateOf(await recordedMigrations(client), ours()));
}

async function recordedMigrations(client: Client): Promise<RecordedMigration[]> {
  const found = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  if (found.rows[0]?.found !== true) return [];
  const { rows } = await client.query<RecordedMigration>(
    `SELECT migration_name AS name, checksum, finished_at AS finished FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

async function apply(client: Client, migration: Migration, at: Date): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(TABLE);
    await run(client, migration);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $4, 1)`,
      [randomUUID(), migration.checksum, migration.name, at.toISOString()],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function run(client: Client, migration: Migration): Promise<void> {
  const transaction = async (): Promise<unknown> =>
    (await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')).rows[0]?.id;
  const before = await transaction();
  try {
    await client.query(migration.sql);
  } catch (error) {
    // What the role may not do is for its keeper to allow.
    if (error instanceof Error && 'code' in error && error.code === '42501') throw error;
    throw broken(migration, error);
  }
  if ((await transaction()) !== before)
    throw new MigrationRefused('broken', migration.name, 'ends the transaction that it runs in');
}
