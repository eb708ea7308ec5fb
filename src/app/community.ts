import { readFileSync } from 'node:fs';
import { audit } from '../engine/audit/store.ts';
import type { Profile } from '../engine/community/profile.ts';
import { type ProfileMistake, readProfile } from '../engine/community/read-profile.ts';
import { createCommunitySource } from '../engine/community/community.ts';
import { findProfileVersion, writeProfile } from '../engine/community/store.ts';
import type { Database } from '../engine/tx.ts';
import { chinaCalendar } from '../kernel/calendar.ts';
import { StartRefused } from './data-dir.ts';
import { texts } from './texts.ts';

/** Reads a community file. Throws StartRefused with every mistake and its place. */
export function readCommunityFile(file: string): { readonly profile: Profile; readonly source: string } {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    throw new StartRefused(texts.noFile({ file }));
  }
  const read = readProfile(source);
  if (!read.ok) throw new StartRefused([texts.badProfile(), ...read.refusal.map(mistakeLine)].join('\n'));
  return { profile: read.value, source };
}

function mistakeLine({ line, column, path, message }: ProfileMistake): string {
  return texts.profileMistake({ line, column, path, message });
}

/** Imports a community file, all of it or nothing. Importing again updates. */
export async function importCommunity(database: Database, file: string, at: Date): Promise<Profile> {
  const { profile, source } = readCommunityFile(file);
  if (database.community !== undefined && database.community !== profile.name)
    throw new Error('the store is open for another community than the file is of');
  await database.transaction(async (tx) => {
    const id = await writeProfile(tx, database.community, profile, source, at);
    const community = { id, profile, calendar: chinaCalendar, zone: profile.timezone };
    await audit({ tx, at, community }, { actor: 'console', action: 'import-community', subject: `community:${id}` });
  });
  return profile;
}

/** The community that was imported; undefined where none was. */
export async function currentProfile(database: Database): Promise<Profile | undefined> {
  return database.transaction(async (tx) =>
    (await findProfileVersion(tx, database.community)) === undefined
      ? undefined
      : (await createCommunitySource(database.community).current(tx)).profile,
  );
}
