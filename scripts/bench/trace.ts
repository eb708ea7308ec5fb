import type { Database as Connection } from 'better-sqlite3';
import SqliteConnection from 'better-sqlite3';

/** One row written, as a statement for the raw driver. */
export interface Write {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What one transaction wrote, in order. */
export type Commit = readonly Write[];

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes down, row by row, whatever the program writes into a database: triggers on every table note the rows as they
 * become, and the program says when it has committed. So "the same writes" are what the program of today writes, not
 * what somebody once counted; a feature that writes another row is measured against a raw driver that writes it too.
 * What was only read, and updates that changed nothing, are not in it: those are ours to pay for.
 */
export interface Recorder {
  /** To be called after each transaction of the program. */
  committed(): void;
  /** The commits so far, those that wrote nothing left out. */
  take(): readonly Commit[];
  close(): void;
}

const LOG = '_bench_log';

interface Logged {
  readonly table: string;
  readonly before: string | null;
  readonly after: string | null;
}

function tablesOf(connection: Connection): readonly string[] {
  return connection
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '[_s]*_*'`)
    .pluck()
    .all();
}

/** How many rows each table has. */
export function countRows(path: string): string {
  const connection = new SqliteConnection(path, { readonly: true });
  const counts = tablesOf(connection)
    .filter((table) => !table.startsWith('_'))
    .map((table) => `${table} ${String(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())}`);
  connection.close();
  return counts.sort().join(', ');
}
