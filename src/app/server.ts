import { sayAddress } from '../adapters/db/postgresql/address.ts';
import { LeaseHeld } from '../adapters/db/postgresql/lease.ts';
import { applyPostgresMigrations } from '../adapters/db/postgresql/migrate.ts';
import { openPostgres, type PostgresOptions } from '../adapters/db/postgresql/open.ts';
import { type ServerProblem, ServerRefused } from '../adapters/db/postgresql/refused.ts';
import { MigrationRefused } from '../adapters/db/migration-plan.ts';
import { findCommunityNames } from '../engine/community/store.ts';
import type { Database } from '../engine/tx.ts';
import { misfit, StartRefused } from './data-dir.ts';
import { texts } from './texts.ts';

const SAID: Readonly<Record<ServerProblem, (address: string) => string>> = {
  unreachable: (address) => texts.unreachable({ address }),
  password: (address) => texts.wrongPassword({ address }),
  'no-database': (address) => texts.noServerDatabase({ address, command: 'createdb' }),
  forbidden: (address) => texts.serverForbids({ address }),
  busy: (address) => texts.serverBusy({ address }),
  tls: (address) => texts.serverTls({ address, option: 'sslmode' }),
};

/** Turns what a server refuses into one line for the person at the terminal. */
export async function orRefused<Value>(community: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ServerRefused) throw new StartRefused(SAID[error.problem](error.address));
    if (error instanceof LeaseHeld) throw new StartRefused(texts.botHeld({ community, holder: error.holder }));
    if (error instanceof MigrationRefused) throw misfit(error);
    throw error;
  }
}

/** Brings the database to the newest migration and tells which communities it holds. */
export async function communityNames(address: string, at: Date): Promise<readonly string[]> {
  await orRefused('', applyPostgresMigrations(address, at));
  return readCommunityNames(address);
}

/** Which communities a database that has its tables holds. */
export async function readCommunityNames(address: string): Promise<readonly string[]> {
  const database = await orRefused('', openPostgres({ address }));
  try {
    return await database.transaction(findCommunityNames);
  } finally {
    await database.close();
  }
}

/** The one that is wanted, or the only one. Throws StartRefused, with the names that there are, where it is neither. */
export function chooseCommunity(names: readonly string[], wanted: string | undefined): string {
  const [only, ...more] = names;
  if (wanted === undefined && only !== undefined && more.length === 0) return only;
  const said = names.join('、');
  if (wanted === undefined) throw new StartRefused(texts.whichCommunity({ setting: 'COMMUNITY', names: said }));
  if (names.includes(wanted)) return wanted;
  throw new StartRefused(
    texts.otherCommunity({ name: wanted, names: said, command: 'npm run community -- import FILE' }),
  );
}

/** Opens the database for one community, brought to the newest migration. `alone`: as its only bot. */
export async function openServer(
  address: string,
  at: Date,
  community: string,
  alone: 'alone' | 'beside',
): Promise<Database> {
  await orRefused(community, applyPostgresMigrations(address, at));
  return openServerAsItIs(address, community, alone);
}

/** The same for a database that has its tables. */
export async function openServerAsItIs(
  address: string,
  community: string,
  alone: 'alone' | 'beside',
): Promise<Database> {
  const options: PostgresOptions = { address, community, ...(alone === 'alone' ? { alone: true, onLost } : {}) };
  return orRefused(community, openPostgres(options));

  // Whoever is cut off is no longer the community's bot: another may be by the time that the line is back.
  function onLost(): void {
    process.stderr.write(`${texts.connectionLost({ address: sayAddress(address) })}\n`);
    process.exit(1);
  }
}
