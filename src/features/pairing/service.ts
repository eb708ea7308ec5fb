import { audit } from '../../engine/audit/store.ts';
import { redeemCode } from '../../engine/identity/pairing.ts';
import type { Room } from '../../engine/identity/people.ts';
import { findOutsideIds, findRoom, tie } from '../../engine/identity/store.ts';
import type { Place, Turn } from '../../engine/work.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { fold } from '../../kernel/words.ts';

/** The outside id of the room in which something was said. */
async function outsideIdOf(
  { tx, community, sessionId }: Turn,
  place: Exclude<Place, { kind: 'direct' }>,
): Promise<string | undefined> {
  if (place.kind === 'strange-room') return place.outsideId;
  return (await findOutsideIds(tx, community.id, sessionId)).rooms.get(place.room.id);
}

/** Binds the room in which it is said. Only a paired member of the staff may, and only with a code made for that room. */
export async function bindRoomHere(
  turn: Turn,
  place: Exclude<Place, { kind: 'direct' }>,
  code: string,
): Promise<Result<Room, 'not-staff' | 'wrong-code' | 'too-many-tries'>> {
  const { tx, community, speaker, sessionId } = turn;
  if (speaker.staff === undefined) return refuse('not-staff');
  const redeemed = await redeemCode(turn, 'room', fold(code), speaker.personId);
  if (!redeemed.ok) return redeemed;
  const room = await findRoom(tx, community.id, redeemed.value);
  const outsideId = await outsideIdOf(turn, place);
  if (room === undefined || outsideId === undefined) return refuse('wrong-code');
  await tie(tx, community.id, sessionId, 'room', outsideId, room.id);
  await audit(turn, { actor: `staff:${speaker.staff.id}`, action: 'bind-room', subject: `room:${room.id}` });
  return accept(room);
}
