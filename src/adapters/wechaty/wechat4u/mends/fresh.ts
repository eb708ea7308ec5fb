import type { Client, RawContact } from '../inside.ts';
import type { Mend } from './mend.ts';

/** wechaty's numbers for what is out of date (`types.Payload`). */
const STALE = { contact: 2, room: 3 } as const;
const FRIEND = 1;

const isRoom = ({ UserName }: RawContact): boolean => UserName.startsWith('@@');

/** Whether somebody of whom news has come is one that the program keeps count of. */
function isCounted(client: Client, contact: RawContact): boolean {
  return isRoom(contact) || ((client.contacts[contact.UserName]?.ContactFlag ?? 0) & FRIEND) !== 0;
}

/**
 * Once read, a name, a remark or a room's topic is kept by the puppet and by wechaty for ever: a member who becomes a
 * friend never does. News of somebody makes what is kept of them out of date.
 */
export const fresh: Mend = {
  client(client, inside, _, announce) {
    client.on('contacts-updated', (contacts) => {
      for (const contact of contacts) {
        const id = contact.UserName;
        if (inside.cache.contact.has(id)) inside.emit('dirty', { payloadType: STALE.contact, payloadId: id });
        if (inside.cache.room.has(id)) inside.emit('dirty', { payloadType: STALE.room, payloadId: id });
      }
      if (contacts.some((contact) => isCounted(client, contact))) announce();
    });
  },
};
