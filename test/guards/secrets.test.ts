import { expect, test } from 'vitest';
import { projectFiles, read } from '../kit/project-files.ts';

/** Put together here, so that this file does not hold what it looks for. */
const REGISTRIES = ['npmjs', 'npmmirror', 'yarnpkg', 'cnpmjs', 'taobao'].join('|');
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a path of one machine': /(^|[\s"'`=(:])(\/(work|root)\/|\/(home|Users)\/\w+|[A-Z]:\\+Users\\)/m,
  'a host of a package registry': new RegExp(
    `\\b(registry|npm)\\.(\\w+\\.)*(${REGISTRIES})\\.|\\b(${REGISTRIES})\\.(com|org)\\b`,
  ),
  'where a package was fetched': /^\s*"resolved": "/m,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY/,
  'a secret': /\b(token|secret|password|passwd|api_?key)\b["']?\s*[:=]\s*["']?[A-Za-z0-9+/_-]{24,}/i,
};

function findings(path: string, content: string): string[] {
  return Object.entries(FORBIDDEN)
    .filter(([, pattern]) => pattern.test(content))
    .map(([name]) => `${path}: ${name}`);
}

test('no file names a machine, a registry or a secret', () => {
  const files = projectFiles().filter((path) => path !== 'test/guards/secrets.test.ts');
  expect(files).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', 'src/kernel/clock.ts']));
  expect(files.flatMap((path) => findings(path, read(path)))).toEqual([]);
});

test.each([
  ['a path of one machine', "const folder = '/work/data';"],
  ['a path of one machine', 'cd /home/somebody/bot'],
  ['a host of a package registry', 'registry=https://registry.npmjs.org/'],
  ['a host of a package registry', 'https://registry.npmmirror.com/zod/-/zod-4.0.0.tgz'],
  ['where a package was fetched', '      "resolved": "https://example.org/zod.tgz",'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['a secret', 'WECHATY_PUPPET_TOKEN=x\nTOKEN=0123456789abcdef0123456789'],
  ['a secret', '"apiKey": "0123456789abcdef0123456789"'],
])('the guard sees %s in %s', (name, content) => {
  expect(findings('file', content)).toEqual([`file: ${name}`]);
});

test('no exception from a check goes without its reason', () => {
  const code = projectFiles().filter((path) => /^(src|scripts|test)\/.*\.(ts|js|mjs)$/.test(path));
  const silent = code.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) =>
        /(\/\/|\/\*)\s*eslint-disable(?!.* -- \S)|@ts-(ignore|nocheck)\b|\bbiome-ignore\b(?!.*: \S)/.test(line),
      )
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(silent.filter((found) => !found.startsWith('test/guards/secrets.test.ts'))).toEqual([]);
});
