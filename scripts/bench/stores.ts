import { copyFileSync } from 'node:fs';
import { Client } from 'pg';
import { moveCommunity } from '../../src/app/migrate-to.ts';
import { type Cluster, findPostgres, startCluster } from '../cluster.ts';
import { lap } from './lap.ts';
import { median } from './median.ts';
import { type Said, startProgram } from './program.ts';

/** The same messages by the same program on a file and on a server. */
export interface StoreComparison {
  readonly name: string;
  readonly messages: number;
  readonly rounds: number;
  /** Messages a second. */
  readonly file: number;
  readonly server: number;
  /** How many times as long the server takes, round by round. */
  readonly ratio: number;
}

/** A server with a copy of a file's data, from which a database is made for each round. */
export interface Server {
  compare(name: string, messages: readonly Said[], rounds: number): Promise<StoreComparison>;
  stop(): Promise<void>;
}

/** Starts a server that keeps everything on the disk, as one in use does; undefined where PostgreSQL is not installed. */
export async function startServer(base: string): Promise<Server | undefined> {
  const binaries = findPostgres();
  if (binaries === undefined) return undefined;
  const cluster = await startCluster(binaries, true);
  await run(cluster, 'CREATE DATABASE base');
  await moveCommunity(base, addressOf(cluster, 'base'));
  return {
    stop: () => cluster.stop(),
    async compare(name, messages, rounds) {
      const files: number[] = [];
      const servers: number[] = [];
      // Each round on fresh copies, one side after the other, A B A B: the machine's own speed drifts.
      for (let round = 0; round < rounds; round += 1) {
        copyFileSync(base, `${base}.store`);
        files.push(await take(`${base}.store`, messages));
        await run(cluster, 'DROP DATABASE IF EXISTS round');
        await run(cluster, 'CREATE DATABASE round TEMPLATE base');
        servers.push(await take(addressOf(cluster, 'round'), messages));
      }
      const speed = (seconds: readonly number[]): number => median(seconds.map((one) => messages.length / one));
      return {
        name,
        messages: messages.length,
        rounds,
        file: speed(files),
        server: speed(servers),
        ratio: median(servers.map((seconds, round) => seconds / (files[round] ?? Number.NaN))),
      };
    },
  };
}

async function take(address: string, messages: readonly Said[]): Promise<number> {
  const program = await startProgram(address);
  const { seconds } = await lap(async () => {
    for (const said of messages) await program.say(said);
  });
  await program.close();
  return seconds;
}

function addressOf(cluster: Cluster, database: string): string {
  const url = new URL(cluster.address);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(cluster: Cluster, sql: string): Promise<void> {
  const client = new Client({ connectionString: cluster.address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
