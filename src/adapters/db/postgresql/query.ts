import { types } from 'pg';
import { QueryRefused, type Row } from '../query.ts';
import { withClient } from './client.ts';

/** What may begin a statement that reads: the same as on SQLite. */
const READS = /^(?:\s|--.*\n|\/\*[\s\S]*?\*\/)*(?:select|values|with|explain)\b/iu;

const number = (text: string): unknown => {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
};

/** How a column is shown, as SQLite shows it; the rest is text. */
const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0),
  [types.builtins.INT2]: number,
  [types.builtins.INT4]: number,
  [types.builtins.INT8]: number,
  [types.builtins.NUMERIC]: number,
  [types.builtins.FLOAT4]: number,
  [types.builtins.FLOAT8]: number,
  [types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString().replace('Z', '+00:00'),
  [types.builtins.BYTEA]: (text) => Buffer.from(text.slice(2), 'hex').toString('base64'),
};

const asText = (text: string): string => text;

/**
 * Runs one reading statement in a transaction that cannot write, and returns its rows as `readOnlyQuery` does of SQLite:
 * moments are the same text, true is 1. Throws QueryRefused for anything else, and for what the server does not
 * understand.
 */
export async function readOnlyPostgresQuery(address: string, sql: string): Promise<readonly Row[]> {
  if (!READS.test(sql)) throw new QueryRefused('only a single statement that reads is run here');
  return withClient(address, async (client) => {
    await client.query('BEGIN TRANSACTION READ ONLY');
    try {
      const getTypeParser = (oid: number) => READERS[oid] ?? asText;
      // The extended protocol takes one statement and no more.
      const query = { text: sql, queryMode: 'extended', types: { getTypeParser } };
      return (await client.query<Row>(query)).rows;
    } catch (error) {
      throw new QueryRefused(error instanceof Error ? error.message : String(error));
    }
  });
}
