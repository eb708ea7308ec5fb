import type { Role, RoomKind } from '../community/profile.ts';

/** A room of ours. */
export interface Room {
  readonly id: number;
  readonly topic: string;
  readonly kind: RoomKind;
  readonly grid: number | null;
  readonly compound: string | null;
}

/** Somebody of the profile's staff. */
export interface StaffMember {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly grid: number | null;
  /** Set once the member has paired. */
  readonly personId: number | null;
}

/** Somebody who has spoken to the bot. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly isFriend: boolean;
  readonly token: string | null;
}

/** A person who is speaking, as far as this login session proves it. A name proves nothing. */
export interface Speaker {
  readonly personId: number;
  readonly name: string;
  readonly isFriend: boolean;
  /** Set for paired staff only. */
  readonly staff: StaffMember | undefined;
}

/** The staff member who is speaking. The router lets only paired staff through to staff commands, so this throws for nobody else. */
export function staffOf({ speaker }: { readonly speaker: Speaker }): StaffMember {
  if (speaker.staff === undefined) throw new Error('a staff command ran for somebody who is not staff');
  return speaker.staff;
}
