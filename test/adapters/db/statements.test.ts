import SqliteConnection from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/db/open.ts';
import { keepStatements } from '../../../src/adapters/db/statements.ts';
import type { Database } from '../../../src/engine/tx.ts';
import { temporaryDatabase } from '../../kit/database.ts';
import type { TemporaryDatabase } from '../../kit/database.ts';

let file: TemporaryDatabase;
let database: Database;

beforeEach(async () => {
  file = temporaryDatabase();
  database = await openDatabase({ url: file.url });
});

afterEach(async () => {
  await database.close();
  file.remove();
});

function run(sql: string): Promise<number> {
  return database.transaction((tx) => tx.$executeRawUnsafe(sql));
}

function query(sql: string, ...values: unknown[]): Promise<unknown> {
  return database.transaction((tx) => tx.$queryRawUnsafe(sql, ...values));
}

test('the same statement serves other values, and the same number of them again', async () => {
  const find = 'SELECT ? AS a, ? AS b';
  expect(await query(find, 1, 'x')).toEqual([{ a: 1, b: 'x' }]);
  expect(await query(find, null, 'y')).toEqual([{ a: null, b: 'y' }]);
  expect(await query(find, 'z', 2)).toEqual([{ a: 'z', b: 2 }]);
});

test('a statement that failed can be run again', async () => {
  await run('CREATE TABLE things (id INTEGER PRIMARY KEY)');
  await run('INSERT INTO things VALUES (1)');
  await expect(run('INSERT INTO things VALUES (1)')).rejects.toThrow('UNIQUE constraint failed: things.id');
  await run('DELETE FROM things');
  await run('INSERT INTO things VALUES (1)');
  expect(await query('SELECT id FROM things')).toEqual([{ id: 1 }]);
});

test.each(['this connection', 'another connection'])('a schema changed by %s is seen', async (who) => {
  await run('CREATE TABLE things (a INTEGER)');
  await run('INSERT INTO things VALUES (1)');
  expect(await query('SELECT * FROM things')).toEqual([{ a: 1 }]);
  const change = `ALTER TABLE things ADD COLUMN "when" DATETIME DEFAULT '2026-03-02T08:00:00.000+00:00'`;
  if (who === 'this connection') await run(change);
  else new SqliteConnection(file.path).exec(change).close();
  expect(await query('SELECT * FROM things')).toEqual([{ a: 1, when: new Date('2026-03-02T08:00:00Z') }]);
  await run('DROP TABLE things');
  await run(`CREATE TABLE things (a TEXT)`);
  await run(`INSERT INTO things VALUES ('one')`);
  expect(await query('SELECT * FROM things')).toEqual([{ a: 'one' }]);
});

test('a schema changed within the transaction is seen', async () => {
  const rows = await database.transaction(async (tx) => {
    const all = (): Promise<unknown> => tx.$queryRawUnsafe('SELECT * FROM things');
    await tx.$executeRawUnsafe('CREATE TABLE things (a INTEGER)');
    await tx.$executeRawUnsafe('INSERT INTO things VALUES (1)');
    const before = await all();
    await tx.$executeRawUnsafe('ALTER TABLE things RENAME COLUMN a TO b');
    return [before, await all()];
  });
  expect(rows).toEqual([[{ a: 1 }], [{ b: 1 }]]);
});

test('a schema that was rolled back is gone', async () => {
  await expect(
    database.transaction(async (tx) => {
      await tx.$executeRawUnsafe('CREATE TABLE things (a INTEGER)');
      await tx.$queryRawUnsafe('SELECT * FROM things');
      throw new Error('never mind');
    }),
  ).rejects.toThrow('never mind');
  await expect(query('SELECT * FROM things')).rejects.toThrow('no such table');
});

test('statements are kept, up to a limit, and those used last stay', () => {
  const connection = new SqliteConnection(':memory:');
  const statements = keepStatements(connection, 2);
  const one = statements.get('SELECT 1');
  statements.get('SELECT 2');
  expect(statements.get('SELECT 1')).toBe(one);
  statements.get('SELECT 3');
  expect(statements.size).toBe(2);
  expect(statements.get('SELECT 1')).toBe(one);
  statements.get('CREATE TABLE a (b)').statement.run();
  expect(statements.size).toBe(0);
  connection.close();
});
