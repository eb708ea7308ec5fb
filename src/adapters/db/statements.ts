import type { Database as Connection, Statement } from 'better-sqlite3';

/** More statements than the program has; beyond it the one that was used longest ago is dropped. */
const LIMIT = 300;
const CHANGES_SCHEMA = /^\s*(?:create|alter|drop|pragma|attach|detach|vacuum|reindex)\b/i;

interface Bound {
  readonly reader: boolean;
  run(): unknown;
  columns(): readonly { name: string; type: string | null }[];
  raw(): { all(): unknown[] };
}

/** What begins every transaction; see adapter.ts. */
export const BEGIN = 'BEGIN IMMEDIATE';

/** The part of a connection that Prisma's adapter uses. */
export interface KeepingConnection {
  prepare(sql: string): { bind(values: unknown[]): Bound; run(): unknown };
  exec(sql: string): unknown;
  close(): unknown;
}

/** Prepared statements of one connection, by their SQL, for as long as the schema stays as it is. */
export interface Statements {
  get(sql: string): Kept;
  /** Forgets everything if the schema is another than before. To be called when a transaction has begun. */
  checkSchema(): void;
  readonly size: number;
}

interface Kept {
  readonly statement: Statement;
  readonly columns: () => readonly { name: string; type: string | null }[];
}

/** Keeps up to `limit` prepared statements of `connection`. */
export function keepStatements(connection: Connection, limit: number = LIMIT): Statements {
  const kept = new Map<string, Kept>();
  const schemaVersion = connection.prepare<[]>('PRAGMA schema_version').pluck();
  let version = schemaVersion.get();

  function prepare(sql: string): Kept {
    const statement = connection.prepare(sql);
    if (statement.reader) statement.raw();
    let columns: readonly { name: string; type: string | null }[] | undefined;
    return { statement, columns: () => (columns ??= statement.columns()) };
  }

  return {
    get(sql) {
      const known = kept.get(sql);
      if (known !== undefined) {
        // Map keeps the order of insertion: putting it back makes it the youngest.
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const fresh = prepare(sql);
      if (CHANGES_SCHEMA.test(sql)) {
        kept.clear();
        return fresh;
      }
      kept.set(sql, fresh);
      if (kept.size > limit) {
        const oldest = kept.keys().next();
        if (oldest.done !== true) kept.delete(oldest.value);
      }
      return fresh;
    },
    checkSchema() {
      const now = schemaVersion.get();
      if (now === version) return;
      version = now;
      kept.clear();
      // SQLite looks at the schema when a statement runs, and the adapter asks for a statement's columns before that.
      connection.prepare('SELECT 1 FROM sqlite_master').get();
    },
    get size() {
      return kept.size;
    },
  };
}

/**
 * What Prisma's adapter takes for its connection. The adapter binds values to a statement for good and throws it away;
 * here they are handed over at each run, so that one statement serves again and again.
 */
export function keepingConnection(connection: Connection, statements: Statements): KeepingConnection {
  return {
    prepare(sql) {
      // The adapter's BEGIN is left out: the transaction is begun by adapter.ts, where a failure can be handled.
      if (sql === 'BEGIN') return { bind: () => nothing, run: () => undefined };
      // After a full disk SQLite has rolled back by itself; the rest of the work would be written without a transaction.
      if (!connection.inTransaction && sql !== BEGIN) throw new Error('no transaction is open');
      const { statement, columns } = statements.get(sql);
      return {
        run: () => statement.run(),
        bind: (values) => ({
          reader: statement.reader,
          run: () => statement.run(values),
          columns,
          raw: () => ({ all: () => statement.all(values) }),
        }),
      };
    },
    exec: (sql) => connection.exec(sql),
    close: () => connection.close(),
  };
}

const nothing: Bound = { reader: false, run: () => undefined, columns: () => [], raw: () => ({ all: () => [] }) };
