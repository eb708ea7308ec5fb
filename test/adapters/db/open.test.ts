import SqliteConnection from 'better-sqlite3';
import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/db/open.ts';
import { storeSettings } from '../../../src/adapters/db/settings.ts';
import type { Database, Tx } from '../../../src/engine/tx.ts';
import { startChild } from '../../kit/child.ts';
import { temporaryDatabase } from '../../kit/database.ts';
import type { TemporaryDatabase } from '../../kit/database.ts';

const AT = new Date('2026-03-02T08:00:00.123Z');

let file: TemporaryDatabase;
let database: Database;
let busy: number[];
/** Called when a transaction is about to be tried again. */
let whenBusy: (attempt: number) => void;

beforeEach(async () => {
  file = temporaryDatabase();
  busy = [];
  whenBusy = () => undefined;
  const onBusy = (attempt: number): void => {
    busy.push(attempt);
    whenBusy(attempt);
  };
  database = await openDatabase({ url: file.url, busyTimeout: 20, onBusy });
});

afterEach(async () => {
  await database.close();
  file.remove();
});

function addSession(key: string): (tx: Tx) => Promise<unknown> {
  return (tx) => tx.loginSession.create({ data: { communityId: 1, key, startedAt: AT } });
}

async function sessions(): Promise<string[]> {
  const rows = await database.transaction((tx) => tx.loginSession.findMany({ orderBy: { id: 'asc' } }));
  return rows.map(({ key }) => key);
}

/** Another connection that has begun to write. */
function writer(): SqliteConnection.Database {
  const other = new SqliteConnection(file.path, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE');
  return other;
}

test('the settings that make a commit durable are on', async () => {
  expect(await storeSettings(database)).toEqual({
    journalMode: 'wal',
    synchronous: 2,
    foreignKeys: true,
    busyTimeout: 20,
  });
});

test('the files are for the owner only', async () => {
  await database.close();
  const path = `${file.folder}/new/liuxin.db`;
  database = await openDatabase({ url: `file:${path}` });
  await database.transaction((tx) => tx.$executeRawUnsafe('CREATE TABLE made (id INTEGER)'));
  const modes = [path, `${path}-wal`, `${path}-shm`].map((name) => statSync(name).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

test('a moment is stored alike by a typed write and by raw SQL', async () => {
  await database.transaction(addSession('typed'));
  const inserted = await database.transaction(async (tx) => {
    const insert = (): Promise<number> =>
      tx.$executeRaw`INSERT INTO login_sessions (community_id, key, started_at) VALUES (1, 'raw', ${AT}) ON CONFLICT DO NOTHING`;
    return [await insert(), await insert()];
  });
  expect(inserted).toEqual([1, 0]);
  const found = await database.transaction(
    (tx) => tx.$queryRaw`SELECT key, CAST(started_at AS TEXT) AS stored FROM login_sessions WHERE started_at = ${AT}`,
  );
  const stored = '2026-03-02T08:00:00.123+00:00';
  expect(found).toEqual([
    { key: 'typed', stored },
    { key: 'raw', stored },
  ]);
  const typed = await database.transaction((tx) => tx.loginSession.findMany({ where: { startedAt: AT } }));
  expect(typed.map(({ startedAt }) => startedAt)).toEqual([AT, AT]);
});

test('a transaction that throws leaves nothing behind', async () => {
  const failing = database.transaction(async (tx) => {
    await addSession('lost')(tx);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await sessions()).toEqual([]);
});

test('transactions that are asked for at once run one after the other', async () => {
  await Promise.all(['a', 'b', 'c', 'd'].map((key) => database.transaction(addSession(key))));
  expect(await sessions()).toEqual(['a', 'b', 'c', 'd']);
});

test('a transaction waits for another process, and is tried again as a whole', async () => {
  const other = writer();
  whenBusy = (attempt) => {
    if (attempt === 2) other.close();
  };
  let runs = 0;
  await database.transaction(async (tx) => {
    runs += 1;
    await addSession('patient')(tx);
  });
  expect({ busy, runs, sessions: await sessions() }).toEqual({ busy: [1, 2], runs: 1, sessions: ['patient'] });
});

test('it gives up after a few tries, and the next transaction is not held up', async () => {
  const other = writer();
  await expect(database.transaction(addSession('late'))).rejects.toMatchObject({ code: 'P1008' });
  expect(busy).toEqual([1, 2, 3]);
  other.close();
  await database.transaction(addSession('next'));
  expect(await sessions()).toEqual(['next']);
});

test('reading first and writing then is safe beside another process', async () => {
  await database.transaction((tx) => tx.counter.create({ data: { communityId: 1, name: 'case', value: 0 } }));
  const children = [1, 2].map(() => startChild('adapters/db/children/count-up.ts', file.url, '150'));
  try {
    for (const child of children) expect(await child.nextLine()).toBe('ready');
    for (const child of children) expect(await child.nextLine()).toBe('done');
  } finally {
    for (const child of children) await child.kill();
  }
  const counters = await database.transaction((tx) => tx.counter.findMany());
  expect(counters.map(({ value }) => value)).toEqual([300]);
});

test('a commit that fails does not swallow what is written later', async () => {
  await database.transaction(async (tx) => {
    await tx.$executeRawUnsafe('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
    await tx.$executeRawUnsafe(
      'CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)',
    );
  });
  const failing = database.transaction((tx) => tx.$executeRawUnsafe('INSERT INTO children VALUES (7)'));
  await expect(failing).rejects.toThrow('ForeignKeyConstraintViolation');
  await database.transaction(addSession('kept'));
  const other = new SqliteConnection(file.path, { readonly: true });
  expect(other.prepare('SELECT key FROM login_sessions').pluck().all()).toEqual(['kept']);
  expect(other.prepare('SELECT * FROM children').all()).toEqual([]);
  other.close();
});

test('when SQLite has rolled back by itself, nothing more is written', async () => {
  const failing = database.transaction(async (tx) => {
    await addSession('before')(tx);
    await tx.$executeRawUnsafe('ROLLBACK');
    await addSession('after')(tx);
  });
  await expect(failing).rejects.toThrow('no transaction is open');
  expect(await sessions()).toEqual([]);
});

test('the database refuses a word that is not in the list', async () => {
  const room = { communityId: 1, topic: '和美一号院', kind: 'strangers', active: true };
  await expect(database.transaction((tx) => tx.room.create({ data: room }))).rejects.toThrow('rooms_kind_check');
});
