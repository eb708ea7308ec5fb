import type { Database, Tx } from '../../engine/tx.ts';
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { DurableSqlite } from './adapter.ts';
import { databasePath, ensurePrivateFile } from './file.ts';

export interface OpenOptions {
  /** `file:` and a path; relative to the working directory. */
  readonly url: string;
  /** How long one attempt waits for another process's transaction, in milliseconds. The program stands still meanwhile. */
  readonly busyTimeout?: number;
  /** Told when a transaction found the store busy and is tried again. */
  readonly onBusy?: (attempt: number) => void;
}

const BUSY_TIMEOUT = 5_000;
const ATTEMPTS = 4;
// A burst of messages queues up behind one connection; these limits are for what hangs, not for what waits its turn.
const TRANSACTION_LIMITS = { maxWait: 60_000, timeout: 60_000 };

/** Opens the SQLite database that `applyMigrations` has prepared. Throws when it cannot be opened. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const path = databasePath(options.url);
  ensurePrivateFile(path);
  const client = new PrismaClient({
    adapter: new DurableSqlite(
      { url: path, timeout: options.busyTimeout ?? BUSY_TIMEOUT },
      { timestampFormat: 'iso8601' },
    ),
    transactionOptions: TRANSACTION_LIMITS,
    // Without it Prisma reads the call stack at every query.
    errorFormat: 'minimal',
  });
  await client.$connect();
  return {
    transaction: (work) => retried((run) => client.$transaction(run), work, options.onBusy),
    close: () => client.$disconnect(),
  };
}

type Start = <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;

async function retried<Value>(
  start: Start,
  work: (tx: Tx) => Promise<Value>,
  onBusy: ((attempt: number) => void) | undefined,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isBusy(error)) throw error;
      // No pause: SQLite itself has waited for the other process, for as long as busyTimeout.
      onBusy?.(attempt);
    }
  }
}

const BUSY_CODES: ReadonlySet<unknown> = new Set(['P1008', 'P2034', 'SocketTimeout', 'TransactionWriteConflict']);

/** Whether the store was busy with another process, so that the same transaction may succeed later. */
function isBusy(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return BUSY_CODES.has(error.code);
  // What happens at COMMIT comes as the adapter throws it; its class is in a package that is not ours to import.
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'kind' in cause && BUSY_CODES.has(cause.kind);
}
