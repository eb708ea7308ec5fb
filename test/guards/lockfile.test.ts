import { expect, test } from 'vitest';
import { z } from 'zod';
import { read } from '../kit/project-files.ts';

const versions = z.record(z.string(), z.string()).optional();
const sections = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions });
const lockfile = z.object({ packages: z.record(z.string(), sections) });

type Packages = z.infer<typeof lockfile>['packages'];

/** Where Node would look for `name` from inside the package at `path`. */
function isLocked(packages: Packages, path: string, name: string): boolean {
  const folders = path.split(/(?:^|\/)node_modules\//).slice(1);
  return [...folders, ''].some((_, depth) => {
    const above = folders.slice(0, depth).map((folder) => `node_modules/${folder}/`);
    return `${above.join('')}node_modules/${name}` in packages;
  });
}

function missing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, path, name)),
  );
}

const { packages } = lockfile.parse(JSON.parse(read('package-lock.json')));

/** `npm ci` refuses a lockfile that was written where a registry did not have the packages of other machines. */
test('the lockfile holds the parts for every kind of machine', () => {
  expect(missing(packages)).toEqual([]);
});

test('the lockfile is that of package.json', () => {
  const wanted = sections.parse(JSON.parse(read('package.json')));
  const root = packages[''];
  expect([root?.dependencies, root?.devDependencies]).toEqual([wanted.dependencies, wanted.devDependencies]);
});

test('the guard sees a part that is missing', () => {
  const optionalDependencies = { 'tool-linux': '1', 'tool-darwin': '1', shared: '1' };
  const partial: Packages = {
    '': {},
    'node_modules/@scope/tool': { optionalDependencies },
    'node_modules/@scope/tool/node_modules/tool-linux': {},
    'node_modules/shared': {},
  };
  expect(missing(partial)).toEqual(['tool-darwin']);
});
