import { PGlite } from '@electric-sql/pglite';
import { isDeepStrictEqual } from 'node:util';
import type { Migration } from '../src/adapters/db/migration-files.ts';
import { checkFor, withChecks } from './checks.ts';
import type { Unions } from './checks.ts';
import { pgliteAdapter } from './pglite-adapter.ts';
import { postgresqlSchema } from './postgresql-schema.ts';
import { schemaDifference } from './schema-engine.ts';

/**
 * What schema-diff.ts does for SQLite: the SQL that is missing between the migrations for PostgreSQL and the schema,
 * which is derived from the text of prisma/schema.prisma. The migrations are replayed into a PostgreSQL in memory.
 */
export async function missingPostgresqlSql(
  migrations: readonly Migration[],
  schema: string,
  unions: Unions,
): Promise<string> {
  const database = await PGlite.create();
  try {
    for (const { sql } of migrations) await database.exec(sql);
    const derived = postgresqlSchema(schema, 'nowhere');
    const script = withChecks(await schemaDifference(pgliteAdapter(database), derived), unions);
    if (script !== '') await database.exec(script);
    const changes = await checkChanges(database, unions);
    return [script, changes].filter((part) => part !== '').join('\n');
  } finally {
    await database.close();
  }
}

interface Check {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** The script that gives every column with a list of words exactly its constraint; empty if all have it. */
async function checkChanges(database: PGlite, unions: Unions): Promise<string> {
  const { rows } = await database.query<Check>(
    `SELECT rel.relname AS "table", con.conname AS name, pg_get_constraintdef(con.oid) AS definition
     FROM pg_constraint con JOIN pg_class rel ON rel.oid = con.conrelid
     WHERE con.contype = 'c' AND con.connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const wanted = Object.entries(unions).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, words]) => ({ table, column, words, name: `${table}_${column}_check` })),
  );
  const isRight = (row: Check): boolean => {
    const union = wanted.find(({ table, name }) => table === row.table && name === row.name);
    return union !== undefined && isDeepStrictEqual(wordsIn(row.definition), [...union.words]);
  };
  const right = rows.filter(isRight).map(({ name }) => name);
  const drops = rows
    .filter((row) => !right.includes(row.name))
    .map((row) => alter(row.table, `DROP CONSTRAINT "${row.name}"`));
  const adds = wanted
    .filter(({ name }) => !right.includes(name))
    .map(({ table, column, words }) => alter(table, `ADD ${checkFor(table, column, words)}`));
  return [...drops, ...adds].join('\n');
}

const alter = (table: string, change: string): string => `ALTER TABLE "${table}" ${change};`;

/** PostgreSQL keeps `"kind" IN ('a', 'b')` as `kind = ANY (ARRAY['a'::text, 'b'::text])`. */
function wordsIn(definition: string): string[] {
  return Array.from(definition.matchAll(/'((?:[^']|'')*)'::text/g), ([, word = '']) => word.replaceAll("''", "'"));
}
