import { defineConfig } from 'vitest/config';
import { findPostgres } from './scripts/cluster.ts';

// Nobody who runs this lives in the community's time zone: whatever forgets to ask the profile for it fails here.
process.env.TZ = 'America/Los_Angeles';

/** What tells a story or looks into a store is run a second time, on PostgreSQL; so are the tests of its own adapter. */
const ON_BOTH = [
  'test/features/**/*.test.ts',
  'test/engine/**/transcripts.test.ts',
  'test/engine/scheduler/*.test.ts',
  'test/e2e/{rehearsal-contract,kill}.test.ts',
];
const WITHOUT_STORE = ['test/**/rules/**', 'test/engine/scheduler/slots.test.ts'];
const ON_POSTGRESQL_ONLY = ['test/postgresql/**/*.test.ts'];

const given = process.env.TEST_DATABASE_URL ?? '';
const hasPostgres = given !== '' || findPostgres() !== undefined;
// This file is read once for each project.
if (!hasPostgres && process.env.TEST_SAID === undefined) {
  process.env.TEST_SAID = 'yes';
  process.stderr.write(
    'PostgreSQL was not found: its half of the tests is not run. Install it (apt-get install postgresql), or set TEST_DATABASE_URL.\n',
  );
}

const embedded = {
  extends: true as const,
  test: { name: 'sqlite', include: ['test/**/*.test.ts'], exclude: ON_POSTGRESQL_ONLY },
};
const server = {
  extends: true as const,
  test: {
    name: 'postgresql',
    include: [...ON_BOTH, ...ON_POSTGRESQL_ONLY],
    exclude: WITHOUT_STORE,
    env: { TEST_STORE: 'postgresql' },
    globalSetup: 'test/kit/postgresql-server.ts',
    testTimeout: 60_000,
  },
};

export default defineConfig({
  test: {
    projects: hasPostgres ? [embedded, server] : [embedded],
    setupFiles: ['test/kit/no-network.ts'],
    // The database driver is native code: processes of their own, and no more than a small machine has.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A failure is to be understood, not tried again.
    retry: 0,
  },
});
