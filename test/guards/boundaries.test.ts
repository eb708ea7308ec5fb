import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.js';

/** A small project as it should be: what it imports, file by file. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['./app/compose.ts'],
  'src/app/compose.ts': ['../features/cases/feature.ts', '../adapters/db/open.ts', '../engine/inbox/inbox.ts'],
  'src/features/cases/feature.ts': ['./commands.ts'],
  'src/features/cases/commands.ts': ['./service.ts', './texts.ts', 'zod'],
  'src/features/cases/service.ts': ['./rules.ts', './store.ts', '../../engine/inbox/inbox.ts', '../study/feature.ts'],
  'src/features/cases/rules.ts': ['../../kernel/clock.ts'],
  'src/features/cases/store.ts': ['../../generated/client.ts', '../../kernel/clock.ts'],
  'src/features/cases/texts.ts': ['../../kernel/text.ts'],
  'src/features/study/feature.ts': ['./rules.ts'],
  'src/features/study/rules.ts': ['../../kernel/clock.ts'],
  'src/engine/inbox/inbox.ts': ['./inbox-store.ts', '../../kernel/clock.ts'],
  'src/engine/inbox/inbox-store.ts': ['../tx.ts', '@prisma/client'],
  'src/engine/tx.ts': ['../generated/client.ts'],
  'src/adapters/db/open.ts': ['../../engine/tx.ts', 'better-sqlite3'],
  'src/adapters/wechaty/channel.ts': ['../../engine/inbox/inbox.ts', 'wechaty'],
  'src/kernel/clock.ts': ['./text.ts'],
  'src/kernel/text.ts': ['node:crypto'],
  'src/generated/client.ts': ['@prisma/client'],
  'scripts/bench.ts': ['../src/app/compose.ts', '../src/adapters/db/open.ts', 'vitest'],
};

/** For every rule one file or more that breaks it, and the import that does. A type is an import like any other. */
const FAULTS: Readonly<Record<string, readonly (readonly [file: string, imports: string])[]>> = {
  'kernel-imports-kernel-only': [['src/kernel/bad-upward.ts', '../engine/tx.ts']],
  'engine-knows-no-feature': [
    ['src/engine/bad-feature.ts', '../features/cases/feature.ts'],
    ['src/engine/bad-adapter.ts', '../adapters/db/open.ts'],
    ['src/engine/bad-app.ts', '../app/compose.ts'],
  ],
  'features-see-no-outside': [
    ['src/features/bad/adapter.ts', '../../adapters/wechaty/channel.ts'],
    ['src/features/bad/app.ts', '../../app/compose.ts'],
  ],
  'features-meet-at-the-front-door': [['src/features/bad/back-door.ts', '../cases/rules.ts']],
  'app-enters-features-at-the-front-door': [
    ['src/app/bad-back-door.ts', '../features/cases/service.ts'],
    ['scripts/bad-back-door.ts', '../src/features/cases/service.ts'],
  ],
  'adapters-see-engine-and-kernel-only': [
    ['src/adapters/bad/feature.ts', '../../features/cases/feature.ts'],
    ['src/adapters/bad/app.ts', '../../app/compose.ts'],
  ],
  'adapters-do-not-see-each-other': [['src/adapters/rehearsal/bad.ts', '../db/open.ts']],
  'entry-points-see-the-app-only': [
    ['src/bad-adapter.ts', './adapters/db/open.ts'],
    ['src/bad-engine.ts', './engine/inbox/inbox.ts'],
  ],
  'nobody-imports-an-entry-point': [
    ['src/app/bad-entry.ts', '../main.ts'],
    ['src/app/bad-script.ts', '../../scripts/bench.ts'],
  ],
  'scripts-see-no-tests': [['scripts/bad-test.ts', '../test/kit/fake.ts']],
  'rules-import-kernel-only': [
    ['src/features/bad-a/rules.ts', '../../engine/inbox/inbox.ts'],
    ['src/features/bad-b/rules.ts', './service.ts'],
    ['src/engine/bad-c/rules/deadlines.ts', 'zod'],
    ['src/engine/bad-d/rules.ts', 'node:fs'],
  ],
  'texts-import-kernel-only': [['src/features/bad-e/texts/cases.ts', '../../../engine/inbox/inbox.ts']],
  'doors-see-no-store': [
    ['src/features/bad-f/commands.ts', './store.ts'],
    ['src/features/bad-f/jobs.ts', './case-store.ts'],
  ],
  'only-stores-see-prisma': [
    ['src/features/bad-g/service.ts', '../../generated/client.ts'],
    ['src/engine/bad-prisma.ts', '@prisma/client'],
    ['src/app/bad-driver.ts', 'better-sqlite3'],
    ['src/app/bad-server.ts', 'pg'],
  ],
  'only-its-adapter-sees-wechaty': [
    ['src/app/bad-wechaty.ts', 'wechaty'],
    ['src/adapters/rehearsal/bad-puppet.ts', 'wechaty-puppet'],
  ],
  'no-cycles': [['src/kernel/bad-egg.ts', './bad-hen.ts']],
  'no-orphans': [['src/kernel/bad-orphan.ts', '']],
  'no-development-packages-in-the-program': [['src/kernel/bad-package.ts', 'vitest']],
  'everything-resolves': [['src/kernel/bad-target.ts', './nowhere.ts']],
};

