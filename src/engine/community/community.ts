import { type Calendar, chinaCalendar } from '../../kernel/calendar.ts';
import type { Tx } from '../tx.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read-profile.ts';
import { findProfileText, findProfileVersion } from './store.ts';

/** The community that this process serves. */
export interface Community {
  readonly id: number;
  readonly profile: Profile;
  readonly calendar: Calendar;
  /** The IANA name of its time zone. */
  readonly zone: string;
}

export interface CommunitySource {
  /** The community as it stands; read again once a new profile was imported. Throws where none was. */
  current(tx: Tx): Promise<Community>;
}

/**
 * A source that keeps the profile it has read until a newer one is imported. `name` is which community it is, where the
 * store holds several.
 */
export function createCommunitySource(name: string | undefined): CommunitySource {
  let known: { readonly version: number; readonly community: Community } | undefined;
  return {
    async current(tx) {
      const found = await findProfileVersion(tx, name);
      if (found === undefined) throw new Error('no community has been imported');
      if (known?.version !== found.version || known.community.id !== found.id) {
        const parsed = readProfile(await findProfileText(tx, found.id));
        if (!parsed.ok) throw new Error('the stored profile is broken; import it again');
        const profile = parsed.value;
        known = {
          version: found.version,
          community: { id: found.id, profile, calendar: chinaCalendar, zone: profile.timezone },
        };
      }
      return known.community;
    },
  };
}
