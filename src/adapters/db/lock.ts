import SqliteConnection from 'better-sqlite3';
import { resolve } from 'node:path';
import { accept, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { ensurePrivateFile } from './file.ts';

/** A lock that this process holds until it releases it or ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Takes the lock of a data folder, or refuses at once: only one bot may run on a folder. */
export function lockDataDir(folder: string): Result<Lock, 'held'> {
  return lockFile(resolve(folder, 'lock.db'));
}

/** Takes the lock beside a database file (`<path>.lock.db`), or refuses at once. */
export function lockDatabase(path: string): Result<Lock, 'held'> {
  return lockFile(`${resolve(path)}.lock.db`);
}

/**
 * An SQLite file held by an open exclusive transaction is a lock that the operating system takes back when the process
 * is killed. A file with a process number in it would outlive a crash, and the number may be another's by then.
 */
function lockFile(path: string): Result<Lock, 'held'> {
  ensurePrivateFile(path);
  const connection = new SqliteConnection(path, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof SqliteConnection.SqliteError && error.code.startsWith('SQLITE_BUSY')) return refuse('held');
    throw error;
  }
  return accept({
    release: () => {
      connection.close();
    },
  });
}
