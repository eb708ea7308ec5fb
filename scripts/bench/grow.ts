import type { Database as Connection } from 'better-sqlite3';
import SqliteConnection from 'better-sqlite3';

/** The first number that the program gives out. */
export const FIRST_CASE = 101;

/** As long ago as the copy's number says: nobody has been writing too fast. */
const past = (column: string): string => `strftime('%Y-%m-%dT%H:%M:%f+00:00', ${column}, '-' || i || ' days')`;

/** The tables that grow with every case, and what must differ in a copy of a row: `i` counts the copies of all. */
const GROWING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  inbox: {
    id: 'NULL',
    key: `key || ':' || i`,
    received_at: past('received_at'),
    due_at: past('due_at'),
    handled_at: past('handled_at'),
  },
  cases: { no: 'no + i * :step' },
  case_events: { id: 'NULL', case_no: 'case_no + i * :step' },
  outbox: {
    id: 'NULL',
    case_no: 'case_no + i * :step',
    once_key: `once_key || ':' || i`,
    // Long sent, as most are.
    state: `'sent'`,
    created_at: past('created_at'),
    sending_at: past('created_at'),
    ended_at: past('created_at'),
  },
};

function copyRows(connection: Connection, table: string, changes: Readonly<Record<string, string>>): string {
  const columns = connection.prepare<[string], string>(`SELECT name FROM pragma_table_info(?)`).pluck().all(table);
  const values = columns.map((column) => changes[column] ?? `"${column}"`).join(', ');
  return `INSERT INTO "${table}" ("${columns.join('", "')}")
    WITH RECURSIVE copies(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < :copies)
    SELECT ${values} FROM copies, "${table}" WHERE true`;
}

/** Multiplies the cases in the file, with all that belongs to them, to about `wanted`; answers how many there are. */
export function growCases(path: string, wanted: number): number {
  const connection = new SqliteConnection(path);
  const count = connection.prepare<[], number>('SELECT count(*) FROM cases').pluck();
  const step = count.get() ?? 0;
  const copies = Math.ceil(wanted / step) - 1;
  if (copies > 0) {
    connection.transaction(() => {
      for (const [table, changes] of Object.entries(GROWING)) {
        connection.prepare(copyRows(connection, table, changes)).run({ copies, step });
      }
      connection.prepare(`UPDATE counters SET value = (SELECT max(no) FROM cases) WHERE name = 'case'`).run();
    })();
  }
  const total = count.get() ?? 0;
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  return total;
}
