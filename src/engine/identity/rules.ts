import { MINUTE } from '../../kernel/clock.ts';
import { fingerprint } from '../../kernel/fingerprint.ts';

/** A pairing code: 8 digits, once, for 10 minutes; five wrong ones from one person in that time and the door is shut. */
export const PAIRING = { digits: 8, lifetime: 10 * MINUTE, tries: 5 } as const;

/** Requests to be a friend, a day: how many are accepted, and after how many wrong codes no code is looked at any more. */
export const FRIEND_REQUESTS = { accepted: 10, wrongCodes: 20 } as const;

/** The part of the last roster that must be in a room for it to be bound again without a code. */
export const ROSTER_SHARE = 0.6;

/** A roster of fewer names can be made up by whoever knows them: then somebody proven has to be in the room as well. */
export const SMALL_ROSTER = 8;

const TOKEN_LENGTH = 10;
const REMARK = new RegExp(`·([A-Z2-7]{${TOKEN_LENGTH}})$`, 'u');

/** The length of the random token in a friend's remark. */
export const tokenLength = TOKEN_LENGTH;

/** The remark that marks a friend: the name for the human eye, the token for the next login. WeChat takes 16 characters. */
export function remarkOf(name: string, token: string): string {
  return `${[...name].slice(0, 5).join('')}·${token}`;
}

/** The friends by the token in their remark. A token that two friends carry identifies nobody. */
export function friendsByToken<Friend extends { readonly remark: string }>(
  friends: readonly Friend[],
): ReadonlyMap<string, Friend> {
  const found = new Map<string, Friend>();
  const doubled = new Set<string>();
  for (const friend of friends) {
    const token = REMARK.exec(friend.remark)?.[1];
    if (token === undefined) continue;
    if (found.has(token)) doubled.add(token);
    found.set(token, friend);
  }
  for (const token of doubled) found.delete(token);
  return found;
}

/** The fingerprints of a room's member names, sorted; namesakes count twice. */
export function rosterPrints(names: readonly string[]): readonly string[] {
  return names.map(fingerprint).sort();
}

/** A room that was bound in an earlier login: how it was called, who was in it, and whether names alone may prove it. */
export interface KnownRoom {
  readonly topic: string;
  readonly roster: readonly string[];
  /** Where the office talks among itself. */
  readonly isForStaff: boolean;
}

interface OutsideRoom {
  readonly topic: string;
  readonly memberNames: readonly string[];
  readonly memberIds: readonly string[];
}

/**
 * The room of a new login that is surely the one we knew: the only one of that topic, enough of the last roster is in
 * it, and, since names are free and a room can be made up of them, one of the staff who are proven by their remark: in
 * the staff's room, and where the roster was small. `proven` are the outside ids of those; undefined where nobody on the
 * staff has paired yet. Undefined when in doubt: then staff bind it with a code.
 */
export function recogniseRoom<Outside extends OutsideRoom>(
  { topic, roster, isForStaff }: KnownRoom,
  rooms: readonly Outside[],
  proven: ReadonlySet<string> | undefined,
): Outside | undefined {
  const [only, ...others] = rooms.filter((room) => room.topic === topic);
  if (only === undefined || others.length > 0 || roster.length === 0) return undefined;
  const needsProof = proven !== undefined && (isForStaff || roster.length < SMALL_ROSTER);
  if (needsProof && !only.memberIds.some((id) => proven.has(id))) return undefined;
  const present = new Set(rosterPrints(only.memberNames));
  const known = roster.filter((print) => present.has(print)).length;
  return known / roster.length >= ROSTER_SHARE ? only : undefined;
}
