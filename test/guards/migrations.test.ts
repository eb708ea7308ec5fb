import SqliteConnection from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFor } from '../../scripts/checks.ts';
import { missingSql } from '../../scripts/schema-diff.ts';
import { UNIONS } from '../../scripts/unions.ts';
import { SWAP_STATES } from '../../src/features/duty/rules.ts';
import { CASE_KINDS, CASE_STATES } from '../../src/features/cases/rules/states.ts';
import { BOOKING_STATES, RELATIONS } from '../../src/features/services/rules/booking.ts';
import { DELIVERY_STATES, MEAL_ORDER_STATES } from '../../src/features/services/rules/meals.ts';
import { WAITING_STATES } from '../../src/features/services/rules/waiting.ts';
import { WELFARE_STATES } from '../../src/features/welfare/rules/check.ts';
import { migrationsFolder, readMigrations } from '../../src/adapters/db/migration-files.ts';

const schema = readFileSync(join(migrationsFolder(), '..', 'schema.prisma'), 'utf8');
const migrations = readMigrations();
const REMEDY = 'The migrations lack something: `npm run migration -- NAME` writes it.';

test('the migrations make exactly the schema, and every list of words', async () => {
  expect(await missingSql(migrations, schema, UNIONS), REMEDY).toBe('');
});

test('a column that only the schema has is noticed', async () => {
  const more = schema.replace('model Counter {', 'model Counter {\n  planted String?');
  expect(await missingSql(migrations, more, UNIONS)).toContain('ADD COLUMN "planted" TEXT');
});

test('a column that only the migrations have is noticed', async () => {
  const less = schema.replace(/^ {2}provisional .*$/m, '');
  expect(await missingSql(migrations, less, UNIONS)).toContain('CREATE TABLE "new_cases"');
});

test('a word that only the list has is noticed, and the table is rebuilt with every other constraint', async () => {
  const words = ['alive', ...(UNIONS['cases']?.['kind'] ?? [])];
  const unions = { ...UNIONS, cases: { ...UNIONS['cases'], kind: words } };
  const sql = await missingSql(migrations, schema, unions);
  expect(sql).toContain(checkFor('cases', 'kind', words));
  expect(sql).toContain('"cases_state_check"');
  expect(sql).not.toContain('outbox');
  const added = { name: '99990101000000_planted', sql, checksum: '' };
  expect(await missingSql([...migrations, added], schema, unions)).toBe('');
});

test('a constraint survives a table that Prisma makes anew', async () => {
  const changed = schema.replace('  isDispute   Boolean ', '  isDispute   Int ');
  const sql = await missingSql(migrations, changed, UNIONS);
  expect(sql).toContain('-- RedefineTables');
  expect(sql).toContain('"cases_state_check"');
});

test('a constraint lost by hand is noticed', async () => {
  const withoutChecks = migrations.map((migration) => ({
    ...migration,
    sql: migration.sql.replaceAll(/,\n\s*CONSTRAINT "rooms_kind_check" .*/g, ''),
  }));
  expect(await missingSql(withoutChecks, schema, UNIONS)).toContain('"rooms_kind_check"');
});

test('rows and running numbers survive a rebuilt table', async () => {
  const unions = { ...UNIONS, rooms: { kind: [...(UNIONS['rooms']?.['kind'] ?? []), 'planted'] } };
  const sql = await missingSql(migrations, schema, unions);
  const database = new SqliteConnection(':memory:');
  for (const migration of migrations) database.exec(migration.sql);
  database.exec(`INSERT INTO rooms (id, community_id, topic, kind, active) VALUES (7, 1, '一号院', 'residents', 1)`);
  database.exec(sql);
  database.exec(`INSERT INTO rooms (community_id, topic, kind, active) VALUES (1, '二号院', 'planted', 1)`);
  expect(database.prepare('SELECT id, topic, kind FROM rooms').all()).toEqual([
    { id: 7, topic: '一号院', kind: 'residents' },
    { id: 8, topic: '二号院', kind: 'planted' },
  ]);
  const repeat = (): unknown =>
    database.exec(`INSERT INTO rooms (community_id, topic, kind, active) VALUES (1, '一号院', 'staff', 1)`);
  expect(repeat).toThrow('UNIQUE constraint failed');
  database.close();
});

test('the words of a feature, which scripts may not look into, are those in its rules', () => {
  expect(UNIONS['cases']).toEqual({ kind: CASE_KINDS, state: CASE_STATES });
  expect(UNIONS['duty_swaps']).toEqual({ state: SWAP_STATES });
  expect(UNIONS['bookings']).toEqual({ state: BOOKING_STATES, relation: RELATIONS });
  expect(UNIONS['waiting_entries']).toEqual({ state: WAITING_STATES, relation: RELATIONS });
  expect(UNIONS['meal_orders']).toEqual({ state: MEAL_ORDER_STATES, relation: RELATIONS });
  expect(UNIONS['meal_deliveries']).toEqual({ state: DELIVERY_STATES });
  expect(UNIONS['welfare_checks']).toEqual({ state: WELFARE_STATES });
});

test('names sort by their moment, and none is taken twice', () => {
  const names = migrations.map(({ name }) => name);
  expect(names.filter((name) => !/^\d{14}_[a-z0-9_]+$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length);
});
