import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import SqliteConnection from 'better-sqlite3';
import type { Database as Connection } from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Migration } from '../src/adapters/db/migration-files.ts';
import { rebuildsFor, withChecks } from './checks.ts';
import type { Unions } from './checks.ts';
import { schemaDifference } from './schema-engine.ts';

/**
 * The SQL that is missing between the migrations and the schema; empty when the migrations make exactly the schema.
 * The migrations are replayed into an empty database in a temporary folder, and that is compared.
 */
export async function missingSql(migrations: readonly Migration[], schema: string, unions: Unions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-schema-'));
  const path = join(folder, 'replayed.db');
  try {
    onDatabase(path, (database) => {
      for (const { sql } of migrations) database.exec(sql);
    });
    const script = withChecks(await schemaDifference(new PrismaBetterSqlite3({ url: path }), schema), unions);
    const rebuilds = onDatabase(path, (database) => {
      database.exec(script);
      return rebuildsFor(database, unions);
    });
    return [script, rebuilds].filter((part) => part !== '').join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function onDatabase<Value>(path: string, work: (database: Connection) => Value): Value {
  const database = new SqliteConnection(path);
  try {
    // As the program applies them, see src/adapters/db/migrate.ts.
    database.pragma('foreign_keys = OFF');
    return work(database);
  } finally {
    database.close();
  }
}
