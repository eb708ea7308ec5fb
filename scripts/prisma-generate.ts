import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/adapters/db/project-root.ts';

/**
 * Makes src/generated/prisma from prisma/schema.prisma, without any network. Does nothing when it is up to date.
 *
 * Every command of Prisma first fetches a schema engine, which `generate` then does not use. A stub in its place spares
 * the download, which many networks cannot make. The stub fails when it is run: one that succeeded would let
 * `prisma migrate` report success without having done anything.
 */
const require = createRequire(import.meta.url);
const root = projectRoot(import.meta.url);
const schema = join(root, 'prisma', 'schema.prisma');
const output = join(root, 'src', 'generated', 'prisma');
const stamp = join(output, '.made-from');

function fingerprint(): string {
  const version = readFileSync(require.resolve('prisma/package.json'));
  return createHash('sha256').update(version).update(readFileSync(schema)).digest('hex');
}

function isUpToDate(wanted: string): boolean {
  return existsSync(join(output, 'client.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function generate(): number {
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-generate-'));
  const stub = join(folder, 'schema-engine');
  writeFileSync(stub, '#!/bin/sh\nexit 1\n', { mode: 0o700 });
  try {
    const run = spawnSync(
      process.execPath,
      [require.resolve('prisma/build/index.js'), 'generate', '--schema', schema, '--no-hints'],
      {
        cwd: root,
        encoding: 'utf8',
        // The user's own environment comes last, so that a real engine named there is used.
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: stub,
          CHECKPOINT_DISABLE: '1',
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          NO_COLOR: '1',
          ...process.env,
        },
      },
    );
    if (run.status === 0) return 0;
    const said = `${run.stderr}\n${run.stdout}`
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const cause = run.error?.message ?? said.slice(0, 8).join(' ');
    process.stderr.write(`prisma generate failed: ${cause}\n`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = fingerprint();
if (!isUpToDate(wanted)) {
  process.exitCode = generate();
  if (process.exitCode === 0) writeFileSync(stamp, wanted);
}
