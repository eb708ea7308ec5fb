import SqliteConnection from 'better-sqlite3';

/** The statement is not one that only reads. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}

export type Row = Record<string, unknown>;

/**
 * Runs one reading statement on the SQLite file `path` and returns its rows, ready for JSON: numbers as numbers, bytes
 * as base64, everything else as stored (moments are text, true is 1). Throws QueryRefused for anything that is not a
 * single SELECT, VALUES, WITH … SELECT or EXPLAIN, or that SQLite does not understand.
 */
export function readOnlyQuery(path: string, sql: string): Row[] {
  const connection = new SqliteConnection(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // bigint, so that a number too great for JSON is seen; see toJson.
    return prepare(connection, sql).safeIntegers().all().map(toJson);
  } finally {
    connection.close();
  }
}

function prepare(connection: SqliteConnection.Database, sql: string): SqliteConnection.Statement<[], Row> {
  let statement: SqliteConnection.Statement<[], Row>;
  try {
    statement = connection.prepare<[], Row>(sql);
  } catch (error) {
    throw new QueryRefused(error instanceof Error ? error.message : String(error));
  }
  // A PRAGMA can read as well, but some of them act; the settings have a door of their own (settings.ts).
  const isQuery = statement.reader && statement.readonly && !/^(?:\s|--.*\n|\/\*[\s\S]*?\*\/)*pragma\b/i.test(sql);
  if (!isQuery) throw new QueryRefused('only a single statement that reads is run here');
  return statement;
}

function toJson(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, jsonValue(value)]));
}

function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}
