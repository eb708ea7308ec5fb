import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import SqliteConnection from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations } from '../../../src/adapters/db/migrate.ts';
import { MigrationRefused } from '../../../src/adapters/db/migration-plan.ts';
import { migrationsFolder, readMigrations } from '../../../src/adapters/db/migration-files.ts';
import type { Migration } from '../../../src/adapters/db/migration-files.ts';
import { openSchemaEngine } from '../../../scripts/schema-engine.ts';
import { temporaryFolder } from '../../kit/database.ts';

const AT = new Date('2026-03-02T08:00:00Z');
const LATER = new Date('2026-04-02T08:00:00.500Z');

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'liuxin.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const ONE = migration('20260101000000_one', 'CREATE TABLE one (a INTEGER); INSERT INTO one VALUES (1);');
const TWO = migration('20260201000000_two', 'CREATE TABLE two (b INTEGER); DELETE FROM one;');

function query(sql: string, file: string = path): unknown[] {
  const database = new SqliteConnection(file, { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function execute(sql: string): void {
  const database = new SqliteConnection(path);
  database.exec(sql);
  database.close();
}

function refusal(migrations: readonly Migration[]): Pick<MigrationRefused, 'code' | 'migration' | 'message'> {
  try {
    applyMigrations(path, LATER, migrations);
  } catch (error) {
    if (error instanceof MigrationRefused)
      return { code: error.code, migration: error.migration, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a new file gets every migration once, without a backup, and only its owner can read it', () => {
  expect(applyMigrations(path, AT, [ONE, TWO])).toEqual({ applied: [ONE.name, TWO.name] });
  expect(applyMigrations(path, LATER, [ONE, TWO])).toEqual({ applied: [] });
  expect(readdirSync(folder)).toEqual(['liuxin.db']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what is recorded is what Prisma records', async () => {
  const applied = readMigrations();
  applyMigrations(path, AT);
  const moment = '2026-03-02T08:00:00.000+00:00';
  expect(
    query('SELECT migration_name, checksum, started_at, finished_at, applied_steps_count FROM _prisma_migrations'),
  ).toEqual(
    applied.map(({ name, checksum }) => ({
      migration_name: name,
      checksum,
      started_at: moment,
      finished_at: moment,
      applied_steps_count: 1,
    })),
  );
  const schema = readFileSync(join(migrationsFolder(), '..', 'schema.prisma'), 'utf8');
  const engine = await openSchemaEngine(new PrismaBetterSqlite3({ url: path }), schema);
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: migrationsFolder(),
      lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"' },
      shadowDbInitScript: '',
      migrationDirectories: applied.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
    optInToShadowDatabase: false,
  });
  engine.free();
  expect(diagnosis).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

test('a file that holds something is copied before it is changed', () => {
  applyMigrations(path, AT, [ONE]);
  const { applied, backup } = applyMigrations(path, LATER, [ONE, TWO]);
  expect(applied).toEqual([TWO.name]);
  expect(backup).toBe(join(folder, 'backups', 'liuxin-20260402T080000-500Z.db'));
  if (backup === undefined) return;
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  expect(query('SELECT * FROM one', backup)).toEqual([{ a: 1 }]);
  expect(query('SELECT * FROM one')).toEqual([]);
});

test('a backup holds what is only in the write-ahead log yet', () => {
  applyMigrations(path, AT, [ONE]);
  const writer = new SqliteConnection(path);
  writer.exec('INSERT INTO one VALUES (2)');
  const { backup = '' } = applyMigrations(path, LATER, [ONE, TWO]);
  writer.close();
  expect(query('SELECT * FROM one', backup)).toEqual([{ a: 1 }, { a: 2 }]);
});

test('a backup can be put back in place', () => {
  applyMigrations(path, AT, [ONE]);
  const { backup = '' } = applyMigrations(path, LATER, [ONE, TWO]);
  copyFileSync(backup, path);
  expect(applyMigrations(path, AT, [ONE])).toEqual({ applied: [] });
  expect(query('SELECT * FROM one')).toEqual([{ a: 1 }]);
});

test('a migration that was edited is refused', () => {
  applyMigrations(path, AT, [ONE]);
  const edited = migration(ONE.name, `${ONE.sql} `);
  expect(refusal([edited, TWO])).toEqual({
    code: 'edited',
    migration: ONE.name,
    message: `migration ${ONE.name} was changed after it had been applied`,
  });
  expect(readdirSync(folder)).toEqual(['liuxin.db']);
});

test('a migration that did not end is refused, until it is marked as rolled back', () => {
  applyMigrations(path, AT, [ONE]);
  execute(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', '${TWO.checksum}', '${TWO.name}')`,
  );
  expect(refusal([ONE, TWO])).toMatchObject({ code: 'failed', migration: TWO.name });
  execute(`UPDATE _prisma_migrations SET rolled_back_at = '2026-03-03T08:00:00.000+00:00' WHERE id = 'x'`);
  expect(applyMigrations(path, LATER, [ONE, TWO]).applied).toEqual([TWO.name]);
});

test('a database of a newer version is refused', () => {
  applyMigrations(path, AT, [ONE, TWO]);
  expect(refusal([ONE])).toMatchObject({ code: 'unknown', migration: TWO.name });
});

test('a migration that cannot be applied leaves nothing behind, and those before it stay', () => {
  applyMigrations(path, AT, [ONE]);
  const broken = migration('20260301000000_broken', 'CREATE TABLE three (c INTEGER); INSERT INTO missing VALUES (1);');
  expect(refusal([ONE, broken])).toMatchObject({ code: 'broken', migration: broken.name });
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  expect(refusal([ONE, TWO, broken])).toMatchObject({ code: 'broken', migration: broken.name });
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  expect(query(`SELECT name FROM sqlite_master WHERE name IN ('one', 'two', 'three') ORDER BY name`)).toEqual([
    { name: 'one' },
    { name: 'two' },
  ]);
  expect(applyMigrations(path, LATER, [ONE, TWO])).toEqual({ applied: [] });
});

test.each(['COMMIT;', 'ROLLBACK;'])('a migration cannot leave its transaction by %s', (end) => {
  const leaving = migration('20260301000000_leaving', `CREATE TABLE three (c INTEGER); ${end}`);
  expect(refusal([leaving])).toMatchObject({ code: 'broken' });
  expect(query("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")).toHaveLength(
    end === 'COMMIT;' ? 1 : 0,
  );
});

test('a table that is made anew keeps the rows that point to it', () => {
  const linked = migration(
    '20260101000000_linked',
    `CREATE TABLE a (id INTEGER PRIMARY KEY);
     CREATE TABLE b (a INTEGER REFERENCES a (id) ON DELETE CASCADE);
     INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);`,
  );
  const anew = migration(
    '20260102000000_anew',
    `CREATE TABLE new_a (id INTEGER PRIMARY KEY, more TEXT); INSERT INTO new_a (id) SELECT id FROM a;
     DROP TABLE a; ALTER TABLE new_a RENAME TO a;`,
  );
  applyMigrations(path, AT, [linked, anew]);
  expect(query('SELECT a FROM b')).toEqual([{ a: 1 }]);
  const orphaning = migration('20260103000000_orphaning', 'DELETE FROM a;');
  expect(refusal([linked, anew, orphaning])).toMatchObject({ code: 'broken', migration: orphaning.name });
});

test('something that is no database is not touched', () => {
  copyFileSync(import.meta.filename, path);
  expect(() => applyMigrations(path, AT, [ONE])).toThrow('not a database');
  expect(readFileSync(path)).toEqual(readFileSync(import.meta.filename));
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});
