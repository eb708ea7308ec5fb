import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** One folder of prisma/migrations. */
export interface Migration {
  /** The folder's name: a moment and a few words, so that the names sort in order. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the bytes of migration.sql, as Prisma records it. */
  readonly checksum: string;
}

/** prisma/migrations of this project, from the sources and from their compiled copies alike. */
export function migrationsFolder(): string {
  return join(projectRoot(import.meta.url), 'prisma', 'migrations');
}

/** The migrations of a folder, oldest first; none if there is no such folder. */
export function readMigrations(folder: string = migrationsFolder()): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    });
}
