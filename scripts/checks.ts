import type { Database as Connection } from 'better-sqlite3';
import { isDeepStrictEqual } from 'node:util';

/** Words that a column may hold, by table and column as the database names them. */
export type Unions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const CHECK_LINE = /,\n\s*(CONSTRAINT "\w+_check" CHECK \(.*\))(?=,?\n)/g;
const CREATE_TABLE = /^CREATE TABLE "(?:new_)?(\w+)" \(\n[\s\S]*?\n\)(?=;)/gm;

/** The constraint of one column: `CONSTRAINT "rooms_kind_check" CHECK ("kind" IN ('residents', …))`. */
export function checkFor(table: string, column: string, words: readonly string[]): string {
  const list = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
  return `CONSTRAINT "${table}_${column}_check" CHECK ("${column}" IN (${list}))`;
}

function checksOf(table: string, unions: Unions): string[] {
  return Object.entries(unions[table] ?? {}).map(([column, words]) => checkFor(table, column, words));
}

function checksIn(statement: string): string[] {
  return Array.from(statement.matchAll(CHECK_LINE), ([, check = '']) => check);
}

/** A CREATE TABLE statement (without its semicolon) with exactly the constraints that `table` should have. */
function setChecks(statement: string, table: string, unions: Unions): string {
  const bare = statement.replace(CHECK_LINE, '').replace(/\n?\)$/, '');
  return `${[bare, ...checksOf(table, unions)].join(',\n    ')}\n)`;
}

/**
 * Adds the constraints to every table that a script of Prisma's makes. Prisma neither writes nor sees CHECK; when it
 * makes a table anew, as `new_…`, they would be lost otherwise.
 */
export function withChecks(script: string, unions: Unions): string {
  return script.replace(CREATE_TABLE, (statement, table: string) => setChecks(statement, table, unions));
}

/** The script that rebuilds those tables of `database` whose constraints differ from the unions; empty if none does. */
export function rebuildsFor(database: Connection, unions: Unions): string {
  const tables = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL ORDER BY name`,
    )
    .all();
  const unknown = Object.keys(unions).filter((table) => !tables.some(({ name }) => name === table));
  if (unknown.length > 0) throw new Error(`no such table: ${unknown.join(', ')}`);
  return tables
    .filter(({ name, sql }) => !isDeepStrictEqual(checksIn(sql), checksOf(name, unions)))
    .map(({ name, sql }) => rebuild(database, name, setChecks(sql, name, unions)))
    .join('\n');
}

function rebuild(database: Connection, table: string, statement: string): string {
  const columns = database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck()
    .all(table);
  const indexes = database
    .prepare<[string], string>(
      `SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name`,
    )
    .pluck()
    .all(table);
  const list = columns.map((column) => `"${column}"`).join(', ');
  return [
    `-- RebuildTable: the words that a column may hold have changed`,
    `${statement.replace(`CREATE TABLE "${table}"`, `CREATE TABLE "new_${table}"`)};`,
    `INSERT INTO "new_${table}" (${list}) SELECT ${list} FROM "${table}";`,
    `DROP TABLE "${table}";`,
    `ALTER TABLE "new_${table}" RENAME TO "${table}";`,
    ...indexes.map((index) => `${index};`),
    '',
  ].join('\n');
}
