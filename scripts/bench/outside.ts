import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/adapters/db/project-root.ts';
import { median } from './median.ts';

const dist = join(projectRoot(import.meta.url), 'dist');

/** Runs a built script as a process of its own; answers what it printed and the seconds that it took. */
function run(script: string, args: readonly string[], input = ''): { readonly out: string; readonly seconds: number } {
  const began = performance.now();
  const options = { input, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, script), ...args], options);
  if (status !== 0) throw new Error(stderr);
  return { out: stdout, seconds: (performance.now() - began) / 1_000 };
}

/** Seconds from the start of the process to its end with nothing to do, its database made anew: the median of several. */
export function startUp(rounds: number): number {
  return median(Array.from({ length: rounds }, () => run('src/rehearse.js', ['--json']).seconds));
}

/** Seconds for twelve months with nothing but the calendar. */
export function quietYear(): number {
  return run('src/rehearse.js', ['--json'], '{"now":"2027-11-02T09:00:00+08:00"}\n').seconds;
}

/** Megabytes that the program keeps in memory after that many messages, in a process that has done nothing else. */
export function residentMemory(messages: number): number {
  return Number(run('scripts/bench.js', ['--only', 'memory', '--messages', String(messages)]).out);
}
