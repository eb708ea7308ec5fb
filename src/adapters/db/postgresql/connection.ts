import { hostname } from 'node:os';
import { Pool } from 'pg';
import { connectionOptions } from './address.ts';
import { takeLease } from './lease.ts';
import { refusalOf } from './refused.ts';

/** Longer than a transaction may wait for another one, and shorter than the server's own patience: see address.ts. */
const SILENCE = 15_000;
/** The connection has ended; nothing can be read or written any more. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** One connection. It is never made again: what it held, locks above all, would be another's by then. */
export interface Connection {
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * Connects; with `lease`, as the only bot of that community for as long as the connection lasts. Everything that the
 * process writes goes over this very connection, so whoever has lost the lease can write nothing more. `onLost` is told
 * once, when the connection ends by itself. Throws LeaseHeld or ServerRefused.
 */
export async function connect(
  address: string,
  lease: string | undefined,
  onLost: () => void,
  silence: number = SILENCE,
): Promise<Connection> {
  let state: 'new' | 'open' | 'lost' | 'closed' = 'new';
  const pool = new Pool({
    ...connectionOptions(address),
    application_name: `liuxin ${hostname()} ${process.pid}`.replaceAll(/[^ -~]/gu, '?').slice(0, 63),
    query_timeout: silence,
    max: 1,
    idleTimeoutMillis: 0,
    verify: (_, done) => {
      if (state === 'new') done();
      else done(new ConnectionLost('the connection has ended'));
    },
  });
  // What ends an idle connection is told here; that it has ended, by `remove`.
  pool.on('error', () => undefined);
  let isGone: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    isGone = resolve;
  });
  pool.on('remove', () => {
    isGone();
    if (state !== 'open') return;
    state = 'lost';
    onLost();
  });
  const close = async (): Promise<void> => {
    if (state === 'closed') return;
    const isThere = state === 'open';
    state = 'closed';
    await pool.end();
    // The pool forgets a connection before it has ended. What it held is free when the server has closed its side.
    if (isThere) await gone;
  };
  try {
    const client = await pool.connect();
    try {
      if (lease !== undefined) await takeLease(client, lease);
      state = 'open';
    } finally {
      client.release();
    }
  } catch (error) {
    await close();
    throw refusalOf(error, address);
  }
  return { pool, close };
}
