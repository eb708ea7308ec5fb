import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/adapters/db/project-root.ts';
import { median } from './median.ts';

/** Runs the built rehearsal on those lines as a whole process; returns the seconds that it took. */
function rehearse(lines: string): number {
  const began = performance.now();
  const script = join(projectRoot(import.meta.url), 'dist', 'src', 'rehearse.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--json'], { input: lines, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - began) / 1_000;
}

/** From the start of the process to its end with nothing to do: the median of several. */
export function startUp(rounds: number): number {
  return median(Array.from({ length: rounds }, () => rehearse('')));
}

/** Twelve months with nothing but the calendar. */
export function quietYear(): number {
  return rehearse('{"now":"2027-11-02T09:00:00+08:00"}\n');
}
