import { PGlite } from '@electric-sql/pglite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkFor } from '../../scripts/checks.ts';
import { postgresqlSchema } from '../../scripts/postgresql-schema.ts';
import { missingPostgresqlSql } from '../../scripts/schema-diff-postgresql.ts';
import { UNIONS } from '../../scripts/unions.ts';
import { migrationsFolder, readMigrations } from '../../src/adapters/db/migration-files.ts';

// Each test starts a PostgreSQL in memory, which is slow to come.
vi.setConfig({ testTimeout: 120_000 });

const schema = readFileSync(join(migrationsFolder('sqlite'), '..', 'schema.prisma'), 'utf8');
const migrations = readMigrations(migrationsFolder('postgresql'));
const REMEDY = 'The migrations lack something: `npm run migration -- NAME` writes it.';

test('the migrations for PostgreSQL make exactly the schema, and every list of words', async () => {
  expect(await missingPostgresqlSql(migrations, schema, UNIONS), REMEDY).toBe('');
});

test('a column that only the schema has is noticed', async () => {
  const more = schema.replace('model Counter {', 'model Counter {\n  planted DateTime?');
  expect(await missingPostgresqlSql(migrations, more, UNIONS)).toContain('ADD COLUMN     "planted" TIMESTAMPTZ(3)');
});

test('a column that only the migrations have is noticed', async () => {
  const less = schema.replace(/^ {2}provisional .*$/m, '');
  expect(await missingPostgresqlSql(migrations, less, UNIONS)).toContain('DROP COLUMN "provisional"');
});

test('a word that only the list has is noticed, and no other constraint is touched', async () => {
  const words = ['alive', ...(UNIONS['cases']?.['kind'] ?? [])];
  const unions = { ...UNIONS, cases: { ...UNIONS['cases'], kind: words } };
  const sql = await missingPostgresqlSql(migrations, schema, unions);
  expect(sql.split('\n')).toEqual([
    'ALTER TABLE "cases" DROP CONSTRAINT "cases_kind_check";',
    `ALTER TABLE "cases" ADD ${checkFor('cases', 'kind', words)};`,
  ]);
  const added = { name: '99990101000000_planted', sql, checksum: '' };
  expect(await missingPostgresqlSql([...migrations, added], schema, unions)).toBe('');
});

test('a constraint lost by hand is noticed', async () => {
  const withoutChecks = migrations.map((migration) => ({
    ...migration,
    sql: migration.sql.replaceAll(/,\n\s*CONSTRAINT "rooms_kind_check" .*/g, ''),
  }));
  expect(await missingPostgresqlSql(withoutChecks, schema, UNIONS)).toContain('ADD CONSTRAINT "rooms_kind_check"');
});

test('a word that is on no list is refused by the database', async () => {
  const database = await PGlite.create();
  for (const { sql } of migrations) await database.exec(sql);
  const insert = (kind: string): Promise<unknown> =>
    database.query(`INSERT INTO rooms (community_id, topic, kind, active) VALUES (1, $1, $1, true)`, [kind]);
  await insert('residents');
  await expect(insert('planted')).rejects.toThrow('rooms_kind_check');
  await database.close();
});

test('every moment is an instant, whatever time zone a connection is set to', () => {
  const derived = postgresqlSchema(schema, 'nowhere');
  const moments = derived.split('\n').filter((line) => /^ {2}\w+ +DateTime/.test(line));
  expect(moments.length).toBeGreaterThan(20);
  expect(moments.filter((line) => !line.includes('@db.Timestamptz(3)'))).toEqual([]);
});

test('names sort by their moment, and none is taken twice', () => {
  const names = migrations.map(({ name }) => name);
  expect(names.filter((name) => !/^\d{14}_[a-z0-9_]+$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length);
});
