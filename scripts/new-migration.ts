import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder, readMigrations } from '../src/adapters/db/migration-files.ts';
import { projectRoot } from '../src/adapters/db/project-root.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { missingSql } from './schema-diff.ts';
import { UNIONS } from './unions.ts';

/**
 * Writes prisma/migrations/<moment>_<name>/migration.sql with what prisma/schema.prisma and the lists in unions.ts have
 * more than the migrations so far. `--fresh` writes them all anew as one: only while no database in use has them.
 */
const USAGE = 'usage: npm run migration -- NAME [--fresh]   (NAME: lower case, digits, _)';
const folder = migrationsFolder();

async function author(name: string, isFresh: boolean): Promise<void> {
  const existing = readMigrations(folder);
  const schema = readFileSync(join(projectRoot(import.meta.url), 'prisma', 'schema.prisma'), 'utf8');
  const sql = await missingSql(isFresh ? [] : existing, schema, UNIONS);
  if (sql === '') {
    say('The migrations make the schema already: nothing to do.');
    return;
  }
  // A fresh one keeps the first one's moment, so that history shows a changed file instead of a moved one.
  const moment = (isFresh ? existing[0]?.name.slice(0, 14) : undefined) ?? stamp(systemClock.now());
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
  await author(name, words.includes('--fresh'));
}
