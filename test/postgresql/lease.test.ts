import net from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConnectionLost } from '../../src/adapters/db/postgresql/connection.ts';
import { holderOf, LeaseHeld } from '../../src/adapters/db/postgresql/lease.ts';
import { applyPostgresMigrations } from '../../src/adapters/db/postgresql/migrate.ts';
import { openPostgres } from '../../src/adapters/db/postgresql/open.ts';
import type { Database } from '../../src/engine/tx.ts';
import { startChild } from '../kit/child.ts';
import { onServer, temporaryStore, type TemporaryStore } from '../kit/store.ts';

const AT = new Date('2026-03-02T08:00:00Z');
const NAME = '人民西路社区';
const LEASE = 'postgresql/children/hold-lease.ts';

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

async function bot(community: string, onLost: () => void = () => undefined): Promise<Database> {
  const database = await openPostgres({ address: store.address, community, alone: true, onLost });
  open.push(database);
  return database;
}

/** As a firewall or an operator ends a session: without asking whoever has it. */
async function cutOff(): Promise<void> {
  const name = new URL(store.address).pathname.slice(1);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
}

const session = (key: string) => ({ communityId: 1, key, startedAt: AT });

test('of five processes one is the community’s bot; the others hear who', async () => {
  const children = Array.from({ length: 5 }, () => startChild(LEASE, store.address, NAME));
  try {
    const said = await Promise.all(children.map((child) => child.nextLine()));
    expect(said.filter((line) => line === 'taken').length).toBe(1);
    const holder = await holderOf(store.address, NAME);
    expect(holder).toMatch(/^\S+ \d+$/u);
    expect(said.filter((line) => line === `refused ${holder ?? ''}`).length).toBe(4);
  } finally {
    for (const child of children) await child.kill();
  }
});

test('each community has a lease of its own', async () => {
  await bot(NAME);
  await bot('和平社区');
  await expect(bot(NAME)).rejects.toThrow(LeaseHeld);
});

test('a holder that is killed leaves the lease to the next one', async () => {
  const child = startChild(LEASE, store.address, NAME);
  expect(await child.nextLine()).toBe('taken');
  await expect(bot(NAME)).rejects.toThrow(LeaseHeld);
  await child.kill();
  await bot(NAME);
});

test('a holder that closes leaves it at once, again and again', async () => {
  for (let life = 0; life < 10; life += 1) {
    const database = await openPostgres({ address: store.address, community: NAME, alone: true });
    await database.close();
    expect(await holderOf(store.address, NAME)).toBeUndefined();
  }
});

test('commands beside the bot do not need the lease', async () => {
  await bot(NAME);
  const beside = await openPostgres({ address: store.address, community: NAME });
  open.push(beside);
  await beside.transaction((tx) => tx.loginSession.create({ data: session('beside') }));
  expect(await store.sql('select key from login_sessions')).toEqual([{ key: 'beside' }]);
});

test('whoever is cut off is told once and can write nothing more, before and after another has taken over', async () => {
  let losses = 0;
  let tell: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const old = await bot(NAME, () => {
    losses += 1;
    tell();
  });
  await old.transaction((tx) => tx.loginSession.create({ data: session('before') }));
  await cutOff();
  await lost;
  const write = (): Promise<unknown> =>
    old.transaction((tx) => tx.loginSession.create({ data: session('after the cut') }));
  await expect(write()).rejects.toThrow(ConnectionLost);
  await bot(NAME);
  await expect(write()).rejects.toThrow(ConnectionLost);
  expect(losses).toBe(1);
  expect(await store.sql('select key from login_sessions')).toEqual([{ key: 'before' }]);
});

test('cut off in the middle of a transaction, nothing of it is kept, and it is not tried again', async () => {
  let attempts = 0;
  const old = await bot(NAME);
  const cut = old.transaction(async (tx) => {
    attempts += 1;
    await tx.loginSession.create({ data: session('half') });
    await cutOff();
    await tx.loginSession.create({ data: session('other half') });
  });
  await expect(cut).rejects.toThrow();
  expect(attempts).toBe(1);
  expect(await store.sql('select key from login_sessions')).toEqual([]);
  await expect(old.transaction((tx) => tx.loginSession.count())).rejects.toThrow(ConnectionLost);
});

test('transactions that were waiting for their turn at the cut do not run on a new connection', async () => {
  const old = await bot(NAME);
  const first = old.transaction(async (tx) => {
    await cutOff();
    await tx.loginSession.count();
  });
  const waiting = [1, 2, 3].map((nth) =>
    old.transaction((tx) => tx.loginSession.create({ data: session(`waiting ${nth}`) })),
  );
  const ends = await Promise.allSettled([first, ...waiting]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(await store.sql('select key from login_sessions')).toEqual([]);
});

/** A line to the server that can be made to carry nothing more, without either side hearing of it. */
async function fragileLine(): Promise<{ readonly address: string; break(): void; close(): void }> {
  const url = new URL(store.address);
  const server = { host: url.hostname, port: Number(url.port) };
  const sockets: net.Socket[] = [];
  let isBroken = false;
  const carry = (from: net.Socket, to: net.Socket): void => {
    sockets.push(from);
    from.on('data', (part) => {
      if (!isBroken) to.write(part);
    });
    from.on('close', () => {
      if (!isBroken) to.destroy();
    });
    from.on('error', () => undefined);
  };
  const proxy = net.createServer((socket) => {
    const inner = net.connect(server);
    carry(socket, inner);
    carry(inner, socket);
  });
  const port = await new Promise<number>((resolve) => {
    proxy.listen(0, '127.0.0.1', () => {
      const address = proxy.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  url.port = String(port);
  return {
    address: url.href,
    break: () => {
      isBroken = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

test('a line that has gone silent is a lost one: nothing more is written over it, also when it speaks again', async () => {
  const line = await fragileLine();
  let losses = 0;
  const onLost = (): void => {
    losses += 1;
  };
  const old = await openPostgres({ address: line.address, community: NAME, alone: true, onLost, silence: 2_000 });
  await old.transaction((tx) => tx.loginSession.create({ data: session('before') }));
  line.break();
  const write = (): Promise<unknown> => old.transaction((tx) => tx.loginSession.create({ data: session('after') }));
  await expect(write()).rejects.toThrow();
  expect(losses).toBe(1);
  await expect(write()).rejects.toThrow(ConnectionLost);
  line.close();
  expect(await store.sql('select key from login_sessions')).toEqual([{ key: 'before' }]);
  await bot(NAME);
});
