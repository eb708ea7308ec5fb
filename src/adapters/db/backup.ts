import type { Database as Connection } from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Copies the open database into `backups/` beside its file, as it is at this moment and while others go on writing.
 * Only the owner can read the copy. Returns its path; throws if there is a copy of that moment already.
 */
export function backUp(database: Connection, path: string, at: Date): string {
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const moment = at.toISOString().replaceAll(/[-:]/g, '').replace('.', '-');
  const copy = join(folder, `${basename(path).replace(/\.db$/, '')}-${moment}.db`);
  // VACUUM INTO takes an empty file, so the mode can be right from the start.
  const file = openSync(copy, 'wx', 0o600);
  try {
    database.prepare('VACUUM INTO ?').run(copy);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return copy;
}
