import { existsSync } from 'node:fs';
import { openDatabase } from '../adapters/db/open.ts';
import type { Database } from '../engine/tx.ts';
import { readConfig } from './config.ts';
import { databaseFile, StartRefused } from './data-dir.ts';
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
  const path = databaseFile(readSettings().DATA_DIR);
  if (!existsSync(path)) throw new StartRefused(texts.noDatabase({ path, command: 'npm start' }));
  const database = await openDatabase({ url: `file:${path}` });
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}
