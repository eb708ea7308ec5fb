import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import SqliteConnection from 'better-sqlite3';
import { openMigrated } from '../src/app/data-dir.ts';
import { runCommand } from '../src/app/lifecycle.ts';
import { median } from './bench/median.ts';
import { quietYear, startUp } from './bench/outside.ts';
import { startProgram } from './bench/program.ts';
import { openRaw, recordWrites } from './bench/raw.ts';

// Speed and memory, side by side with the raw driver in one run: `npm run bench`. What counts are the ratios; the
// machine's own speed drifts.
const ROUNDS = 5;
const COMPLAINT = '投诉 3号楼2单元电梯坏了';

/** Messages a second of `say`, over n of them. */
async function rate(n: number, say: (i: number) => Promise<void> | void): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < n; i += 1) await say(i);
  return n / ((performance.now() - began) / 1_000);
}

/** An empty database whose pages hold the schema only: both sides begin on the same. */
async function makeTemplate(path: string): Promise<void> {
  await (await openMigrated(path, new Date('2026-11-02T01:00:00Z'))).close();
  const connection = new SqliteConnection(path);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.prepare(`INSERT INTO counters (community_id, name, value) VALUES (1, 'case', 100)`).run();
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

async function compare(folder: string, messages: number): Promise<Record<string, number>> {
  const ours: number[] = [];
  const raws: number[] = [];
  const talks: number[] = [];
  const asks: number[] = [];
  const template = join(folder, 'template.db');
  await makeTemplate(template);
  const path = join(folder, 'ours.db');
  const program = await startProgram(path);
  const say = (text: string, from: string): Promise<void> => program.say(text, from);
  const writes = await recordWrites(path, () => say(COMPLAINT, 'first'));
  const raw = openRaw(template, join(folder, 'raw.db'), writes);
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = round * messages + 1;
    ours.push(await rate(messages, (i) => say(COMPLAINT, `resident ${base + i}`)));
    raws.push(
      await rate(messages, (i) => {
        raw.write(base + i);
      }),
    );
    talks.push(await rate(messages, (i) => say('今天天气不错，谁家有多的葱', `neighbour ${base + i}`)));
    asks.push(await rate(messages, (i) => say('进度 101', `resident ${base + i}`)));
  }
  raw.close();
  await program.close();
  const pairs = ours.map((value, index) => (raws[index] ?? Number.NaN) / value);
  return {
    rowsWritten: writes.recorded.length + writes.handled.length,
    filedPerSecond: median(ours),
    rawPerSecond: median(raws),
    ratio: median(pairs),
    talkPerSecond: median(talks),
    progressPerSecond: median(asks),
    residentMegabytes: process.memoryUsage().rss / 1_000_000,
  };
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: { messages: { type: 'string', default: '400' }, json: { type: 'boolean' } },
  });
  const messages = Number(values.messages);
  if (!Number.isInteger(messages) || messages < 1) {
    process.stderr.write('--messages takes a whole number from 1\n');
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-bench-'));
  try {
    const figures = {
      ...(await compare(folder, messages)),
      startUpSeconds: startUp(ROUNDS),
      quietYearSeconds: quietYear(),
    };
    if (values.json === true) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else
      for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(20)} ${round(value)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runCommand(bench);
