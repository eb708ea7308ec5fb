import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The path in a `file:` URL as Prisma writes it: `file:./data/liuxin.db` is relative to the working directory. */
export function databasePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error(`not an SQLite database: ${url.split(':', 1)[0] ?? ''}:…`);
  return url.slice('file:'.length);
}

/**
 * Makes a folder and those above it, for the owner's eyes only. Node's own recursive way never returns where a folder
 * can be neither found nor made (below /proc, say); this one throws.
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder, { mode: 0o700 });
}

/** Makes the file (empty) and its folder unless they exist, for the owner's eyes only: residents' words are kept in it. */
export function ensurePrivateFile(path: string): void {
  makeFolder(dirname(path));
  // SQLite gives the mode of the database to its -wal and -shm files.
  closeSync(openSync(path, 'a', 0o600));
}
