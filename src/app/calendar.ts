import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../adapters/db/file.ts';
import { createCommunitySource } from '../engine/community/community.ts';
import { findProfileVersion } from '../engine/community/store.ts';
import { createPoster } from '../engine/outbox/poster.ts';
import type { Database } from '../engine/tx.ts';
import { allCalendars, type CalendarFile } from '../features/services/feature.ts';
import { systemClock } from '../kernel/clock.ts';
import { keyedRandom } from '../kernel/random.ts';
import { print, readSettings, withDatabase } from './console.ts';
import { StartRefused } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { texts } from './texts.ts';

/** The calendars as they stand at a moment. Throws StartRefused where no community has been imported. */
export async function readCalendars(database: Database, at: Date): Promise<readonly CalendarFile[]> {
  return database.transaction(async (tx) => {
    if ((await findProfileVersion(tx, database.community)) === undefined)
      throw new StartRefused(texts.noCommunity({ command: 'npm start' }));
    const community = await createCommunitySource(database.community).current(tx);
    const post = createPoster({ tx, communityId: community.id, at, inboxId: null, onPost: () => undefined });
    return allCalendars({ tx, at, community, random: keyedRandom('calendar'), post });
  });
}

/** `npm run calendar`, `npm run calendar -- FOLDER`: writes the files for their owner alone. Returns the exit status. */
export async function calendar(args: readonly string[]): Promise<number> {
  const [named, ...more] = args;
  if (more.length > 0 || named?.startsWith('-') === true)
    throw new StartRefused(texts.calendarUsage({ command: 'npm run calendar --' }));
  const folder = resolve(named ?? join(readSettings().DATA_DIR, 'calendars'));
  const files = await withDatabase((database) => readCalendars(database, systemClock.now()));
  makeFolder(folder);
  for (const { fileName, content } of files) {
    const path = join(folder, fileName);
    writeFileSync(path, content, { mode: 0o600 });
    // A file that was there before keeps its mode otherwise: it names people and doors.
    chmodSync(path, 0o600);
  }
  print(texts.calendarsWritten({ count: files.length, folder }));
  return EXIT.done;
}
