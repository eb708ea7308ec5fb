import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../kit/database.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));
const parents = new Set<ChildProcess>();
afterEach(() => {
  for (const parent of parents) parent.kill('SIGKILL');
  parents.clear();
});

interface Supervised {
  readonly parent: ChildProcess;
  readonly lines: AsyncIterator<string>;
  readonly status: Promise<number | null>;
  /** What the lives have written: their ids, and how they ended. */
  lives(): readonly string[];
}

let runs = 0;
function run(lives: string, firstPause = '1'): Supervised {
  runs += 1;
  const log = join(folder, `${runs}.log`);
  const parent = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'children', 'parent.ts')], {
    env: { ...process.env, WORKER_LIVES: lives, WORKER_LOG: log, FIRST_PAUSE: firstPause },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.add(parent);
  return {
    parent,
    lines: createInterface({ input: parent.stdout })[Symbol.asyncIterator](),
    status: new Promise((resolve) => parent.once('exit', resolve)),
    lives: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

async function nextLine({ lines }: Supervised): Promise<string> {
  const line = await lines.next();
  return line.done === true ? 'the end' : line.value;
}

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

test('whatever ends is begun afresh, with a pause that doubles, until a life says that it is done', async () => {
  const supervised = run('1,3,kill,0');
  expect(await nextLine(supervised)).toBe('pause 1 1');
  expect(await nextLine(supervised)).toBe('pause 3 2');
  expect(await nextLine(supervised)).toBe('pause null 4');
  expect(await supervised.status).toBe(0);
  expect(supervised.lives()).toHaveLength(4);
});

test('what is refused in a later life may pass, and is tried again', async () => {
  const supervised = run('1,2,0');
  expect(await nextLine(supervised)).toBe('pause 1 1');
  expect(await nextLine(supervised)).toBe('pause 2 2');
  expect(await supervised.status).toBe(0);
});

test('a refusal at the first start, which a person has to mend, is not tried again', async () => {
  const supervised = run('2');
  expect(await supervised.status).toBe(2);
  expect(supervised.lives()).toHaveLength(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s is passed on, and no new life begins', async (signal) => {
  const supervised = run('wait');
  expect(await nextLine(supervised)).toMatch(/^ready \d+$/u);
  supervised.parent.kill(signal);
  expect(await supervised.status).toBe(0);
  expect(supervised.lives().slice(1)).toEqual(['told']);
});

test('a signal during a pause ends it', async () => {
  const supervised = run('1', '100000');
  expect(await nextLine(supervised)).toBe('pause 1 100000');
  supervised.parent.kill('SIGTERM');
  expect(await supervised.status).toBe(0);
  expect(supervised.lives()).toHaveLength(1);
});

test('a life that hears no signal is killed', async () => {
  const supervised = run('deaf');
  const id = Number((await nextLine(supervised)).split(' ')[1]);
  supervised.parent.kill('SIGTERM');
  expect(await supervised.status).toBe(1);
  expect(isAlive(id)).toBe(false);
});

test('when the supervisor is killed, its child notices and ends', async () => {
  const supervised = run('wait');
  const id = Number((await nextLine(supervised)).split(' ')[1]);
  supervised.parent.kill('SIGKILL');
  await supervised.status;
  await expect.poll(() => supervised.lives().at(-1), { timeout: 10_000 }).toBe('orphaned');
  await expect.poll(() => isAlive(id), { timeout: 10_000 }).toBe(false);
});
