import { afterEach } from 'vitest';
import { sampleProfile } from '../../src/app/data-dir.ts';
import { openStore } from '../../src/app/database.ts';
import { importCommunity, readCommunityFile } from '../../src/app/community.ts';
import { noMediaFiles } from '../../src/engine/media.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import type { Database } from '../../src/engine/tx.ts';
import { keyedRandom } from '../../src/kernel/random.ts';
import { deafChannel } from './deaf-channel.ts';
import { root } from './project-files.ts';
import { temporaryStore, type TemporaryStore } from './store.ts';

const closers: (() => Promise<void>)[] = [];
const stores: TemporaryStore[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  for (const store of stores.splice(0)) await store.remove();
});

export interface EngineStage {
  readonly engine: Engine;
  /** The clock goes where it is put, backwards too. */
  setClock(at: Date): void;
  /** Another engine over the same database, as a second process would have. */
  second(): Promise<Engine>;
  readonly sql: TemporaryStore['sql'];
}

/** The mechanisms alone, on a database with the sample community, and a clock that obeys. */
export async function openEngine(start: Date): Promise<EngineStage> {
  const { name } = readCommunityFile(sampleProfile(root)).profile;
  const open = (address: string): Promise<Database> => openStore(address, start, name, 'beside');
  const store = await temporaryStore(`engine ${start.toISOString()}`, async (address) => {
    const database = await open(address);
    await importCommunity(database, sampleProfile(root), start);
    await database.close();
  });
  let now = start;
  stores.push(store);
  const openNext = async (): Promise<Engine> => {
    const database = await open(store.address);
    closers.push(() => database.close());
    return createEngine({
      clock: { now: () => now },
      random: keyedRandom('1'),
      channel: deafChannel,
      database,
      media: noMediaFiles,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
  };
  const engine = await openNext();
  return {
    engine,
    setClock: (at) => {
      now = at;
    },
    second: openNext,
    sql: store.sql,
  };
}
