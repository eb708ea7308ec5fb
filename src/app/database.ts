import { databasePath } from '../adapters/db/file.ts';
import { lockDatabase } from '../adapters/db/lock.ts';
import { isPostgresAddress } from '../adapters/db/postgresql/address.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import { readOnlyPostgresQuery } from '../adapters/db/postgresql/query.ts';
import { readOnlyQuery, type Row } from '../adapters/db/query.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { currentProfile, readCommunityFile } from './community.ts';
import type { Config } from './config.ts';
import { databaseFile, openMigrated, sampleProfile, StartRefused, takeDataDir } from './data-dir.ts';
import { chooseCommunity, communityNames, openServer } from './server.ts';
import { texts } from './texts.ts';

/** Where the settings say that the data are: `postgresql://…`, or the path of a file. */
export function addressOf({ DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>): string {
  if (DATABASE_URL === undefined) return databaseFile(DATA_DIR);
  return isPostgresAddress(DATABASE_URL) ? DATABASE_URL : databasePath(DATABASE_URL);
}

/**
 * Opens the database at an address for one community, brought to the newest migration; with `alone`, as that community's
 * only bot. A file holds one community and has a lock of its own, so it asks for neither.
 */
export async function openStore(
  address: string,
  at: Date,
  community: string,
  alone: 'alone' | 'beside',
): Promise<Database> {
  if (!isPostgresAddress(address)) return openMigrated(address, at);
  return openServer(address, at, community, alone);
}

/** Runs one reading statement on the database at an address; the rows are the same whichever store it is. */
export async function queryStore(address: string, sql: string): Promise<readonly Row[]> {
  return isPostgresAddress(address) ? readOnlyPostgresQuery(address, sql) : readOnlyQuery(address, sql);
}

/** The database of a running bot. */
export interface BotStore {
  readonly database: Database;
  /** Lets others have what was held. To be called when the database has been closed. */
  readonly release: () => void;
}

/**
 * Opens the database that the settings name, for the one bot of its community: the data folder is locked, and on a
 * server the community too. Throws StartRefused while another process has either.
 */
export async function openForBot(config: Config): Promise<BotStore> {
  const folder = takeDataDir(config.DATA_DIR);
  const leave = (): void => {
    folder.release();
  };
  try {
    const address = addressOf(config);
    if (isPostgresAddress(address)) return { database: await openServerForBot(address, config), release: leave };
    const release = address === databaseFile(config.DATA_DIR) ? leave : takeFileToo(address, leave);
    const database = await openMigrated(address, systemClock.now());
    const name = (await currentProfile(database))?.name;
    if (config.COMMUNITY === undefined || name === undefined || name === config.COMMUNITY) return { database, release };
    await database.close();
    throw unknownCommunity(config.COMMUNITY, [name]);
  } catch (error) {
    leave();
    throw error;
  }
}

/** A file that lies elsewhere than in the data folder could be another bot's too. */
function takeFileToo(path: string, release: () => void): () => void {
  const lock = lockDatabase(path);
  if (!lock.ok) throw new StartRefused(texts.held({ folder: path }));
  return () => {
    lock.value.release();
    release();
  };
}

const unknownCommunity = (name: string, names: readonly string[]): StartRefused =>
  new StartRefused(
    texts.otherCommunity({ name, names: names.join('、'), command: 'npm run community -- import FILE' }),
  );

/** Where nothing was imported yet, the sample is about to be. */
async function openServerForBot(address: string, config: Config): Promise<Database> {
  const at = systemClock.now();
  const names = await communityNames(address, at);
  const sample = readCommunityFile(sampleProfile(projectRoot(import.meta.url))).profile.name;
  const name = names.length === 0 ? (config.COMMUNITY ?? sample) : chooseCommunity(names, config.COMMUNITY);
  if (names.length === 0 && name !== sample) throw unknownCommunity(name, names);
  return openServer(address, at, name, 'alone');
}
