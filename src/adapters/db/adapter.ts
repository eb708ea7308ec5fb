import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import SqliteConnection from 'better-sqlite3';
import type { Database as Connection } from 'better-sqlite3';
import { BEGIN, keepingConnection, keepStatements } from './statements.ts';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** Prisma's adapter for better-sqlite3 with kept statements, durable settings and transactions that take the write lock first. */
export class DurableSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const connection: unknown = Reflect.get(adapter, 'client');
    if (!(connection instanceof SqliteConnection))
      throw new Error('the adapter of Prisma no longer keeps its connection in `client`');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    const statements = keepStatements(connection);
    Reflect.set(adapter, 'client', keepingConnection(connection, statements));

    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const transaction = endingCleanly(await start(level), connection);
      await begin(transaction);
      statements.checkSchema();
      return transaction;
    };
    return adapter;
  }
}

/**
 * BEGIN IMMEDIATE: what is read in a transaction stays true until its writes. A transaction that begins as a reader
 * fails at its first write, without any waiting, if another process has written in between.
 */
async function begin(transaction: Transaction): Promise<void> {
  try {
    await transaction.executeRaw({ sql: BEGIN, args: [], argTypes: [] });
  } catch (error) {
    // The adapter is waiting for this transaction to end before it lets the next one begin.
    await transaction.rollback();
    throw error;
  }
}

/**
 * A COMMIT that failed (disk full) leaves SQLite's transaction open, and Prisma does not roll it back: everything
 * written later would belong to it and be lost. So the end of a transaction makes sure that it has ended.
 */
function endingCleanly(transaction: Transaction, connection: Connection): Transaction {
  const rollback = transaction.rollback.bind(transaction);
  transaction.rollback = async () => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    await rollback();
  };
  return transaction;
}
