import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** The two kinds of database. Each has its migrations, made of the one schema. */
export type Store = 'sqlite' | 'postgresql';

/** One folder of migrations. */
export interface Migration {
  /** The folder's name: a moment and a few words, so that the names sort in order. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the bytes of migration.sql, as Prisma records it. */
  readonly checksum: string;
}

/** The migrations of this project, from the sources and from their compiled copies alike. */
export function migrationsFolder(store: Store = 'sqlite'): string {
  const prisma = join(projectRoot(import.meta.url), 'prisma');
  return store === 'sqlite' ? join(prisma, 'migrations') : join(prisma, 'postgresql', 'migrations');
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
