import type { Database, Tx } from '../../../engine/tx.ts';
import { PrismaClient as PostgresClient } from '../../../generated/postgresql/client.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { createLanes } from '../../../kernel/lanes.ts';
import { TRANSACTION_LIMITS } from '../open.ts';
import { causeOf, retried } from '../retry.ts';
import { OneWriterPostgres } from './adapter.ts';
import { connect, ConnectionLost } from './connection.ts';

export interface PostgresOptions {
  /** `postgresql://…` */
  readonly address: string;
  /** The one community that is worked on. Without it, transactions only look: nothing keeps others from writing. */
  readonly community?: string;
  /** Whether this is to be the community's bot, and the only one. */
  readonly alone?: boolean;
  /** How long the server may take to answer, in milliseconds, before the line is taken to be cut. */
  readonly silence?: number;
  /** Told when a transaction found the store busy and is tried again. */
  readonly onBusy?: (attempt: number) => void;
  /** Told when the connection has ended by itself; every later transaction throws ConnectionLost. */
  readonly onLost?: () => void;
}

/** Opens the PostgreSQL database that `applyPostgresMigrations` has prepared. Throws LeaseHeld or ServerRefused. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { community } = options;
  let isLost = false;
  const lose = (): void => {
    if (isLost) return;
    isLost = true;
    options.onLost?.();
  };
  const lease = options.alone === true ? community : undefined;
  const connection = await connect(options.address, lease, lose, options.silence);
  const loseIfSilent = (error: unknown): void => {
    if (isSilence(error)) lose();
  };
  const adapter = new OneWriterPostgres(connection.pool, community, loseIfSilent);
  const postgres = new PostgresClient({ adapter, transactionOptions: TRANSACTION_LIMITS, errorFormat: 'minimal' });
  // Both clients are made of one schema; what the other one's types can say more, the program does not say.
  const client = postgres as unknown as PrismaClient;
  const retry = { isBusy, onBusy: options.onBusy };
  // There is one connection. The pool would make whoever waits for it longer than a connection may take fail.
  const turns = createLanes();
  const run = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    if (isLost) throw new ConnectionLost('the connection has ended');
    try {
      return await retried((begun) => client.$transaction(begun), work, retry);
    } catch (error) {
      loseIfSilent(error);
      throw error;
    }
  };
  return {
    community,
    transaction: (work) => turns.run('connection', () => run(work)),
    async close() {
      await client.$disconnect();
      await connection.close();
    },
  };
}

/** The server has not answered in time. Whatever it may say later, the connection is of no use any more. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Query read timeout');
}

/** Serialization failure, deadlock, a lock that was not to be had in time. A cut line is none: see `onLost`. */
const BUSY_CODES: ReadonlySet<unknown> = new Set(['40001', '40P01', '55P03']);

function isBusy(error: unknown): boolean {
  return BUSY_CODES.has(causeOf(error)['originalCode']);
}
