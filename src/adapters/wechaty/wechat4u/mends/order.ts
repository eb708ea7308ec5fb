import type { Client, Inside, RawMessage } from '../inside.ts';
import { readRaw } from '../raw-message.ts';
import type { Mend } from './mend.ts';

interface Told {
  readonly messageId: string;
}

/** Whether the client can read what is in a message; one that it cannot would end the process. */
function isWhole(raw: RawMessage): boolean {
  const fields: readonly unknown[] = [raw.MsgId, raw.FromUserName, raw.ToUserName, raw.Content];
  return raw.MsgId !== '' && fields.every((field) => typeof field === 'string');
}

/** Rooms of a batch that the client does not know, or of which it does not know who speaks. Nobody is asked for twice. */
function unknownRooms(client: Client, batch: readonly RawMessage[], asked: Set<string>): readonly string[] {
  const rooms = new Set<string>();
  for (const raw of batch) {
    const { room, talker } = readRaw({ ...raw, OriginalContent: raw.Content });
    if (room === undefined || talker === undefined) continue;
    const members = client.contacts[room]?.MemberList ?? [];
    const who = `${room} ${talker}`;
    if (members.some((member) => member.UserName === talker) || asked.has(who)) continue;
    asked.add(who);
    rooms.add(room);
  }
  return [...rooms];
}

/** Tells a puppet's messages in the order of the batches, whichever of them was parsed first. */
function tellInOrder(inside: Inside, place: Map<string, number>): void {
  const emit = inside.emit.bind(inside);
  let held: Told[] = [];
  const tell = (): void => {
    const told = held;
    held = [];
    const at = ({ messageId }: Told): number => place.get(messageId) ?? 0;
    told.sort((a, b) => at(a) - at(b));
    for (const one of told) place.delete(one.messageId);
    for (const one of told) emit('message', one);
  };
  inside.emit = (event, payload) => {
    if (event !== 'message') return emit(event, payload);
    if (held.length === 0) setImmediate(tell);
    held.push(payload as Told); // what a puppet tells with this event
    return true;
  };
}

/**
 * Where a message is of a room that is not known yet, the client asks for the room and lets the next message overtake;
 * what is parsed longer comes later. A batch waits for the one before it, and for the rooms that it speaks of.
 */
export const order: Mend = {
  client(client, inside, { log }) {
    const place = new Map<string, number>();
    const asked = new Set<string>();
    const handle = client.handleMsg.bind(client);
    let next = 0;
    let turn: Promise<void> = Promise.resolve();
    tellInOrder(inside, place);
    const take = async (batch: readonly RawMessage[]): Promise<void> => {
      const rooms = unknownRooms(client, batch, asked);
      try {
        if (rooms.length > 0)
          client.updateContacts(await client.batchGetContact(rooms.map((UserName) => ({ UserName }))));
      } catch {
        log.warn({ rooms: rooms.length }, 'wechat-rooms-unknown');
      }
      for (const { MsgId } of batch) place.set(MsgId, (next += 1));
      handle(batch);
    };
    client.handleMsg = (batch) => {
      const whole = batch.filter(isWhole);
      if (whole.length < batch.length) log.warn({ messages: batch.length - whole.length }, 'wechat-message-broken');
      turn = turn.then(() => take(whole));
    };
  },
};
