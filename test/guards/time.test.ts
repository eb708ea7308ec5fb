import { expect, test } from 'vitest';
import { projectFiles, read } from '../kit/project-files.ts';

/**
 * A second net beside the lint rules: it knows no types and no imports, and no comment switches it off.
 * Each pattern, and the only places where it may stand.
 */
const NETS: readonly (readonly [pattern: RegExp, allowed: RegExp])[] = [
  [/new Date\(\s*\)/, /^src\/kernel\/clock\.ts$/],
  [/\bDate\.now\b/, /^src\/kernel\/clock\.ts$/],
  [/\bperformance\.now\b|\bprocess\.(hrtime|uptime)\b/, /^$/],
  [/\bset(Timeout|Interval|Immediate)\b|\bAbortSignal\.timeout\b/, /^src\/adapters\//],
  [/\btimers\b['/]/, /^src\/adapters\//],
  [/\bMath\.random\b/, /^$/],
  [/\bprocess\.env\b/, /^src\/app\/config\.ts$/],
];

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function catches(path: string, code: string): string[] {
  const bare = withoutComments(code);
  return NETS.filter(([pattern, allowed]) => pattern.test(bare) && !allowed.test(path)).map(
    ([pattern]) => `${path}: ${pattern.source}`,
  );
}

test('time, chance and environment come in by their one door', () => {
  const files = projectFiles('src').filter((path) => path.endsWith('.ts'));
  expect(files).toContain('src/kernel/clock.ts');
  expect(files.flatMap((path) => catches(path, read(path)))).toEqual([]);
});

test.each([
  'const at = new Date();',
  'const at = new Date( );',
  'const at = Date.now();',
  'const at = performance.now();',
  'setTimeout(work, 10);',
  "import { setTimeout as wait } from 'node:timers/promises';",
  'const signal = AbortSignal.timeout(10);',
  'const chance = Math.random();',
  'const url = process.env.URL;',
])('the net catches %s', (code) => {
  expect(catches('src/features/cases/service.ts', code)).not.toEqual([]);
});

test('the net lets through what is in order', () => {
  expect(catches('src/kernel/clock.ts', 'const clock = { now: () => new Date() };')).toEqual([]);
  expect(catches('src/adapters/wechaty/alarm.ts', 'setTimeout(ring, 10);')).toEqual([]);
  expect(catches('src/features/cases/rules.ts', '// Never Date.now() here.\nconst at = new Date(due);')).toEqual([]);
});
