import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/adapters/db/project-root.ts';
import { postgresqlSchema } from './postgresql-schema.ts';

/**
 * Makes src/generated/prisma from prisma/schema.prisma, and src/generated/postgresql from the schema that is derived of
 * it, without any network. Does nothing when both are up to date.
 *
 * Every command of Prisma first fetches a schema engine, which `generate` then does not use. A stub in its place spares
 * the download, which many networks cannot make. The stub fails when it is run: one that succeeded would let
 * `prisma migrate` report success without having done anything.
 */
const require = createRequire(import.meta.url);
const root = projectRoot(import.meta.url);
const source = join(root, 'prisma', 'schema.prisma');
const embedded = join(root, 'src', 'generated', 'prisma');
const server = join(root, 'src', 'generated', 'postgresql');
const stamp = join(server, '.made-from');

function fingerprint(): string {
  const version = readFileSync(require.resolve('prisma/package.json'));
  const derived = postgresqlSchema(readFileSync(source, 'utf8'), server);
  return createHash('sha256').update(version).update(readFileSync(source)).update(derived).digest('hex');
}

function isUpToDate(wanted: string): boolean {
  const isThere = [embedded, server].every((output) => existsSync(join(output, 'client.ts')));
  return isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function generateBoth(): number {
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-generate-'));
  try {
    const stub = join(folder, 'schema-engine');
    writeFileSync(stub, '#!/bin/sh\nexit 1\n', { mode: 0o700 });
    const derived = join(folder, 'schema.prisma');
    writeFileSync(derived, postgresqlSchema(readFileSync(source, 'utf8'), server));
    return generate(source, stub) || generate(derived, stub);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function generate(schema: string, stub: string): number {
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
}

const wanted = fingerprint();
if (!isUpToDate(wanted)) {
  process.exitCode = generateBoth();
  if (process.exitCode === 0) writeFileSync(stamp, wanted);
}
