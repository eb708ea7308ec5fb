import { sayAddress } from '../adapters/db/postgresql/address.ts';
import { holderOf } from '../adapters/db/postgresql/lease.ts';
import { postgresMigrationState } from '../adapters/db/postgresql/migrate.ts';
import { type ServerSettings, serverSettings } from '../adapters/db/postgresql/settings.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import type { Profile } from '../engine/community/profile.ts';
import { chinaCalendar } from '../kernel/calendar.ts';
import { systemClock } from '../kernel/clock.ts';
import { currentProfile, readCommunityFile } from './community.ts';
import type { Config } from './config.ts';
import { sampleProfile, StartRefused } from './data-dir.ts';
import {
  checkCalendar,
  checkCommunity,
  checkFolder,
  checkMigrations,
  checkNode,
  type Finding,
  fine,
  wrong,
} from './doctor-checks.ts';
import { chooseCommunity, openServerAsItIs, orRefused, readCommunityNames } from './server.ts';
import { texts } from './texts.ts';

/** Durable is a server that answers a commit when it is on the disk, and one that keeps Chinese as it is. */
function checkServer(address: string, settings: ServerSettings): Finding {
  const { version, encoding, fsync, fullPageWrites, synchronousCommit } = settings;
  const isFine = encoding === 'UTF8' && fsync === 'on' && fullPageWrites === 'on' && synchronousCommit === 'on';
  const slots = { address: sayAddress(address), version, encoding, fsync, commit: synchronousCommit };
  return isFine ? fine(texts.serverFine(slots)) : wrong(texts.serverWrong({ ...slots, wanted: 'UTF8、on、on' }));
}

async function checkLease(address: string, community: string): Promise<Finding> {
  const holder = await orRefused(community, holderOf(address, community));
  return fine(holder === undefined ? texts.lockFree() : texts.heldBy({ holder }));
}

/** Looks at a server and the community on it, and changes nothing. */
export async function examineServer(
  address: string,
  config: Pick<Config, 'DATA_DIR' | 'COMMUNITY'>,
): Promise<{ readonly findings: readonly Finding[]; readonly profile: Profile }> {
  const findings = [checkNode(process.versions.node), checkFolder(config.DATA_DIR)];
  const sample = readCommunityFile(sampleProfile(projectRoot(import.meta.url))).profile;
  const done = (profile: Profile) => {
    findings.push(checkCalendar(systemClock.now(), chinaCalendar.coverageEnd, profile.timezone));
    return { findings, profile };
  };
  try {
    findings.push(checkServer(address, await orRefused('', serverSettings(address))));
    const state = await orRefused('', postgresMigrationState(address));
    findings.push(checkMigrations(state, texts.serverMigrationsPending));
    if (state.problem !== undefined || state.applied === 0) return done(sample);
    const names = await readCommunityNames(address);
    if (names.length === 0) {
      findings.push(fine(texts.noCommunity({ command: 'npm start' })));
      return done(sample);
    }
    const name = chooseCommunity(names, config.COMMUNITY);
    const database = await openServerAsItIs(address, name, 'beside');
    try {
      const profile = await currentProfile(database);
      const others = names.filter((other) => other !== name).join('、');
      findings.push(await checkLease(address, name));
      findings.push(...(await checkCommunity(database, profile, (profile ?? sample).timezone)));
      if (others !== '') findings.push(fine(texts.otherCommunities({ names: others })));
      return done(profile ?? sample);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    findings.push(wrong(error.message));
    return done(sample);
  }
}
