import type { Database } from '../../engine/tx.ts';
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { DurableSqlite } from './adapter.ts';
import { databasePath, ensurePrivateFile } from './file.ts';
import { causeOf, retried } from './retry.ts';

export interface OpenOptions {
  /** `file:` and a path; relative to the working directory. */
  readonly url: string;
  /** How long one attempt waits for another process's transaction, in milliseconds. The program stands still meanwhile. */
  readonly busyTimeout?: number;
  /** Told when a transaction found the store busy and is tried again. */
  readonly onBusy?: (attempt: number) => void;
}

const BUSY_TIMEOUT = 5_000;
// A burst of messages queues up behind one connection; these limits are for what hangs, not for what waits its turn.
export const TRANSACTION_LIMITS = { maxWait: 60_000, timeout: 60_000 };

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
    // A file holds one community.
    community: undefined,
    transaction: (work) => retried((run) => client.$transaction(run), work, { isBusy, onBusy: options.onBusy }),
    close: () => client.$disconnect(),
  };
}

const BUSY_CODES: ReadonlySet<unknown> = new Set(['P1008', 'P2034', 'SocketTimeout', 'TransactionWriteConflict']);

/** Whether the store was busy with another process, so that the same transaction may succeed later. */
function isBusy(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return BUSY_CODES.has(error.code);
  // What happens at COMMIT comes as the adapter throws it.
  return BUSY_CODES.has(causeOf(error)['kind']);
}
