import { spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOnlyQuery } from '../../src/adapters/db/query.ts';
import { bindNewRooms, pairByName } from '../../src/adapters/rehearsal/stage.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';
import { importCommunity } from '../../src/app/community.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import { temporaryFolder } from '../kit/database.ts';
import { root } from '../kit/project-files.ts';
import { live, playStory, WORKER } from './children/story.ts';

/** Processes are killed two at a time: what a small machine has. */
const AT_ONCE = 2;
const FIRST = '2026-11-11T10:00:00+08:00';
const LATER = '2026-11-11T10:30:00+08:00';
const LATEST = '2026-11-11T11:00:00+08:00';

const folder = temporaryFolder();
const template = join(folder, 'template.db');
let steps = 0;
let undisturbed: readonly Taken[] = [];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A world in which the rooms are bound and the worker is paired. */
beforeAll(async () => {
  const database = await openMigrated(template, new Date(FIRST));
  await importCommunity(database, sampleProfile(root), new Date(FIRST));
  await database.close();
  const life = await live(template, new Date(FIRST), () => undefined);
  await bindNewRooms(life.bot, life.world);
  await pairByName(life.bot, life.world, WORKER);
  await life.settle();
  await life.end();

  const whole = place('whole');
  const ended = await runKilled(whole.path, whole.taken, 0, FIRST);
  steps = Number(ended.out);
  undisturbed = readTaken(whole.taken);
});

function place(name: string): { readonly path: string; readonly taken: string } {
  const path = join(folder, `${name}.db`);
  copyFileSync(template, path);
  return { path, taken: join(folder, `${name}.taken`) };
}

function readTaken(file: string): readonly Taken[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Taken);
}

interface Killed {
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
}

function runKilled(path: string, taken: string, nth: number, start: string): Promise<Killed> {
  const program = join(import.meta.dirname, 'children/killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, path, taken, String(nth), start], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve({ signal, out: out.trim() }));
  });
}

/** Without the time of day, which depends on when the message was heard. */
const shown = ({ to, text }: Taken): string =>
  `${'room' in to ? to.room : to.person}: ${text.replace(/\d\d:\d\d/g, '__:__')}`;
const unmarked = (line: string): string => line.replace('（补发）', '');
/** What nobody can know is told to the staff instead of being said a third time. */
const isReport = (line: string): boolean => /^社区工作群: .*(没有送到|没有回音)/.test(line);

/** What is wrong after the last life: nothing answered may be lost, nothing said twice without being marked so. */
function faultsOf(path: string, takenFile: string): readonly string[] {
  const lines = readTaken(takenFile).map(shown);
  const sql = (query: string): unknown => readOnlyQuery(path, query);
  const faults: string[] = [];
  const check = (name: string, actual: unknown, expected: unknown): void => {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) faults.push(`${name}: ${JSON.stringify(actual)}`);
  };
  check('cases', sql('select no, state from cases'), [{ no: 101, state: 'awaiting-check' }]);
  const kinds = ['file', 'claim', 'resolve'].map((kind) => ({ kind, n: 1 }));
  check('events', sql('select kind, count(*) n from case_events group by kind order by min(id)'), kinds);
  check('inbox', sql("select key from inbox where state <> 'handled'"), []);
  check('outbox', sql("select state, text from outbox where state in ('pending', 'sending')"), []);
  for (const line of lines) {
    for (const [, no] of line.matchAll(/编号(\d+)/g))
      check(`编号${no ?? ''} in the database`, sql(`select count(*) n from cases where no = ${no ?? ''}`), [{ n: 1 }]);
  }
  for (const line of new Set(lines)) {
    const times = lines.filter((other) => other === line).length;
    if (times > 1) faults.push(`said ${times} times, unmarked: ${line}`);
  }
  for (const message of undisturbed.map(shown)) {
    if (!lines.map(unmarked).includes(message) && !lines.some(isReport)) faults.push(`lost: ${message}`);
  }
  const strange = lines.filter((line) => !undisturbed.map(shown).includes(unmarked(line)) && !isReport(line));
  if (strange.length > 0) faults.push(`said besides: ${strange.join(' / ')}`);
  return faults;
}

async function lastLife(path: string, takenFile: string, start: string): Promise<void> {
  const life = await live(path, new Date(start), (message) => {
    appendFileSync(takenFile, `${JSON.stringify(message)}\n`);
  });
  await playStory(life);
  await life.end();
}

test('the story without a crash: its messages, and steps to die at', () => {
  expect(undisturbed.length).toBe(6);
  expect(steps).toBeGreaterThanOrEqual(25);
});

test('killed at any step, the program loses nothing that it answered and repeats nothing unmarked', {
  timeout: 180_000,
}, async () => {
  const found: string[] = [];
  const points = Array.from({ length: steps }, (_, index) => index + 1);
  const worker = async (): Promise<void> => {
    for (let nth = points.shift(); nth !== undefined; nth = points.shift()) {
      const { path, taken } = place(`at-${nth}`);
      const { signal } = await runKilled(path, taken, nth, FIRST);
      if (signal !== 'SIGKILL') found.push(`step ${nth}: it lived`);
      // Some die a second time on their way back.
      if (nth % 9 === 0) await runKilled(path, taken, 1 + (nth % 5), LATER);
      await lastLife(path, taken, LATEST);
      found.push(...faultsOf(path, taken).map((fault) => `step ${nth}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(found).toEqual([]);
});
