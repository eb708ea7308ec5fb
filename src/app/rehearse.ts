import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lockDatabase } from '../adapters/db/lock.ts';
import { readOnlyQuery } from '../adapters/db/query.ts';
import { type Outcome, Rehearsal } from '../adapters/rehearsal/rehearsal.ts';
import { readJsonLine, readTypedLine } from '../adapters/rehearsal/script.ts';
import type { Taken } from '../adapters/rehearsal/world.ts';
import { noMediaFiles } from '../engine/media.ts';
import { DEFAULT_LIMITS } from '../engine/outbox/rules.ts';
import { keyedRandom } from '../kernel/random.ts';
import { currentProfile, importCommunity, readCommunityFile } from './community.ts';
import { composeBot } from './compose.ts';
import { openMigrated, StartRefused } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { createLog } from './log.ts';
import { readRehearseOptions, type RehearseOptions } from './options.ts';
import { texts } from './texts.ts';

/** A database file for this rehearsal, and how to leave it. */
function placeDatabase(options: RehearseOptions): { readonly path: string; leave(): void } {
  if (options.database === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'liuxin-'));
    return {
      path: join(folder, 'rehearsal.db'),
      leave: () => {
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const lock = lockDatabase(options.database);
  if (!lock.ok) throw new StartRefused(texts.held({ folder: options.database }));
  return {
    path: options.database,
    leave: () => {
      lock.value.release();
    },
  };
}

/** A rehearsal on a database file, with the named community imported if the file has none. */
export async function createRehearsal(
  options: Omit<RehearseOptions, 'json' | 'database'> & { readonly path: string },
  onTaken: (at: string, message: Taken) => void,
): Promise<Rehearsal> {
  const { profile } = readCommunityFile(options.community);
  const database = await openMigrated(options.path, options.start);
  if ((await currentProfile(database)) === undefined) await importCommunity(database, options.community, options.start);
  await database.close();
  const random = keyedRandom(options.seed);
  const log = createLog('error');
  return new Rehearsal({
    zone: profile.timezone,
    topics: profile.rooms.map((room) => room.topic),
    staff: profile.staff.map((member) => member.name),
    start: options.start,
    random,
    openDatabase: () => openMigrated(options.path, options.start),
    makeBot: (ports) => composeBot({ ...ports, random, log, media: noMediaFiles }, DEFAULT_LIMITS),
    query: (sql) => readOnlyQuery(options.path, sql),
    onTaken,
  });
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const printJson = (at: string, { to, text, mentions, file }: Taken): void => {
  const target = 'room' in to ? { in: to.room } : { to: to.person };
  print(
    JSON.stringify({
      at,
      ...target,
      text,
      ...(mentions.length === 0 ? {} : { mentions }),
      ...(file === undefined ? {} : { file }),
    }),
  );
};

/** A message as a transcript shows it; further lines are indented, so that each message is seen to be one. */
export function transcriptLine({ to, text, file }: Taken): string {
  const name = 'room' in to ? to.room : to.person;
  const mark = file === undefined ? '' : texts.fileMark({ file });
  return `→${name}: ${mark}${text.replaceAll('\n', '\n    ')}`;
}

async function runJson(rehearsal: Rehearsal, lines: AsyncIterable<string>): Promise<number> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readJsonLine(line);
    if (read === undefined) {
      process.stderr.write(`line ${number}: not a line of the rehearsal\n`);
      return EXIT.refused;
    }
    const { rows, error }: Outcome = await rehearsal.run(read);
    if (rows !== undefined) print(JSON.stringify({ rows }));
    print(JSON.stringify(error === undefined ? { ok: number } : { ok: number, error }));
  }
  return EXIT.done;
}

async function runTyped(rehearsal: Rehearsal, lines: AsyncIterable<string>, room: string): Promise<number> {
  let number = 0;
  let status: number = EXIT.done;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readTypedLine(line);
    if (read === undefined) {
      process.stderr.write(`${texts.unreadable({ line: number, room })}\n`);
      status = EXIT.refused;
      continue;
    }
    const { error } = await rehearsal.run(read);
    if (error !== undefined) process.stderr.write(`${texts.refused({ line: number, error })}\n`);
  }
  return status;
}

/** `npm run rehearse`: the whole bot without WeChat, on a clock of its own. Returns the exit status. */
export async function rehearse(args: readonly string[]): Promise<number> {
  const options = readRehearseOptions(args);
  const place = placeDatabase(options);
  try {
    const onTaken = options.json
      ? printJson
      : (_: string, message: Taken) => {
          print(transcriptLine(message));
        };
    const rehearsal = await createRehearsal({ ...options, path: place.path }, onTaken);
    await rehearsal.start();
    const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
    const { profile } = readCommunityFile(options.community);
    const room = profile.rooms[0]?.topic ?? '';
    const status = options.json ? await runJson(rehearsal, lines) : await runTyped(rehearsal, lines, room);
    await rehearsal.end();
    return status;
  } finally {
    place.leave();
  }
}
