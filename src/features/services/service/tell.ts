import { findPerson, findStaff } from '../../../engine/identity/store.ts';
import type { StaffMember } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { PostOptions } from '../../../engine/outbox/poster.ts';
import type { Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { maskedName } from '../../../kernel/mask.ts';
import type { GroupText, PrivateText } from '../../../kernel/text.ts';
import { texts } from '../texts/say.ts';

/** Somebody who is told: who they are, and where they spoke. */
export interface Told {
  readonly personId: number;
  readonly name: string;
  readonly roomId: number | null;
}

/** The same thing for a friend in private, and for the room of somebody who is none. */
export interface Said {
  readonly inPrivate: PrivateText;
  readonly inGroup: GroupText;
}

/**
 * Tells whoever booked, once: in private as a friend of the bot, else in the room where they spoke. Unlike a case, an
 * appointment is nobody else's business, so a room hears of it only where there is no other way.
 */
export async function tellPerson(
  work: Work,
  told: Told,
  said: Said,
  options: Partial<PostOptions> & Pick<PostOptions, 'lane'>,
): Promise<'in-private' | 'in-group' | 'nowhere'> {
  const full = { keepsHours: true, expiresAt: later(work.at, LIFETIME.status), ...options };
  const person = await findPerson(work.tx, work.community.id, told.personId);
  if (person?.isFriend === true) {
    await work.post.toPerson(told.personId, said.inPrivate, full);
    return 'in-private';
  }
  if (told.roomId === null) return 'nowhere';
  const text = texts.toPerson({ name: maskedName(told.name), said: said.inGroup });
  await work.post.toRoom(told.roomId, text, { ...full, mentions: [told.name] });
  return 'in-group';
}

/** Tells a member of the staff in private; until they have paired, the staff's room. */
export async function tellMember(
  work: Work,
  member: StaffMember | undefined,
  said: Said,
  options: Partial<PostOptions> = {},
): Promise<void> {
  const full = { lane: 'staff', keepsHours: true, expiresAt: later(work.at, LIFETIME.staff), ...options } as const;
  const person = member?.personId ?? null;
  if (person === null) await work.post.toStaffRoom(said.inGroup, full);
  else await work.post.toPerson(person, said.inPrivate, full);
}

export const allStaff = ({ tx, community }: Work): Promise<readonly StaffMember[]> => findStaff(tx, community.id);
