import type { Statement } from 'better-sqlite3';
import SqliteConnection from 'better-sqlite3';
import type { Commit } from './trace.ts';

/** The raw driver on a file: the same writes in as many commits, with kept statements and the pragmas that ship. */
export interface RawWriter {
  write(commits: readonly Commit[]): void;
  close(): void;
}

/** Opens the file with the settings of src/adapters/db/adapter.ts. */
export function openRaw(path: string): RawWriter {
  const connection = new SqliteConnection(path, { timeout: 5_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const kept = new Map<string, Statement>();
  const statementOf = (sql: string): Statement => {
    const statement = kept.get(sql) ?? connection.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
  return {
    write(commits) {
      for (const writes of commits) {
        begin.run();
        for (const { sql, values } of writes) statementOf(sql).run(...values);
        commit.run();
      }
    },
    close: () => connection.close(),
  };
}
