import SqliteConnection from 'better-sqlite3';
import { copyFileSync } from 'node:fs';

type Row = Record<string, unknown>;

/** What one message writes: the rows that are there afterwards and were not before, by table. */
export interface Writes {
  readonly recorded: readonly (readonly [table: string, row: Row])[];
  readonly handled: readonly (readonly [table: string, row: Row])[];
}

const TABLES = ['inbox', 'people', 'chat_identities', 'cases', 'case_events', 'outbox', 'dialogues'];
/** Written when a message is recorded; all the rest when it is handled, in a second transaction. */
const RECORDED: ReadonlySet<string> = new Set(['inbox', 'people', 'chat_identities']);

function rowsOf(path: string): Map<string, Row[]> {
  const connection = new SqliteConnection(path, { readonly: true });
  const rows = new Map(TABLES.map((table) => [table, connection.prepare<[], Row>(`SELECT * FROM ${table}`).all()]));
  connection.close();
  return rows;
}

/** Reads off the database what `say` has written, so that the comparison stays true when the program changes. */
export async function recordWrites(path: string, say: () => Promise<void>): Promise<Writes> {
  const before = rowsOf(path);
  await say();
  const written = [...rowsOf(path)].flatMap(([table, rows]) =>
    rows.slice(before.get(table)?.length ?? 0).map((row) => [table, row] as const),
  );
  return {
    recorded: written.filter(([table]) => RECORDED.has(table)),
    handled: written.filter(([table]) => !RECORDED.has(table)),
  };
}

/** The same rows by the raw driver: two transactions a message, statements kept, the pragmas that the program uses. */
export function openRaw(template: string, path: string, writes: Writes): { write(n: number): void; close(): void } {
  copyFileSync(template, path);
  const connection = new SqliteConnection(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const inserts = [...writes.recorded, ...writes.handled].map(([table, row]) => {
    const columns = Object.keys(row);
    const marks = columns.map((column) => `@${column}`).join(', ');
    return { row, statement: connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`) };
  });
  const recorded = inserts.slice(0, writes.recorded.length);
  const handled = inserts.slice(writes.recorded.length);
  const count = connection.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'case'`);
  const done = connection.prepare(`UPDATE inbox SET state = 'handled', handled_at = received_at WHERE key = ?`);
  const run = (list: typeof inserts, n: number): void => {
    for (const { row, statement } of list) statement.run(fresh(row, n));
  };
  return {
    write(n) {
      connection.exec('BEGIN IMMEDIATE');
      run(recorded, n);
      connection.exec('COMMIT');
      connection.exec('BEGIN IMMEDIATE');
      done.run(`raw:${n}`);
      count.run();
      run(handled, n);
      connection.exec('COMMIT');
    },
    close: () => connection.close(),
  };
}

/** The row with what must be unique made so. */
function fresh(row: Row, n: number): Row {
  const made = { ...row };
  if (typeof made['id'] === 'number') made['id'] = made['id'] + n * 10;
  if ('key' in made) made['key'] = `raw:${n}`;
  if ('outside_id' in made) made['outside_id'] = `raw:${n}`;
  if ('our_id' in made) made['our_id'] = n;
  if (typeof made['no'] === 'number') made['no'] = made['no'] + n;
  if (typeof made['once_key'] === 'string') made['once_key'] = `${made['once_key']}:${n}`;
  if ('place' in made) made['person_id'] = n;
  return made;
}
