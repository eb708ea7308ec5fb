import type { Prisma } from '../generated/prisma/client.ts';

/** An open transaction. Stores accept nothing else: a write beside an open transaction would vanish with its rollback. */
export type Tx = Prisma.TransactionClient;

/** The only way to the data. */
export interface Database {
  /** The name of the one community that it was opened for; undefined where it holds no other. */
  readonly community: string | undefined;
  /**
   * Runs `work` in one transaction and commits it, or rolls it back and throws. The whole transaction is tried again
   * when the store was busy with another process, so `work` must do nothing but read and write through its Tx.
   */
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}
