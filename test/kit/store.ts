import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { queryStore } from '../../src/app/database.ts';
import { temporaryFolder } from './database.ts';
import type { Row } from './stage.ts';

/** Which store this run of the tests is on: every test of a store or a story runs on both. */
export const STORE = process.env['TEST_STORE'] === 'postgresql' ? 'postgresql' : 'sqlite';

/** A database for one test. */
export interface TemporaryStore {
  /** As `openStore` takes it. */
  readonly address: string;
  sql(query: string): Promise<readonly Row[]>;
  /** Deletes it. Close what has it open first. */
  remove(): Promise<void>;
}

const files = new Map<string, Buffer>();
const databases = new Map<string, Promise<string>>();
let made = 0;

/**
 * A database that was filled by `fill` and has been closed again. What `key` names is filled once in each worker and
 * copied from then on.
 */
export async function temporaryStore(key: string, fill: (address: string) => Promise<void>): Promise<TemporaryStore> {
  const store = STORE === 'postgresql' ? await copyDatabase(key, fill) : await copyFile(key, fill);
  // Bytes come as base64, truth values as numbers: nothing else is in these tables.
  return { ...store, sql: async (query) => (await queryStore(store.address, query)) as readonly Row[] };
}

type Place = Omit<TemporaryStore, 'sql'>;

async function copyFile(key: string, fill: (address: string) => Promise<void>): Promise<Place> {
  const folder = temporaryFolder();
  const address = join(folder, 'liuxin.db');
  const known = files.get(key);
  if (known === undefined) {
    await fill(address);
    files.set(key, readFileSync(address));
  } else writeFileSync(address, known);
  return { address, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function copyDatabase(key: string, fill: (address: string) => Promise<void>): Promise<Place> {
  const template = databases.get(key) ?? makeTemplate(fill);
  databases.set(key, template);
  const name = nextName();
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${await template}`);
  return { address: addressOf(name), remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function makeTemplate(fill: (address: string) => Promise<void>): Promise<string> {
  const name = nextName();
  await onServer(`CREATE DATABASE ${name}`);
  await fill(addressOf(name));
  return name;
}

/** An empty database on the server, without a single table. */
export async function emptyDatabase(): Promise<Place> {
  const name = nextName();
  await onServer(`CREATE DATABASE ${name}`);
  return { address: addressOf(name), remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function nextName(): string {
  made += 1;
  return `liuxin_test_${process.pid}_${made}`;
}

/** See postgresql-server.ts. */
const server = (): string => process.env['TEST_SERVER'] ?? '';

/** The server's address with another database. */
export function addressOf(database: string): string {
  const url = new URL(server());
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs a statement as the server's keeper, in a database of its own or in that one. */
export async function onServer(sql: string, address: string = server()): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
