import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder, readMigrations, type Store } from '../src/adapters/db/migration-files.ts';
import { projectRoot } from '../src/adapters/db/project-root.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { missingSql } from './schema-diff.ts';
import { missingPostgresqlSql } from './schema-diff-postgresql.ts';
import { UNIONS } from './unions.ts';

/**
 * Writes a migration for each store, prisma/migrations/<moment>_<name> and prisma/postgresql/migrations/<moment>_<name>,
 * with what prisma/schema.prisma and the lists in unions.ts have more than the migrations so far. It may be run again
 * and again: where the migrations make the schema already, nothing is written. `--fresh` writes them all anew as one:
 * only while no database in use has them.
 */
const USAGE = 'usage: npm run migration -- NAME [--fresh]   (NAME: lower case, digits, _)';
const DIFFERENCES = { sqlite: missingSql, postgresql: missingPostgresqlSql } as const;

async function author(store: Store, name: string, isFresh: boolean, now: string): Promise<void> {
  const folder = migrationsFolder(store);
  const existing = readMigrations(folder);
  const schema = readFileSync(join(projectRoot(import.meta.url), 'prisma', 'schema.prisma'), 'utf8');
  const sql = await DIFFERENCES[store](isFresh ? [] : existing, schema, UNIONS);
  if (sql === '') {
    say(`${store}: the migrations make the schema already, nothing to do.`);
    return;
  }
  // A fresh one keeps the first one's moment, so that history shows a changed file instead of a moved one.
  const moment = (isFresh ? existing[0]?.name.slice(0, 14) : undefined) ?? now;
  if (isFresh) for (const migration of existing) rmSync(join(folder, migration.name), { recursive: true });
  const made = join(folder, `${moment}_${name}`);
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, 'migration.sql'), sql);
  say(`${made}: read it before you commit it.`);
}

function stamp(at: Date): string {
  return at.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const words = process.argv.slice(2);
const [name, ...more] = words.filter((word) => word !== '--fresh');
if (name === undefined || more.length > 0 || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const now = stamp(systemClock.now());
  for (const store of ['sqlite', 'postgresql'] as const) await author(store, name, words.includes('--fresh'), now);
}
