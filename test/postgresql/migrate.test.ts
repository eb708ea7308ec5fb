import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresqlSchema } from '../../scripts/postgresql-schema.ts';
import { openSchemaEngine } from '../../scripts/schema-engine.ts';
import { type Migration, migrationsFolder, readMigrations } from '../../src/adapters/db/migration-files.ts';
import { MigrationRefused } from '../../src/adapters/db/migration-plan.ts';
import { applyPostgresMigrations, postgresMigrationState } from '../../src/adapters/db/postgresql/migrate.ts';
import { queryStore } from '../../src/app/database.ts';
import { read } from '../kit/project-files.ts';
import { emptyDatabase } from '../kit/store.ts';

const AT = new Date('2026-03-02T08:00:00Z');
const LATER = new Date('2026-04-02T08:00:00.500Z');

let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.remove());

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const ONE = migration('20260101000000_one', 'CREATE TABLE one (a INTEGER); INSERT INTO one VALUES (1);');
const TWO = migration('20260201000000_two', 'CREATE TABLE two (b INTEGER); DELETE FROM one;');

const apply = (migrations: readonly Migration[], at = AT) => applyPostgresMigrations(database.address, at, migrations);
const rows = (sql: string) => queryStore(database.address, sql);
const refusal = async (migrations: readonly Migration[]): Promise<unknown> => {
  const error: unknown = await apply(migrations).catch((thrown: unknown) => thrown);
  return error instanceof MigrationRefused ? [error.code, error.migration] : error;
};
/** As somebody with Prisma's own commands, or a fault, would leave it. */
const keeper = (sql: string) => apply([ONE, migration('20260102000000_keeper', sql)]);

test('each is applied once, in order, and recorded as Prisma records it', async () => {
  expect(await apply([ONE])).toEqual([ONE.name]);
  expect(await apply([ONE, TWO], LATER)).toEqual([TWO.name]);
  expect(await apply([ONE, TWO], LATER)).toEqual([]);
  expect(await rows('select * from one')).toEqual([]);
  const recorded = 'select migration_name, checksum, started_at, finished_at, rolled_back_at, applied_steps_count';
  expect(await rows(`${recorded} from _prisma_migrations order by migration_name`)).toEqual(
    (
      [
        [ONE, AT],
        [TWO, LATER],
      ] as const
    ).map(([{ name, checksum }, at]) => ({
      migration_name: name,
      checksum,
      started_at: at.toISOString().replace('Z', '+00:00'),
      finished_at: at.toISOString().replace('Z', '+00:00'),
      rolled_back_at: null,
      applied_steps_count: 1,
    })),
  );
});

test('Prisma’s own engine finds nothing to complain of', async () => {
  const applied = readMigrations(migrationsFolder('postgresql'));
  await apply(applied);
  const adapter = new PrismaPg({ connectionString: database.address });
  const engine = await openSchemaEngine(adapter, postgresqlSchema(read('prisma/schema.prisma'), 'nowhere'));
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: migrationsFolder('postgresql'),
      lockfile: { path: 'migration_lock.toml', content: read('prisma/postgresql/migrations/migration_lock.toml') },
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

test('of eight that start together one applies it', async () => {
  const applied = await Promise.all(Array.from({ length: 8 }, () => apply([ONE, TWO])));
  expect(applied.filter((names) => names.length > 0)).toEqual([[ONE.name, TWO.name]]);
  expect(await rows('select count(*) n from _prisma_migrations')).toEqual([{ n: 2 }]);
});

test('one that cannot be applied leaves nothing of itself, and those before it stay', async () => {
  const bad = migration('20260201000000_bad', 'CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1);');
  expect(await refusal([ONE, bad])).toEqual(['broken', bad.name]);
  expect(await rows("select to_regclass('half') is null as gone")).toEqual([{ gone: 1 }]);
  expect(await rows('select migration_name from _prisma_migrations')).toEqual([{ migration_name: ONE.name }]);
});

test('one that ends its transaction is refused', async () => {
  const ending = migration('20260201000000_ending', 'CREATE TABLE half (a INTEGER); COMMIT; BEGIN;');
  expect(await refusal([ending])).toEqual(['broken', ending.name]);
});

test('one that was edited, one that is unknown, one that did not end: refused, each by its name', async () => {
  await apply([ONE]);
  const edited = { ...ONE, checksum: 'another' };
  expect(await refusal([edited])).toEqual(['edited', ONE.name]);
  expect(await refusal([TWO])).toEqual(['unknown', ONE.name]);
  await keeper('UPDATE _prisma_migrations SET finished_at = NULL');
  expect(await refusal([ONE])).toEqual(['failed', ONE.name]);
  await apply([]).catch(() => undefined);
  expect(await rows('select count(*) n from _prisma_migrations')).toEqual([{ n: 2 }]);
});

test('looking at it changes nothing', async () => {
  const all = readMigrations(migrationsFolder('postgresql')).length;
  expect(await postgresMigrationState(database.address)).toEqual({ applied: 0, pending: all });
  expect(await rows("select to_regclass('_prisma_migrations') is null as untouched")).toEqual([{ untouched: 1 }]);
  await applyPostgresMigrations(database.address, AT);
  expect(await postgresMigrationState(database.address)).toEqual({ applied: all, pending: 0 });
});
