import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL of one's own, for as long as it is needed. */
export interface Cluster {
  /** `postgresql://…` of an empty database whose owner may make others. */
  readonly address: string;
  /** Ends the server and deletes everything. */
  stop(): Promise<void>;
}

/** Where Debian puts them: not on the PATH, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with initdb and postgres, the newest first; undefined where there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Makes a cluster in a temporary folder and starts it on a free loopback port. `isDurable` keeps what a real one does
 * for the disk; without it a test's databases are made and dropped several times as fast.
 */
export async function startCluster(binaries: string, isDurable: boolean): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-postgresql-'));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const data = join(folder, 'data');
  const inits = [
    '-D',
    data,
    '-U',
    'liuxin',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  execFileSync(join(binaries, 'initdb'), [...inits, '--no-sync'], { ...user, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    // Far from UTC: whatever leaves a moment's zone to the server fails here.
    timezone: 'America/St_Johns',
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...args], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const address = `postgresql://liuxin:${password}@127.0.0.1:${port}/postgres`;
  // Whoever started it may be interrupted, and then has no time to wait.
  const abandon = (): void => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', abandon);
    // Its "fast shutdown": sessions are ended, nothing is left behind.
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; !(await answers(address)); attempt += 1) {
    if (attempt > 300 || server.exitCode !== null) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${said}`);
    }
    await pause(100);
  }
  return { address, stop };
}

async function answers(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
