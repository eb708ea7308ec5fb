import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** The path in a `file:` URL as Prisma writes it: `file:./data/liuxin.db` is relative to the working directory. */
export function databasePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error(`not an SQLite database: ${url.split(':', 1)[0] ?? ''}:…`);
  return url.slice('file:'.length);
}

/** Makes the file (empty) and its folder unless they exist, for the owner's eyes only: residents' words are kept in it. */
export function ensurePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives the mode of the database to its -wal and -shm files.
  closeSync(openSync(path, 'a', 0o600));
}