/** Files that only stand there to be imported. */
const TARGETS = {
  'src/kernel/bad-hen.ts': ['./bad-egg.ts'],
  'src/features/bad-b/service.ts': ['../../kernel/clock.ts'],
  'src/features/bad-f/store.ts': ['../../kernel/clock.ts'],
  'src/features/bad-f/case-store.ts': ['../../kernel/clock.ts'],
  'test/kit/fake.ts': ['../../src/app/compose.ts'],
};

const PACKAGES = ['@prisma/client', 'better-sqlite3', 'pg', 'vitest', 'wechaty', 'wechaty-puppet', 'zod'];
const DEVELOPMENT = ['vitest'];

const folders: string[] = [];

function write(root: string, path: string, content: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function plant(files: Iterable<readonly [path: string, imports: readonly string[]]>): string {
  const root = mkdtempSync(join(tmpdir(), 'liuxin-boundaries-'));
  folders.push(root);
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const dependencies = versions(PACKAGES.filter((name) => !DEVELOPMENT.includes(name)));
  write(root, 'package.json', JSON.stringify({ type: 'module', dependencies, devDependencies: versions(DEVELOPMENT) }));
  for (const name of PACKAGES) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(root, `node_modules/${name}/index.js`, '');
  }
  for (const [path, imports] of files) {
    const used = imports.filter((target) => target !== '');
    // Within the project the least import that there is, a type's: rules hold for it too.
    const lines = used.map((target, index) =>
      target.startsWith('.')
        ? `import type { A as A${index} } from '${target}';`
        : `import * as A${index} from '${target}';`,
    );
    const names = used.map((_, index) => `typeof A${index}`).join(' | ');
    write(root, path, [...lines, `export const A: ${names || 'string'} = '';`].join('\n'));
  }
  return root;
}

/** The broken rules, as `rule file`, without repetition. */
async function violations(root: string): Promise<string[]> {
  const { output } = await cruise(['src', 'scripts', 'test'], {
    ...config.options,
    baseDir: root,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  });
  const { summary } = output as ICruiseResult;
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))].sort();
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('a sound project breaks no rule', async () => {
  const root = plant([...Object.entries(SOUND), ['test/kit/fake.ts', []]]);
  expect(await violations(root)).toEqual([]);
});

test('every rule catches what it is there for, and nothing else does', async () => {
  const faults = Object.values(FAULTS)
    .flat()
    .map(([path, target]) => [path, [target]] as const);
  const root = plant([...Object.entries(SOUND), ...Object.entries(TARGETS), ...faults]);
  const expected = Object.entries(FAULTS).flatMap(([rule, files]) => files.map(([path]) => `${rule} ${path}`));
  expect(await violations(root)).toEqual(expected.sort());
});

test('no rule goes without a planted fault', () => {
  expect(Object.keys(FAULTS).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});
