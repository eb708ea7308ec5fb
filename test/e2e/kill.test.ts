import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindNewRooms, pairByName } from '../../src/adapters/rehearsal/stage.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';
import { importCommunity } from '../../src/app/community.ts';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { openStore } from '../../src/app/database.ts';
import { temporaryFolder } from '../kit/database.ts';
import { root } from '../kit/project-files.ts';
import { temporaryStore, type TemporaryStore } from '../kit/store.ts';
import { COMMUNITY, live, playStory, WORKER } from './children/story.ts';

/** Processes are killed two at a time: what a small machine has. */
const AT_ONCE = 2;
const FIRST = '2026-11-11T10:00:00+08:00';
const LATER = '2026-11-11T10:30:00+08:00';
const LATEST = '2026-11-11T11:00:00+08:00';

const folder = temporaryFolder();
const places: Place[] = [];
let steps = 0;
let undisturbed: readonly Taken[] = [];

afterAll(async () => {
  for (const { store } of places) await store.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A world in which the rooms are bound and the worker is paired. */
async function fill(address: string): Promise<void> {
  const database = await openStore(address, new Date(FIRST), COMMUNITY, 'alone');
  await importCommunity(database, sampleProfile(root), new Date(FIRST));
  await database.close();
  const life = await live(address, new Date(FIRST), () => undefined);
  await bindNewRooms(life.bot, life.world);
  await pairByName(life.bot, life.world, WORKER);
  await life.settle();
  await life.end();
}

beforeAll(async () => {
  await place('template');
  const whole = await place('whole');
  const ended = await runKilled(whole.store.address, whole.taken, 0, FIRST);
  steps = Number(ended.out);
  undisturbed = readTaken(whole.taken);
});

interface Place {
  readonly store: TemporaryStore;
  readonly taken: string;
}

async function place(name: string): Promise<Place> {
  const made = { store: await temporaryStore('killed', fill), taken: join(folder, `${name}.taken`) };
  places.push(made);
  return made;
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

function runKilled(address: string, taken: string, nth: number, start: string): Promise<Killed> {
  const program = join(import.meta.dirname, 'children/killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, address, taken, String(nth), start], {
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
async function faultsOf({ store, taken }: Place): Promise<readonly string[]> {
  const lines = readTaken(taken).map(shown);
  const { sql } = store;
  const faults: string[] = [];
  const check = (name: string, actual: unknown, expected: unknown): void => {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) faults.push(`${name}: ${JSON.stringify(actual)}`);
  };
  check('cases', await sql('select no, state from cases'), [{ no: 101, state: 'awaiting-check' }]);
  const kinds = ['file', 'claim', 'resolve'].map((kind) => ({ kind, n: 1 }));
  check('events', await sql('select kind, count(*) n from case_events group by kind order by min(id)'), kinds);
  check('inbox', await sql("select key from inbox where state <> 'handled'"), []);
  check('outbox', await sql("select state, text from outbox where state in ('pending', 'sending')"), []);
  for (const line of lines) {
    for (const [, no] of line.matchAll(/编号(\d+)/g))
      check(`编号${no ?? ''} in the database`, await sql(`select count(*) n from cases where no = ${no ?? ''}`), [
        { n: 1 },
      ]);
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

async function lastLife({ store, taken }: Place, start: string): Promise<void> {
  const life = await live(store.address, new Date(start), (message) => {
    appendFileSync(taken, `${JSON.stringify(message)}\n`);
  });
  await playStory(life);
  await life.end();
}

test('the story without a crash: its messages, and steps to die at', () => {
  expect(undisturbed.length).toBe(6);
  expect(steps).toBeGreaterThanOrEqual(25);
});

test('killed at any step, the program loses nothing that it answered and repeats nothing unmarked', {
  timeout: 400_000,
}, async () => {
  const found: string[] = [];
  const points = Array.from({ length: steps }, (_, index) => index + 1);
  const worker = async (): Promise<void> => {
    for (let nth = points.shift(); nth !== undefined; nth = points.shift()) {
      const here = await place(`at-${nth}`);
      const { signal } = await runKilled(here.store.address, here.taken, nth, FIRST);
      if (signal !== 'SIGKILL') found.push(`step ${nth}: it lived`);
      // Some die a second time on their way back.
      if (nth % 9 === 0) await runKilled(here.store.address, here.taken, 1 + (nth % 5), LATER);
      await lastLife(here, LATEST);
      found.push(...(await faultsOf(here)).map((fault) => `step ${nth}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(found).toEqual([]);
});
