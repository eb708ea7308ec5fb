import type { Database } from '../../engine/tx.ts';

/** What makes the store durable, as SQLite itself reports it. */
export interface StoreSettings {
  readonly journalMode: string;
  /** 2 is FULL: a commit is on the disk before it returns. */
  readonly synchronous: number;
  readonly foreignKeys: boolean;
  /** Milliseconds that a statement waits for another process. */
  readonly busyTimeout: number;
}

/** Reads the settings back from the connection on which the program works. */
export async function storeSettings(database: Database): Promise<StoreSettings> {
  return database.transaction(async (tx) => {
    const read = async (pragma: string): Promise<unknown> => {
      const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
      return Object.values(rows[0] ?? {})[0];
    };
    return {
      journalMode: String(await read('journal_mode')),
      synchronous: Number(await read('synchronous')),
      foreignKeys: Number(await read('foreign_keys')) === 1,
      busyTimeout: Number(await read('busy_timeout')),
    };
  });
}
