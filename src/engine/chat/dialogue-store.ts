import type { Tx } from '../tx.ts';
import type { Place } from '../work.ts';

/** What is open with one person in one place. */
export interface Dialogue {
  /** The id of the question that waits for an answer; empty where none does. */
  readonly question: string;
  readonly payload: unknown;
  /** How often in a row the person was not understood. */
  readonly misses: number;
}

/** The dialogue's key: a person talks with the bot in each room and in private apart. */
function placeKey(place: Place): string {
  return place.kind === 'room' ? `room:${place.room.id}` : place.kind;
}

const keyOf = (communityId: number, place: Place, personId: number) => ({
  communityId_place_personId: { communityId, place: placeKey(place), personId },
});

/** The open dialogue, unless it has run out. */
export async function findDialogue(
  tx: Tx,
  communityId: number,
  place: Place,
  personId: number,
  now: Date,
): Promise<Dialogue | undefined> {
  const row = await tx.dialogue.findUnique({ where: keyOf(communityId, place, personId) });
  if (row === null || row.expiresAt <= now) return undefined;
  return { question: row.question, payload: JSON.parse(row.payload) as unknown, misses: row.misses };
}

/** Keeps the dialogue; whatever was open in that place before is forgotten. */
export async function keepDialogue(
  tx: Tx,
  communityId: number,
  place: Place,
  personId: number,
  dialogue: Dialogue,
  expiresAt: Date,
): Promise<void> {
  const { question, misses } = dialogue;
  const data = { question, payload: JSON.stringify(dialogue.payload), misses, expiresAt };
  const key = keyOf(communityId, place, personId);
  await tx.dialogue.upsert({ where: key, create: { ...key.communityId_place_personId, ...data }, update: data });
}

/** Ends what is open with that person in that place. */
export async function closeDialogue(tx: Tx, communityId: number, place: Place, personId: number): Promise<void> {
  await tx.dialogue.deleteMany({ where: keyOf(communityId, place, personId).communityId_place_personId });
}

/** Forgets what nobody has answered in time. */
export async function forgetDialogues(tx: Tx, communityId: number, now: Date): Promise<void> {
  await tx.dialogue.deleteMany({ where: { communityId, expiresAt: { lte: now } } });
}
