import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { lockDataDir } from '../adapters/db/lock.ts';
import type { MigrationState } from '../adapters/db/migration-plan.ts';
import { findProfileVersion } from '../engine/community/store.ts';
import type { Profile } from '../engine/community/profile.ts';
import { findTies } from '../engine/identity/store.ts';
import { findLatestMoment } from '../engine/inbox/store.ts';
import type { Database } from '../engine/tx.ts';
import { DAY, later, systemClock } from '../kernel/clock.ts';
import { momentAt, sayDay, sayMoment } from '../kernel/moment.ts';
import { texts } from './texts.ts';

/** What was looked at: fine, worth knowing, or wrong with what to do. */
export interface Finding {
  readonly mark: '✓' | '!' | '✗';
  readonly line: string;
}

export const fine = (line: string): Finding => ({ mark: '✓', line });
export const mind = (line: string): Finding => ({ mark: '!', line });
export const wrong = (line: string): Finding => ({ mark: '✗', line });
const NODE = [20, 19] as const;
/** Promises reach this far ahead; a calendar that ends sooner makes them provisional. */
const CALENDAR_AHEAD = 60 * DAY;

/** Whether this Node is new enough. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  return isNew ? fine(texts.nodeFine({ version })) : wrong(texts.nodeOld({ version, wanted: NODE.join('.') }));
}

/** Whether the working days of the coming weeks are published. */
export function checkCalendar(now: Date, coverageEnd: string, zone: string): Finding {
  const end = sayDay(coverageEnd);
  const isFar = momentAt(coverageEnd, 0, zone) >= later(now, CALENDAR_AHEAD);
  return isFar ? fine(texts.calendarFine({ end })) : mind(texts.calendarEnds({ end }));
}

/** Whether the folder is there, can be written, and is for its owner's eyes only. */
export function checkFolder(folder: string): Finding {
  if (!existsSync(folder)) return fine(texts.folderEmpty({ folder }));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    return wrong(texts.notWritable({ folder }));
  }
  const mode = statSync(folder).mode & 0o777;
  return mode === 0o700
    ? fine(texts.folderFine({ folder }))
    : wrong(texts.folderOpen({ folder, mode: mode.toString(8) }));
}

/** Whether a bot is running on the folder. */
export function checkLock(folder: string): Finding {
  const lock = lockDataDir(folder);
  if (!lock.ok) return fine(texts.lockHeld());
  lock.value.release();
  return fine(texts.lockFree());
}

/** How the tables stand to this version; `pendingLine` says what will become of those that are missing. */
export function checkMigrations(
  { applied, pending, problem }: MigrationState,
  pendingLine: (slots: { pending: number }) => string,
): Finding {
  if (problem !== undefined) return wrong(texts.migrationRefused({ code: problem.code, migration: problem.migration }));
  return pending === 0 ? fine(texts.migrationsFine({ applied })) : mind(pendingLine({ pending }));
}

/** What there is to say of a community that is in use; of a store without one, that there is none. */
export async function checkCommunity(
  database: Database,
  profile: Profile | undefined,
  zone: string,
): Promise<readonly Finding[]> {
  const now = systemClock.now();
  return database.transaction(async (tx) => {
    const known = await findProfileVersion(tx, database.community);
    if (known === undefined || profile === undefined) return [fine(texts.noCommunity({ command: 'npm start' }))];
    const ties = await findTies(tx, known.id);
    const latest = await findLatestMoment(tx, known.id);
    return [
      fine(texts.communityFine({ name: profile.name })),
      checkClock(now, latest, zone),
      ties.paired > 0
        ? fine(texts.tiesFine({ ...ties }))
        : mind(texts.tiesNone({ ...ties, command: 'npm run pair -- NAME' })),
    ];
  });
}

function checkClock(now: Date, latest: Date | undefined, zone: string): Finding {
  if (latest !== undefined && latest > now) {
    return wrong(texts.clockBehind({ now: sayMoment(now, zone), latest: sayMoment(latest, zone) }));
  }
  return fine(texts.clockFine({ now: sayMoment(now, zone), zone }));
}
