import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyPostgresMigrations } from '../../src/adapters/db/postgresql/migrate.ts';
import { readOnlyPostgresQuery } from '../../src/adapters/db/postgresql/query.ts';
import { QueryRefused } from '../../src/adapters/db/query.ts';
import { temporaryStore, type TemporaryStore } from '../kit/store.ts';

let store: TemporaryStore;
beforeEach(async () => {
  store = await temporaryStore('migrated', async (address) => {
    await applyPostgresMigrations(address, new Date('2026-03-02T08:00:00Z'));
  });
});
afterEach(() => store.remove());

const query = (sql: string) => readOnlyPostgresQuery(store.address, sql);

test('values are shown as SQLite shows them', async () => {
  const sql = `SELECT 1 AS i, 2::bigint AS big, 9007199254740993 AS great, 1.5::numeric AS part, 0.25::float8 AS real,
    true AS yes, false AS no, NULL AS nothing, '一号' AS words, '\\x0102'::bytea AS bytes,
    '2026-03-02 16:00:00.12+08'::timestamptz AS at, count(*) AS n, sum(7) AS sum`;
  expect(await query(sql)).toEqual([
    {
      i: 1,
      big: 2,
      great: '9007199254740993',
      part: 1.5,
      real: 0.25,
      yes: 1,
      no: 0,
      nothing: null,
      words: '一号',
      bytes: 'AQI=',
      at: '2026-03-02T08:00:00.120+00:00',
      n: 1,
      sum: 7,
    },
  ]);
});

test.each([
  ['an insert', "INSERT INTO counters VALUES (1, 'case', 1)"],
  ['a delete behind a WITH', 'WITH gone AS (DELETE FROM counters RETURNING *) SELECT * FROM gone'],
  ['a delete that is explained', 'EXPLAIN ANALYZE DELETE FROM counters'],
  ['a number taken', "SELECT nextval('cases_id_seq')"],
  ['a way out of the transaction', 'COMMIT; DELETE FROM counters'],
  ['two statements', 'SELECT 1; SELECT 2'],
  ['two, the second of them writing', 'SELECT 1; DELETE FROM counters'],
  ['a setting', 'SET TRANSACTION READ WRITE'],
  ['a lock', 'LOCK TABLE counters'],
  ['a table to be read into', 'SELECT * INTO copied FROM counters'],
  ['nothing', ''],
  ['no SQL', 'SELECT FROM WHERE'],
  ['no such table', 'SELECT * FROM nowhere'],
])('%s is refused', async (_, sql) => {
  await expect(query(sql)).rejects.toThrow(QueryRefused);
  expect(await query('SELECT count(*) AS n FROM counters')).toEqual([{ n: 0 }]);
});

test('comments before the statement are read over', async () => {
  expect(await query('-- how many\n/* of them */ select count(*) n from counters')).toEqual([{ n: 0 }]);
});
