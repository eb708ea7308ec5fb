import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyPostgresMigrations } from '../../src/adapters/db/postgresql/migrate.ts';
import { openPostgres, type PostgresOptions } from '../../src/adapters/db/postgresql/open.ts';
import { serverSettings } from '../../src/adapters/db/postgresql/settings.ts';
import type { Database } from '../../src/engine/tx.ts';
import { startChild } from '../kit/child.ts';
import { temporaryStore, type TemporaryStore } from '../kit/store.ts';

const AT = new Date('2026-03-02T08:00:00.123Z');
const NAME = '人民西路社区';

let store: TemporaryStore;
const open: Database[] = [];

beforeEach(async () => {
  store = await temporaryStore('migrated', async (address) => {
    await applyPostgresMigrations(address, AT);
  });
});

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
  await store.remove();
});

async function opened(options: Omit<PostgresOptions, 'address'> = { community: NAME }): Promise<Database> {
  const database = await openPostgres({ address: store.address, ...options });
  open.push(database);
  return database;
}

const counter = (value: number) => ({ communityId: 1, name: 'case', value });
const where = { communityId_name: { communityId: 1, name: 'case' } };

test('an instant comes back as it was, to the millisecond, though the server lives in another time zone', async () => {
  const database = await opened();
  const key = { communityId_key: { communityId: 1, key: 'typed' } };
  await database.transaction(async (tx) => {
    await tx.loginSession.create({ data: { communityId: 1, key: 'typed', startedAt: AT } });
    await tx.$executeRaw`INSERT INTO login_sessions (community_id, key, started_at) VALUES (1, 'raw', ${AT})`;
  });
  expect(await store.sql('select key, started_at from login_sessions order by id')).toEqual([
    { key: 'typed', started_at: '2026-03-02T08:00:00.123+00:00' },
    { key: 'raw', started_at: '2026-03-02T08:00:00.123+00:00' },
  ]);
  const found = await database.transaction(async (tx) => [
    (await tx.loginSession.findUniqueOrThrow({ where: key })).startedAt,
    await tx.loginSession.count({ where: { startedAt: AT } }),
    await tx.$queryRaw`SELECT count(*)::int AS n FROM login_sessions WHERE started_at = ${AT}`,
  ]);
  expect(found).toEqual([AT, 2, [{ n: 2 }]]);
});

test('what an address sets of a session does not count against what is needed', async () => {
  const url = new URL(store.address);
  url.searchParams.set('options', '-c TimeZone=Asia/Shanghai -c synchronous_commit=off -c work_mem=8MB');
  const database = await openPostgres({ address: url.href, community: NAME });
  open.push(database);
  const read = (name: string): Promise<unknown> =>
    database.transaction(async (tx) => {
      const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(`SHOW ${name}`);
      return Object.values(rows[0] ?? {})[0];
    });
  expect(await read('TimeZone')).toBe('UTC');
  expect(await read('synchronous_commit')).toBe('on');
  expect(await read('work_mem')).toBe('8MB');
  expect(await serverSettings(url.href)).toMatchObject({ encoding: 'UTF8', synchronousCommit: 'on' });
});

test('a transaction that throws leaves nothing', async () => {
  const database = await opened();
  const failing = database.transaction(async (tx) => {
    await tx.counter.create({ data: counter(1) });
    throw new Error('stumbled');
  });
  await expect(failing).rejects.toThrow('stumbled');
  expect(await store.sql('select * from counters')).toEqual([]);
});

test('a refused row is no end of its transaction', async () => {
  const database = await opened();
  await database.transaction(async (tx) => {
    await tx.counter.create({ data: counter(1) });
    await tx.$executeRaw`INSERT INTO counters (community_id, name, value) VALUES (1, 'case', 9) ON CONFLICT DO NOTHING`;
    await tx.counter.update({ where, data: { value: { increment: 1 } } });
  });
  expect(await store.sql('select value from counters')).toEqual([{ value: 2 }]);
});

test('four processes that read and then write lose nothing of each other', async () => {
  const database = await opened();
  await database.transaction((tx) => tx.counter.create({ data: counter(0) }));
  const children = Array.from({ length: 4 }, () =>
    startChild('postgresql/children/count-up.ts', store.address, NAME, '50'),
  );
  try {
    for (const child of children) expect(await child.nextLine()).toBe('ready');
    for (const child of children) expect(await child.nextLine()).toBe('done');
  } finally {
    for (const child of children) await child.kill();
  }
  expect(await store.sql('select value from counters')).toEqual([{ value: 200 }]);
});

/** Opens a transaction of a community and keeps it open until it is told to end. */
async function holdWriter(community: string): Promise<() => Promise<void>> {
  const database = await opened({ community });
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const transaction = database.transaction(async (tx) => {
    await tx.counter.count();
    begin();
    await ended;
  });
  await begun;
  return async () => {
    end();
    await transaction;
  };
}

test('a transaction waits for another one of its community, is tried again, and then succeeds', async () => {
  const release = await holdWriter(NAME);
  let waits = 0;
  const waiting = await opened({
    community: NAME,
    onBusy: () => {
      waits += 1;
      void release();
    },
  });
  await waiting.transaction((tx) => tx.counter.create({ data: counter(1) }));
  expect(waits).toBe(1);
  expect(await store.sql('select value from counters')).toEqual([{ value: 1 }]);
});

test('a transaction of another community does not wait', async () => {
  const release = await holdWriter(NAME);
  const other = await opened({ community: '和平社区', onBusy: () => expect.unreachable() });
  await other.transaction((tx) => tx.counter.create({ data: counter(1) }));
  await release();
});

test('a deadlock is tried again as a whole', async () => {
  const database = await opened();
  let attempts = 0;
  await database.transaction(async (tx) => {
    attempts += 1;
    await tx.counter.create({ data: counter(attempts) });
    if (attempts < 3)
      await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '40P01'; END $$`);
  });
  expect(await store.sql('select value from counters')).toEqual([{ value: 3 }]);
});
