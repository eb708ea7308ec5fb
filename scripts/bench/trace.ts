import type { Database as Connection } from 'better-sqlite3';
import SqliteConnection from 'better-sqlite3';

/** One row written, as a statement for the raw driver. */
export interface Write {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What one transaction wrote, in order. */
export type Commit = readonly Write[];

/**
 * Writes down, row by row, what the program writes into a database: triggers on every table note the rows as they
 * become, and the program says when it has committed. So "the same writes" are what the program of today writes, not
 * what somebody once counted: a feature that writes one row more is measured against a raw driver that writes it too.
 * What was only read, and updates and transactions that changed nothing, are left out: those are ours to pay for.
 */
export interface Recorder {
  /** To be called after each transaction of the program. */
  committed(): void;
  /** The commits since the last call. */
  take(): readonly Commit[];
  close(): void;
}

const LOG = '_bench_log';

interface Logged {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Row = Readonly<Record<string, unknown>>;

function tablesOf(connection: Connection): readonly string[] {
  const names = connection.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  return names.filter((name) => !name.startsWith('_') && !name.startsWith('sqlite_')).sort();
}

function columnsOf(connection: Connection, table: string, keysOnly = false): readonly string[] {
  const sql = `SELECT name FROM pragma_table_info(?) WHERE pk > 0 OR ? = 0 ORDER BY cid`;
  return connection
    .prepare<[string, number], string>(sql)
    .pluck()
    .all(table, keysOnly ? 1 : 0);
}

function addTriggers(connection: Connection, table: string): void {
  const row = (name: string): string =>
    `json_object(${columnsOf(connection, table)
      .map((column) => `'${column}', ${name}."${column}"`)
      .join(', ')})`;
  const note = (event: string, before: string, after: string): void => {
    connection.exec(`CREATE TRIGGER "_bench_${table}_${event}" AFTER ${event} ON "${table}" BEGIN
      INSERT INTO ${LOG} (name, before, after) VALUES ('${table}', ${before}, ${after}); END`);
  };
  note('INSERT', 'NULL', row('NEW'));
  note('UPDATE', row('OLD'), row('NEW'));
  note('DELETE', row('OLD'), 'NULL');
}

/** Begins to write down what is written into the file. Whoever has it open has to open it again. */
export function recordWrites(path: string): Recorder {
  const connection = new SqliteConnection(path);
  connection.exec(`CREATE TABLE ${LOG} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, before TEXT, after TEXT)`);
  for (const table of tablesOf(connection)) addTriggers(connection, table);
  const logged = connection.prepare<[number], Logged & { id: number }>(`SELECT * FROM ${LOG} WHERE id > ? ORDER BY id`);
  let last = 0;
  let commits: Commit[] = [];
  const keys = new Map(tablesOf(connection).map((table) => [table, columnsOf(connection, table, true)]));
  return {
    committed() {
      const rows = logged.all(last);
      last = rows.at(-1)?.id ?? last;
      const writes = rows.flatMap((row) => writeOf(row, keys.get(row.name) ?? []));
      if (writes.length > 0) commits.push(writes);
    },
    take() {
      const taken = commits;
      commits = [];
      return taken;
    },
    close: () => connection.close(),
  };
}

function writeOf({ name, before, after }: Logged, keys: readonly string[]): readonly Write[] {
  // Both were written by json_object, from a row.
  const old = before === null ? undefined : (JSON.parse(before) as Row);
  const fresh = after === null ? undefined : (JSON.parse(after) as Row);
  const where = keys.map((key) => `"${key}" = ?`).join(' AND ');
  const key = keys.map((column) => old?.[column]);
  if (fresh === undefined) return [{ sql: `DELETE FROM "${name}" WHERE ${where}`, values: key }];
  if (old === undefined) {
    const columns = Object.keys(fresh);
    const sql = `INSERT INTO "${name}" ("${columns.join('", "')}") VALUES (${columns.map(() => '?').join(', ')})`;
    return [{ sql, values: Object.values(fresh) }];
  }
  const changed = Object.keys(fresh).filter((column) => fresh[column] !== old[column]);
  if (changed.length === 0) return [];
  const sets = changed.map((column) => `"${column}" = ?`).join(', ');
  const values = [...changed.map((column) => fresh[column]), ...key];
  return [{ sql: `UPDATE "${name}" SET ${sets} WHERE ${where}`, values }];
}

/** How many rows each table has, in one line. */
export function countRows(path: string): string {
  const connection = new SqliteConnection(path, { readonly: true });
  const count = (table: string): unknown => connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
  const counts = tablesOf(connection).map((table) => `${table} ${String(count(table))}`);
  connection.close();
  return counts.join(', ');
}
