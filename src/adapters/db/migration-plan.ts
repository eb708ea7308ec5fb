import type { Migration } from './migration-files.ts';

/** Why the database was left as it is; `docs/operation.md` says what to do about each. */
export type MigrationProblem =
  /** A migration that was applied once reads differently now. */
  | 'edited'
  /** A migration was begun (by Prisma's own command) and did not end. */
  | 'failed'
  /** The database has a migration that this version of the program does not know: it is the older one. */
  | 'unknown'
  /** A migration cannot be applied; nothing of it has been. */
  | 'broken';

/** The database and the migrations do not fit together. The program must not run on it. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: MigrationProblem;
  readonly migration: string;

  constructor(code: MigrationProblem, migration: string, message: string) {
    super(`migration ${migration} ${message}`);
    this.code = code;
    this.migration = migration;
  }
}

/** A migration that the database has, as Prisma's own commands would read it too. */
export interface RecordedMigration {
  readonly name: string;
  readonly checksum: string;
  /** When it ended; null if it did not. */
  readonly finished: unknown;
}

/** How a database stands to the migrations of this program. */
export interface MigrationState {
  readonly applied: number;
  readonly pending: number;
  readonly problem?: MigrationRefused;
}

/** The migrations that the database lacks, oldest first. Throws MigrationRefused where what it has does not fit. */
export function pendingOf(recorded: readonly RecordedMigration[], migrations: readonly Migration[]): Migration[] {
  for (const { name, checksum, finished } of recorded) {
    if (finished === null) throw new MigrationRefused('failed', name, 'was begun and did not end');
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined)
      throw new MigrationRefused('unknown', name, 'is in the database but not in this version of the program');
    if (known.checksum !== checksum)
      throw new MigrationRefused('edited', name, 'was changed after it had been applied');
  }
  const done = new Set(recorded.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** How a database with these records stands to the migrations. */
export function stateOf(recorded: readonly RecordedMigration[], migrations: readonly Migration[]): MigrationState {
  try {
    const pending = pendingOf(recorded, migrations).length;
    return { applied: migrations.length - pending, pending };
  } catch (error) {
    if (error instanceof MigrationRefused) return { applied: 0, pending: 0, problem: error };
    throw error;
  }
}

/** What to throw where a migration's statements were refused. */
export function broken({ name }: Migration, error: unknown): MigrationRefused {
  const said = error instanceof Error ? error.message : String(error);
  return new MigrationRefused('broken', name, `cannot be applied: ${said}`);
}
