import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../src/app/lifecycle.ts';
import { compare, type Comparison } from './bench/compare.ts';
import { measureDates } from './bench/dates.ts';
import { FIRST_CASE, growCases } from './bench/grow.ts';
import { quietYear, residentMemory, startUp } from './bench/outside.ts';
import { makeDatabase, type Said, startProgram } from './bench/program.ts';
import { type Figures, reportLines } from './bench/report.ts';

// Speed and memory, side by side with the raw driver in one run: `npm run bench`. What counts are the ratios; the
// machine's own speed drifts. `--only filing` (talk, progress, dates, outside, memory) measures one thing, for a profile.
const PARTS = ['filing', 'talk', 'progress', 'dates', 'outside', 'memory'] as const;
const ROUNDS = 5;
const FILED_BEFORE = 100;
const SIZES = [1_000, 20_000] as const;

type Part = (typeof PARTS)[number];

const say = (count: number, rooms: readonly string[], text: (nth: number) => string, who: string): readonly Said[] =>
  Array.from({ length: count }, (_, nth) => ({
    from: `${who}${nth}`,
    room: rooms[nth % rooms.length] ?? '',
    text: text(nth),
  }));

const complaint = (nth: number): string => `投诉 ${1 + (nth % 4)}号楼2单元电梯坏了，第${nth}回`;

/** Everybody asks after a case of their own room; the numbers are spread over all that there are. */
function askProgress(count: number, rooms: readonly string[], total: number): readonly Said[] {
  const laps = Math.floor(total / FILED_BEFORE);
  return say(FILED_BEFORE, rooms, String, '居民')
    .concat(say(FILED_BEFORE, rooms, String, '居民'))
    .slice(0, count)
    .map((said, nth) => {
      const original = nth % FILED_BEFORE;
      const no = FIRST_CASE + original + FILED_BEFORE * ((nth * 7) % laps);
      return { ...said, text: `进度 ${no}` };
    });
}

/** A database in which some residents are known and have filed something. */
async function makeBase(path: string): Promise<readonly string[]> {
  const rooms = await makeDatabase(path);
  const program = await startProgram(path);
  for (const said of say(FILED_BEFORE, rooms, complaint, '居民')) await program.say(said);
  await program.close();
  growCases(path, 0); // into one file
  return rooms;
}

async function compareParts(folder: string, messages: number, parts: readonly Part[]): Promise<readonly Comparison[]> {
  const base = join(folder, 'base.db');
  const rooms = await makeBase(base);
  const done: Comparison[] = [];
  if (parts.includes('filing'))
    done.push(await compare('登记投诉', base, say(messages, rooms, complaint, '新居民'), ROUNDS));
  const talk = say(messages, rooms, (nth) => `今天天气不错，谁家有多的葱，要${nth}根`, '居民');
  if (parts.includes('talk')) done.push(await compare('闲聊', base, talk, ROUNDS));
  for (const size of parts.includes('progress') ? SIZES : []) {
    const grown = join(folder, `${size}.db`);
    copyFileSync(base, grown);
    const total = growCases(grown, size);
    done.push(await compare(`进度，${total}件里`, grown, askProgress(messages, rooms, total), ROUNDS - 2));
  }
  return done;
}

/** What a process that has only handled messages keeps in memory, in megabytes. */
async function measureMemory(folder: string, messages: number): Promise<number> {
  const path = join(folder, 'memory.db');
  const rooms = await makeDatabase(path);
  const program = await startProgram(path);
  for (const said of say(messages, rooms, complaint, '居民')) await program.say(said);
  await program.close();
  return process.memoryUsage().rss / 1_000_000;
}

async function measure(folder: string, messages: number, parts: readonly Part[]): Promise<Figures> {
  const isOutside = parts.includes('outside');
  const isAboutMessages = parts.some((part) => part !== 'dates' && part !== 'outside');
  return {
    comparisons: isAboutMessages ? await compareParts(folder, messages, parts) : [],
    ...(parts.includes('dates') ? { dates: measureDates() } : {}),
    ...(isOutside ? { startUpSeconds: startUp(ROUNDS), quietYearSeconds: quietYear() } : {}),
    ...(isOutside ? { residentMegabytes: residentMemory(1_000) } : {}),
  };
}

function readOptions(
  args: readonly string[],
): { messages: number; parts: readonly Part[]; isJson: boolean } | undefined {
  const options = { messages: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const messages = Number(values.messages ?? 100);
    const parts = PARTS.filter((part) => (values.only === undefined ? part !== 'memory' : part === values.only));
    if (!Number.isInteger(messages) || messages < 1 || parts.length === 0) return undefined;
    return { messages, parts, isJson: values.json === true };
  } catch {
    return undefined;
  }
}

async function bench(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(`请这样打：npm run bench -- [--messages 100] [--only ${PARTS.join('|')}] [--json]\n`);
    return 2;
  }
  const { messages, parts, isJson } = options;
  const folder = mkdtempSync(join(tmpdir(), 'liuxin-bench-'));
  try {
    if (parts[0] === 'memory') {
      process.stdout.write(`${await measureMemory(folder, messages)}\n`);
      return 0;
    }
    const figures = await measure(folder, messages, parts);
    process.stdout.write(`${isJson ? JSON.stringify(figures) : reportLines(figures).join('\n')}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runCommand(bench);
