import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { writerLock } from './lease.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** More statements than the program has; others are prepared for one use. */
const LIMIT = 500;

/** A name for each statement, under which the server keeps it prepared; none for one too many. */
function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= LIMIT) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * Prisma's adapter for PostgreSQL with kept statements. Where it is opened for a community, its transactions go one
 * after another, whoever begins them: what is read in one stays true until it ends, as on SQLite.
 */
export class OneWriterPostgres extends PrismaPg {
  readonly #community: string | undefined;
  readonly #onError: (error: unknown) => void;

  constructor(pool: Pool, community: string | undefined, onError: (error: unknown) => void) {
    super(pool, { statementNameGenerator: statementNames() });
    this.#community = community;
    this.#onError = onError;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const transaction = await start(level);
      if (this.#community !== undefined) await this.#begin(transaction, writerLock(this.#community));
      return transaction;
    };
    return adapter;
  }

  async #begin(transaction: Transaction, sql: string): Promise<void> {
    try {
      await transaction.executeRaw({ sql, args: [], argTypes: [] });
    } catch (error) {
      this.#onError(error);
      await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] }).catch(() => undefined);
      await transaction.rollback();
      throw error;
    }
  }
}
