import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { migrationState } from '../adapters/db/migrate.ts';
import { lockDataDir } from '../adapters/db/lock.ts';
import { openDatabase } from '../adapters/db/open.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import { storeSettings } from '../adapters/db/settings.ts';
import type { Profile } from '../engine/community/profile.ts';
import { findTies } from '../engine/identity/store.ts';
import { findLatestMoment } from '../engine/inbox/store.ts';
import type { Database } from '../engine/tx.ts';
import { chinaCalendar } from '../kernel/calendar.ts';
import { DAY, later, systemClock } from '../kernel/clock.ts';
import { momentAt, sayDay, sayMoment } from '../kernel/moment.ts';
import { currentProfile, readCommunityFile } from './community.ts';
import { print, readSettings } from './console.ts';
import { databaseFile, sampleProfile } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { scheduleLines } from './schedule.ts';
import { texts } from './texts.ts';

/** What was looked at: fine, worth knowing, or wrong with what to do. */
export interface Finding {
  readonly mark: '✓' | '!' | '✗';
  readonly line: string;
}

const fine = (line: string): Finding => ({ mark: '✓', line });
const mind = (line: string): Finding => ({ mark: '!', line });
const wrong = (line: string): Finding => ({ mark: '✗', line });
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

function checkFolder(folder: string): Finding {
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

function checkFile(path: string): Finding {
  const mode = statSync(path).mode & 0o777;
  return mode === 0o600 ? fine(texts.fileFine({ path })) : wrong(texts.fileOpen({ path, mode: mode.toString(8) }));
}

function checkLock(folder: string): Finding {
  const lock = lockDataDir(folder);
  if (!lock.ok) return fine(texts.lockHeld());
  lock.value.release();
  return fine(texts.lockFree());
}

function checkMigrations(path: string): Finding {
  const { applied, pending, problem } = migrationState(path);
  if (problem !== undefined) return wrong(texts.migrationRefused({ code: problem.code, migration: problem.migration }));
  return pending === 0 ? fine(texts.migrationsFine({ applied })) : mind(texts.migrationsPending({ pending }));
}

async function checkStore(database: Database): Promise<Finding> {
  const { journalMode, synchronous, foreignKeys, busyTimeout } = await storeSettings(database);
  const isFine = journalMode === 'wal' && synchronous === 2 && foreignKeys && busyTimeout > 0;
  const slots = { journal: journalMode, sync: synchronous, keys: foreignKeys ? 1 : 0, busy: busyTimeout };
  return isFine ? fine(texts.storeFine(slots)) : wrong(texts.storeWrong(slots));
}

async function checkClock(database: Database, zone: string): Promise<Finding> {
  const latest = await database.transaction((tx) => findLatestMoment(tx));
  const now = systemClock.now();
  if (latest !== undefined && latest > now) {
    return wrong(texts.clockBehind({ now: sayMoment(now, zone), latest: sayMoment(latest, zone) }));
  }
  return fine(texts.clockFine({ now: sayMoment(now, zone), zone }));
}

async function checkTies(database: Database): Promise<Finding> {
  const { staff, paired, rooms, bound } = await database.transaction((tx) => findTies(tx));
  const slots = { staff, paired, rooms, bound };
  return paired > 0 ? fine(texts.tiesFine(slots)) : mind(texts.tiesNone({ ...slots, command: 'npm run pair -- NAME' }));
}

/** Looks at everything that a start depends on, and changes nothing. */
export async function examine(
  folder: string,
): Promise<{ readonly findings: readonly Finding[]; readonly profile: Profile }> {
  const findings = [checkNode(process.versions.node), checkFolder(folder)];
  const path = databaseFile(folder);
  const sample = readCommunityFile(sampleProfile(projectRoot(import.meta.url))).profile;
  if (!existsSync(path)) {
    findings.push(fine(texts.noDataYet({ command: 'npm start' })));
    findings.push(checkCalendar(systemClock.now(), chinaCalendar.coverageEnd, sample.timezone));
    return { findings, profile: sample };
  }
  findings.push(checkFile(path), checkLock(folder), checkMigrations(path));
  if (findings.some((finding) => finding.mark === '✗')) return { findings, profile: sample };
  const database = await openDatabase({ url: `file:${path}` });
  try {
    const profile = await currentProfile(database);
    findings.push(await checkStore(database));
    findings.push(
      profile === undefined
        ? fine(texts.noCommunity({ command: 'npm start' }))
        : fine(texts.communityFine({ name: profile.name })),
    );
    const used = profile ?? sample;
    findings.push(await checkClock(database, used.timezone), await checkTies(database));
    findings.push(checkCalendar(systemClock.now(), chinaCalendar.coverageEnd, used.timezone));
    return { findings, profile: used };
  } finally {
    await database.close();
  }
}

/** `npm run doctor`: one line for each thing, and the next three months. Status 1 when something is wrong. */
export async function doctor(): Promise<number> {
  const { findings, profile } = await examine(readSettings().DATA_DIR);
  for (const { mark, line } of findings) print(`${mark} ${line}`);
  print(texts.scheduleHead({ name: profile.name, zone: profile.timezone }));
  for (const line of scheduleLines(profile, systemClock.now())) print(`  ${line}`);
  return findings.some((finding) => finding.mark === '✗') ? EXIT.broken : EXIT.done;
}
