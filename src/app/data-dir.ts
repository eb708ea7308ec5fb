import { accessSync, chmodSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../adapters/db/file.ts';
import { type Lock, lockDataDir } from '../adapters/db/lock.ts';
import { applyMigrations } from '../adapters/db/migrate.ts';
import { MigrationRefused } from '../adapters/db/migration-plan.ts';
import { openDatabase } from '../adapters/db/open.ts';
import type { Database } from '../engine/tx.ts';
import { texts } from './texts.ts';

/** Something that the person at the terminal can put right; the message says how. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The database file in a data folder. */
export function databaseFile(folder: string): string {
  return resolve(folder, 'liuxin.db');
}

/** Makes the folder for its owner alone. Throws StartRefused where it cannot be written. */
export function ensureDataDir(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    chmodSync(folder, 0o700);
  } catch {
    throw new StartRefused(texts.notWritable({ folder }));
  }
}

/** Takes the folder for this process. Throws StartRefused while another one has it. */
export function takeDataDir(folder: string): Lock {
  ensureDataDir(folder);
  const lock = lockDataDir(folder);
  if (!lock.ok) throw new StartRefused(texts.held({ folder }));
  return lock.value;
}

/** SQLite's own codes for a file that is no database, or one with torn pages. */
const DAMAGED: ReadonlySet<unknown> = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

const isDamaged = (error: unknown): boolean => error instanceof Error && 'code' in error && DAMAGED.has(error.code);

/** Opens a database file, brought to the newest migration. Throws StartRefused where it and the program do not fit. */
export async function openMigrated(path: string, at: Date): Promise<Database> {
  try {
    applyMigrations(path, at);
  } catch (error) {
    if (error instanceof MigrationRefused) throw misfit(error);
    if (isDamaged(error)) throw new StartRefused(texts.damaged({ path }));
    throw error;
  }
  return openDatabase({ url: `file:${path}` });
}

/** What to say where the database and this version of the program do not fit. */
export function misfit({ code, migration }: MigrationRefused): StartRefused {
  return new StartRefused(texts.migrationRefused({ code, migration }));
}

/** The sample community that ships with the program. */
export function sampleProfile(root: string): string {
  return join(root, 'prisma', 'communities', 'renmin-xilu.yaml');
}
