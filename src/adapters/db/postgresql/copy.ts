import SqliteConnection from 'better-sqlite3';
import type { Database as Connection } from 'better-sqlite3';
import type { Client } from 'pg';
import { withClient } from './client.ts';
import { takeLease } from './lease.ts';

/** How many rows a table has here and there. */
export interface Copied {
  readonly table: string;
  readonly from: number;
  readonly to: number;
}

/** The database that was to be filled has something in it already. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
  /** The tables that have rows. */
  readonly tables: readonly string[];

  constructor(tables: readonly string[]) {
    super(`not empty: ${tables.join(', ')}`);
    this.tables = tables;
  }
}

/** As many rows as go over in one statement. */
const CHUNK = 500;

/**
 * Copies everything in the SQLite file `path` into a PostgreSQL database that has the same tables, all empty: ids stay
 * what they are, so it must not hold another community. One transaction: where the numbers of rows differ in the end,
 * nothing is kept. Returns them. Throws NotEmpty, LeaseHeld or ServerRefused.
 */
export async function copyToPostgres(path: string, address: string, community: string): Promise<readonly Copied[]> {
  const source = new SqliteConnection(path, { readonly: true, fileMustExist: true });
  try {
    return await withClient(address, async (client) => {
      await takeLease(client, community);
      await client.query('BEGIN');
      const tables = tablesOf(source);
      await client.query(`LOCK TABLE ${tables.map(quoted).join(', ')} IN EXCLUSIVE MODE`);
      await expectEmpty(client, tables);
      for (const table of tables) await copyTable(source, client, table);
      const copied: Copied[] = [];
      for (const table of tables) {
        copied.push({ table, from: countHere(source, table), to: await countThere(client, table) });
      }
      await client.query(copied.every(({ from, to }) => from === to) ? 'COMMIT' : 'ROLLBACK');
      return copied;
    });
  } finally {
    source.close();
  }
}

const quoted = (name: string): string => `"${name}"`;

function tablesOf(source: Connection): readonly string[] {
  return source
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name <> '_prisma_migrations' ORDER BY name`,
    )
    .pluck()
    .all();
}

async function expectEmpty(client: Client, tables: readonly string[]): Promise<void> {
  const filled: string[] = [];
  for (const table of tables) if ((await countThere(client, table)) > 0) filled.push(table);
  if (filled.length > 0) throw new NotEmpty(filled);
}

async function copyTable(source: Connection, client: Client, table: string): Promise<void> {
  const columns = source
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table);
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const order = key.map(({ name }) => quoted(name)).join(', ');
  // The server makes of each value what its column is: of 1 a truth value, of text a moment.
  const insert = `INSERT INTO ${quoted(table)} (${names})
    SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1)`;
  let rows: unknown[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)]);
    rows = [];
  };
  for (const row of source.prepare(`SELECT ${names} FROM ${quoted(table)} ORDER BY ${order}`).iterate()) {
    rows.push(row);
    if (rows.length === CHUNK) await flush();
  }
  await flush();
  await setSequence(source, client, table);
}

/** The next row gets the number that it would have got here: one that was given out and deleted is not given again. */
async function setSequence(source: Connection, client: Client, table: string): Promise<void> {
  const last = source.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table);
  if (last === undefined || last === 0) return;
  await client.query(`SELECT setval(pg_get_serial_sequence($1, 'id'), $2)`, [quoted(table), last]);
}

function countHere(source: Connection, table: string): number {
  return (
    source
      .prepare<[], number>(`SELECT count(*) FROM ${quoted(table)}`)
      .pluck()
      .get() ?? 0
  );
}

async function countThere(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${quoted(table)}`);
  return rows[0]?.n ?? 0;
}
