import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '../../src/adapters/db/migrate.ts';

/** A migrated, empty SQLite database in a folder of its own. */
export interface TemporaryDatabase {
  readonly folder: string;
  readonly path: string;
  /** For `openDatabase`. */
  readonly url: string;
  /** Deletes the folder. Close the database first. */
  remove(): void;
}

let template: Buffer | undefined;

/** The bytes of a migrated database; the migrations run once in each worker of the tests. */
function migrated(): Buffer {
  if (template !== undefined) return template;
  const folder = temporaryFolder();
  const path = join(folder, 'template.db');
  applyMigrations(path, new Date('2026-01-01T00:00:00Z'));
  template = readFileSync(path);
  rmSync(folder, { recursive: true });
  return template;
}

/** A new folder under the system's folder for temporary files. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'liuxin-test-'));
}

/** Makes a database for one test. */
export function temporaryDatabase(): TemporaryDatabase {
  const folder = temporaryFolder();
  const path = join(folder, 'liuxin.db');
  writeFileSync(path, migrated());
  return { folder, path, url: `file:${path}`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
