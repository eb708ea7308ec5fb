import { afterEach } from 'vitest';
import { openMigrated, sampleProfile } from '../../src/app/data-dir.ts';
import { importCommunity } from '../../src/app/community.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { keyedRandom } from '../../src/kernel/random.ts';
import { temporaryDatabase } from './database.ts';
import { deafChannel } from './deaf-channel.ts';
import { root } from './project-files.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

export interface EngineStage {
  readonly engine: Engine;
  /** The clock goes where it is put, backwards too. */
  setClock(at: Date): void;
  /** Another engine over the same file, as a second process would have. */
  second(): Promise<Engine>;
  readonly path: string;
}

/** The mechanisms alone, on a database with the sample community, and a clock that obeys. */
export async function openEngine(start: Date): Promise<EngineStage> {
  const file = temporaryDatabase();
  let now = start;
  const open = async (): Promise<Engine> => {
    const database = await openMigrated(file.path, start);
    closers.push(() => database.close());
    return createEngine({
      clock: { now: () => now },
      random: keyedRandom('1'),
      channel: deafChannel,
      database,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  };
  const engine = await open();
  await importCommunity(engine.database, sampleProfile(root), start);
  closers.push(() => {
    file.remove();
    return Promise.resolve();
  });
  return {
    engine,
    setClock: (at) => {
      now = at;
    },
    second: open,
    path: file.path,
  };
}
