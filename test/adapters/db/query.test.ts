import { afterEach, beforeEach, expect, test } from 'vitest';
import SqliteConnection from 'better-sqlite3';
import { openDatabase } from '../../../src/adapters/db/open.ts';
import { QueryRefused, readOnlyQuery } from '../../../src/adapters/db/query.ts';
import { temporaryDatabase } from '../../kit/database.ts';
import type { TemporaryDatabase } from '../../kit/database.ts';

let file: TemporaryDatabase;

beforeEach(() => {
  file = temporaryDatabase();
  const connection = new SqliteConnection(file.path);
  connection.exec(`INSERT INTO counters VALUES (1, 'case', 101), (1, 'broadcast', 3)`);
  connection.close();
});

afterEach(() => file.remove());

test.each([
  'select name, value from counters order by value',
  '-- the running numbers\nSELECT name, value FROM counters ORDER BY value;',
  'WITH c AS (SELECT * FROM counters) SELECT name, value FROM c ORDER BY value',
])('%s', (sql) => {
  expect(readOnlyQuery(file.path, sql)).toEqual([
    { name: 'broadcast', value: 3 },
    { name: 'case', value: 101 },
  ]);
});

test('every value is ready for JSON', () => {
  const sql = `SELECT count(*) AS n, 1.5 AS half, NULL AS missing, x'616263' AS bytes, 9007199254740993 AS great FROM counters`;
  const rows = readOnlyQuery(file.path, sql);
  const row = { n: 2, half: 1.5, missing: null, bytes: 'YWJj', great: '9007199254740993' };
  expect(JSON.parse(JSON.stringify(rows))).toEqual([row]);
});

test.each([
  ['a write', 'DELETE FROM counters'],
  ['a write that returns rows', 'DELETE FROM counters RETURNING *'],
  ['a write inside WITH', `WITH c AS (SELECT 1) INSERT INTO counters SELECT 1, 'x', 1 FROM c RETURNING *`],
  ['two statements', 'SELECT 1; SELECT 2'],
  ['a write after a read', 'SELECT 1; DELETE FROM counters'],
  ['a change of the schema', 'CREATE TABLE x (a)'],
  ['a setting', 'PRAGMA journal_mode = DELETE'],
  ['a setting behind a comment', '/* SELECT */ -- this\n pragma user_version = 7'],
  ['another file', `ATTACH DATABASE 'other.db' AS other`],
  ['a copy', `VACUUM INTO 'copy.db'`],
  ['a transaction', 'BEGIN IMMEDIATE'],
  ['nothing', ' '],
  ['what SQLite does not understand', 'SELEC 1'],
  ['an unknown table', 'SELECT * FROM secrets'],
])('%s is refused', (_what, sql) => {
  expect(() => readOnlyQuery(file.path, sql)).toThrow(QueryRefused);
  expect(readOnlyQuery(file.path, 'SELECT count(*) AS n FROM counters')).toEqual([{ n: 2 }]);
});

test('it sees what was committed through an open database, and does not disturb it', async () => {
  const database = await openDatabase({ url: file.url });
  await database.transaction(async (tx) => {
    await tx.counter.create({ data: { communityId: 1, name: 'study', value: 1 } });
    expect(readOnlyQuery(file.path, 'SELECT count(*) AS n FROM counters')).toEqual([{ n: 2 }]);
  });
  expect(readOnlyQuery(file.path, 'SELECT count(*) AS n FROM counters')).toEqual([{ n: 3 }]);
  await database.transaction((tx) => tx.counter.deleteMany());
  expect(readOnlyQuery(file.path, 'SELECT count(*) AS n FROM counters')).toEqual([{ n: 0 }]);
  await database.close();
});
