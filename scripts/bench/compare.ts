import { copyFileSync } from 'node:fs';
import { type Lap, lap } from './lap.ts';
import { median } from './median.ts';
import { type Said, startProgram } from './program.ts';
import { openRaw } from './raw.ts';
import { type Commit, countRows, recordWrites } from './trace.ts';

/** The same messages by the program and by the raw driver. */
export interface Comparison {
  readonly name: string;
  readonly messages: number;
  readonly rounds: number;
  /** Messages a second. */
  readonly ours: number;
  readonly raw: number;
  /** How many times as long ours takes, round by round. */
  readonly ratio: number;
  /** Milliseconds of processor time a message: what is left when the disk is left out. */
  readonly oursBusy: number;
  readonly rawBusy: number;
  /** A message's rows and commits. */
  readonly rows: number;
  readonly commits: number;
}

/** Has the program take the messages once, and writes down what it writes. It is a warm-up too. */
async function record(path: string, messages: readonly Said[]): Promise<readonly Commit[]> {
  const recorder = recordWrites(path);
  const program = await startProgram(path, () => recorder.committed());
  recorder.take(); // the start
  for (const said of messages) await program.say(said);
  const commits = recorder.take();
  await program.close();
  recorder.close();
  return commits;
}

async function runOurs(path: string, messages: readonly Said[]): Promise<Lap> {
  const program = await startProgram(path);
  const time = await lap(async () => {
    for (const said of messages) await program.say(said);
  });
  await program.close();
  return time;
}

async function runRaw(path: string, commits: readonly Commit[]): Promise<Lap> {
  const raw = openRaw(path);
  const time = await lap(() => {
    raw.write(commits);
  });
  raw.close();
  return time;
}

/** Each round on fresh copies of `base`, one side after the other, A B A B: the machine's own speed drifts. */
export async function compare(
  name: string,
  base: string,
  messages: readonly Said[],
  rounds: number,
): Promise<Comparison> {
  const copy = (suffix: string): string => {
    copyFileSync(base, `${base}.${suffix}`);
    return `${base}.${suffix}`;
  };
  // Start and binding write too: the raw side begins where the program has just started.
  const started = copy('started');
  await (await startProgram(started)).close();
  const commits = await record(copy('record'), messages);
  const ours: Lap[] = [];
  const raws: Lap[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await runOurs(copy('ours'), messages));
    copyFileSync(started, `${base}.raw`);
    raws.push(await runRaw(`${base}.raw`, commits));
    const [mine, other] = [countRows(`${base}.ours`), countRows(`${base}.raw`)];
    if (mine !== other) throw new Error(`the two sides wrote different rows:\n${mine}\n${other}`);
  }
  const each = (laps: readonly Lap[], of: (one: Lap) => number): number => median(laps.map(of));
  const per = messages.length;
  return {
    name,
    messages: per,
    rounds,
    ours: each(ours, ({ seconds }) => per / seconds),
    raw: each(raws, ({ seconds }) => per / seconds),
    ratio: median(ours.map((one, index) => one.seconds / (raws[index]?.seconds ?? Number.NaN))),
    oursBusy: each(ours, ({ busy }) => busy / per),
    rawBusy: each(raws, ({ busy }) => busy / per),
    rows: commits.flat().length / per,
    commits: commits.length / per,
  };
}
