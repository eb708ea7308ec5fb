import { existsSync } from 'node:fs';
import { openDatabase } from '../adapters/db/open.ts';
import { isPostgresAddress } from '../adapters/db/postgresql/address.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { type Config, readConfig } from './config.ts';
import { StartRefused } from './data-dir.ts';
import { addressOf } from './database.ts';
import { chooseCommunity, communityNames, openServerAsItIs } from './server.ts';
import { texts } from './texts.ts';

/** Prints a line for the person at the terminal. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The settings, with those in a `.env` file of the working directory where there is one. */
export function readSettings(): ReturnType<typeof readConfig> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig();
}

/** Runs something on the bot's database as it stands, also while the bot is running. Throws StartRefused where there is none. */
export async function withDatabase<Value>(run: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openAsItIs(readSettings());
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}

async function openAsItIs(config: Config): Promise<Database> {
  const address = addressOf(config);
  if (!isPostgresAddress(address)) {
    if (!existsSync(address)) throw new StartRefused(texts.noDatabase({ path: address, command: 'npm start' }));
    return openDatabase({ url: `file:${address}` });
  }
  const names = await communityNames(address, systemClock.now());
  if (names.length === 0) throw new StartRefused(texts.noCommunity({ command: 'npm start' }));
  return openServerAsItIs(address, chooseCommunity(names, config.COMMUNITY), 'beside');
}
