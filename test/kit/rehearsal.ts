import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { readOnlyQuery } from '../../src/adapters/db/query.ts';
import type { Outcome, Rehearsal } from '../../src/adapters/rehearsal/rehearsal.ts';
import { type Line, readJsonLine, readTypedLine } from '../../src/adapters/rehearsal/script.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';
import { importCommunity } from '../../src/app/community.ts';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import { createRehearsal } from '../../src/app/rehearse.ts';
import { temporaryDatabase } from './database.ts';
import { faultsOf } from './invariants.ts';
import { root } from './project-files.ts';
import type { Row, Said, Sent, Stage } from './stage.ts';

export type { Sent, Stage } from './stage.ts';

export interface StageOptions {
  readonly start?: string;
  readonly seed?: string;
  readonly community?: string;
}

export const DEFAULT_START = '2026-11-02T09:00:00+08:00';

const open = new Set<Stage>();
const templates = new Map<string, Buffer>();

afterEach(async () => {
  const stages = [...open];
  open.clear();
  const ended = await Promise.allSettled(stages.map((stage) => stage.finish()));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
});

/** A database with the community in it; imported once in each worker, for it costs more than a dialogue. */
async function writeTemplate(path: string, community: string, start: Date): Promise<void> {
  const key = `${community} ${start.toISOString()}`;
  const known = templates.get(key);
  if (known !== undefined) {
    writeFileSync(path, known);
    return;
  }
  const database = await openMigrated(path, start);
  await importCommunity(database, community, start);
  await database.close();
  templates.set(key, readFileSync(path));
}

export function readLine(line: string): Line | undefined {
  return line.startsWith('{') ? readJsonLine(line) : readTypedLine(line);
}

/** Opens the bot in rehearsal. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const community = options.community ?? sampleProfile(root);
  const start = new Date(options.start ?? DEFAULT_START);
  const file = temporaryDatabase();
  await writeTemplate(file.path, community, start);
  const sent: Sent[] = [];
  const said: Said[] = [];
  const rehearsal: Rehearsal = await createRehearsal(
    { community, start, seed: options.seed ?? '1', path: file.path },
    (at, message) => sent.push({ at, ...message }),
  );
  await rehearsal.start();

  const run = async (line: string): Promise<Outcome> => {
    const parsed = readLine(line);
    if (parsed === undefined) throw new Error(`not a line of the rehearsal: ${line}`);
    if (parsed.kind === 'say') said.push({ from: parsed.from, text: parsed.text });
    return rehearsal.run(parsed);
  };
  const stage: Stage = {
    run,
    async play(...lines) {
      const from = sent.length;
      for (const line of lines) {
        const { error } = await run(line);
        if (error !== undefined) throw new Error(`${line}: ${error}`);
      }
      return sent.slice(from);
    },
    // Bytes come as base64, truth values as numbers: nothing else is in these tables.
    sql: (query) => readOnlyQuery(file.path, query) as readonly Row[],
    sent,
    said,
    path: file.path,
    async finish() {
      open.delete(stage);
      const faults = faultsOf(stage);
      await rehearsal.end();
      file.remove();
      if (faults.length > 0) throw new Error(`what never may happen did:\n${faults.join('\n')}`);
    },
  };
  open.add(stage);
  return stage;
}

/** Where a message went: a room's topic or a person's name. */
export function target({ to }: Taken): string {
  return 'room' in to ? to.room : to.person;
}
