import { afterEach } from 'vitest';
import type { Outcome, Rehearsal } from '../../src/adapters/rehearsal/rehearsal.ts';
import { type Line, readJsonLine, readTypedLine } from '../../src/adapters/rehearsal/script.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';
import { importCommunity, readCommunityFile } from '../../src/app/community.ts';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { openStore } from '../../src/app/database.ts';
import { createRehearsal } from '../../src/app/rehearse.ts';
import { faultsOf } from './invariants.ts';
import { root } from './project-files.ts';
import type { Said, Sent, Stage } from './stage.ts';
import { temporaryStore } from './store.ts';

export type { Sent, Stage } from './stage.ts';

export interface StageOptions {
  readonly start?: string;
  readonly seed?: string;
  readonly community?: string;
}

export const DEFAULT_START = '2026-11-02T09:00:00+08:00';

const open = new Set<Stage>();

afterEach(async () => {
  const stages = [...open];
  open.clear();
  const ended = await Promise.allSettled(stages.map((stage) => stage.finish()));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
});

/** The community imported; it costs more than a dialogue. */
async function fill(address: string, community: string, start: Date): Promise<void> {
  const { name } = readCommunityFile(community).profile;
  const database = await openStore(address, start, name, 'alone');
  await importCommunity(database, community, start);
  await database.close();
}

export function readLine(line: string): Line | undefined {
  return line.startsWith('{') ? readJsonLine(line) : readTypedLine(line);
}

/** Opens the bot in rehearsal. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const community = options.community ?? sampleProfile(root);
  const start = new Date(options.start ?? DEFAULT_START);
  const store = await temporaryStore(`${community} ${start.toISOString()}`, (address) =>
    fill(address, community, start),
  );
  const sent: Sent[] = [];
  const said: Said[] = [];
  const rehearsal: Rehearsal = await createRehearsal(
    { community, start, seed: options.seed ?? '1', address: store.address },
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
    sql: store.sql,
    sent,
    said,
    address: store.address,
    async finish() {
      open.delete(stage);
      const faults = await faultsOf(stage);
      await rehearsal.end();
      await store.remove();
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
