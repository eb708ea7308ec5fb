import { existsSync, statSync } from 'node:fs';
import { migrationState } from '../adapters/db/migrate.ts';
import { openDatabase } from '../adapters/db/open.ts';
import { isPostgresAddress } from '../adapters/db/postgresql/address.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import { storeSettings } from '../adapters/db/settings.ts';
import type { Profile } from '../engine/community/profile.ts';
import type { Database } from '../engine/tx.ts';
import { chinaCalendar } from '../kernel/calendar.ts';
import { systemClock } from '../kernel/clock.ts';
import { currentProfile, readCommunityFile } from './community.ts';
import { print, readSettings } from './console.ts';
import { databaseFile, sampleProfile } from './data-dir.ts';
import { addressOf } from './database.ts';
import {
  checkCalendar,
  checkCommunity,
  checkFolder,
  checkLock,
  checkMigrations,
  checkNode,
  type Finding,
  fine,
  wrong,
} from './doctor-checks.ts';
import { examineServer } from './doctor-server.ts';
import { EXIT } from './lifecycle.ts';
import { scheduleLines } from './schedule.ts';
import { texts } from './texts.ts';

function checkFile(path: string): Finding {
  const mode = statSync(path).mode & 0o777;
  return mode === 0o600 ? fine(texts.fileFine({ path })) : wrong(texts.fileOpen({ path, mode: mode.toString(8) }));
}

async function checkStore(database: Database): Promise<Finding> {
  const { journalMode, synchronous, foreignKeys, busyTimeout } = await storeSettings(database);
  const isFine = journalMode === 'wal' && synchronous === 2 && foreignKeys && busyTimeout > 0;
  const slots = { journal: journalMode, sync: synchronous, keys: foreignKeys ? 1 : 0, busy: busyTimeout };
  return isFine ? fine(texts.storeFine(slots)) : wrong(texts.storeWrong(slots));
}

/** Looks at everything that a start depends on, and changes nothing. */
export async function examine(
  folder: string,
  path: string = databaseFile(folder),
): Promise<{ readonly findings: readonly Finding[]; readonly profile: Profile }> {
  const findings = [checkNode(process.versions.node), checkFolder(folder)];
  const sample = readCommunityFile(sampleProfile(projectRoot(import.meta.url))).profile;
  if (!existsSync(path)) {
    findings.push(fine(texts.noDataYet({ command: 'npm start' })));
    findings.push(checkCalendar(systemClock.now(), chinaCalendar.coverageEnd, sample.timezone));
    return { findings, profile: sample };
  }
  findings.push(checkFile(path), checkLock(folder), checkMigrations(migrationState(path), texts.migrationsPending));
  if (findings.some((finding) => finding.mark === '✗')) return { findings, profile: sample };
  const database = await openDatabase({ url: `file:${path}` });
  try {
    const profile = await currentProfile(database);
    const used = profile ?? sample;
    findings.push(await checkStore(database), ...(await checkCommunity(database, profile, used.timezone)));
    findings.push(checkCalendar(systemClock.now(), chinaCalendar.coverageEnd, used.timezone));
    return { findings, profile: used };
  } finally {
    await database.close();
  }
}

/** `npm run doctor`: one line for each thing, and the next three months. Status 1 when something is wrong. */
export async function doctor(): Promise<number> {
  const config = readSettings();
  const address = addressOf(config);
  const { findings, profile } = isPostgresAddress(address)
    ? await examineServer(address, config)
    : await examine(config.DATA_DIR, address);
  for (const { mark, line } of findings) print(`${mark} ${line}`);
  print(texts.scheduleHead({ name: profile.name, zone: profile.timezone }));
  for (const line of scheduleLines(profile, systemClock.now())) print(`  ${line}`);
  return findings.some((finding) => finding.mark === '✗') ? EXIT.broken : EXIT.done;
}
