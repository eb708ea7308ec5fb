import { defineConfig } from 'vitest/config';

// Nobody who runs this lives in the community's time zone: whatever forgets to ask the profile for it fails here.
process.env.TZ = 'America/Los_Angeles';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
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
