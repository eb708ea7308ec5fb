import type { Client, RawContact } from '../inside.ts';
import type { Mend } from './mend.ts';

/** A room as it is known, where what came of it says nothing of its members. */
function whole(client: Client, contact: RawContact): RawContact {
  if (!contact.UserName.startsWith('@@') || Array.isArray(contact.MemberList)) return contact;
  return { ...contact, MemberList: client.contacts[contact.UserName]?.MemberList ?? [] };
}

/**
 * The puppet goes through the members of every room of which there is news, and throws where the news has no list of
 * them: in the middle of the news, or at the start, where it ends the process, and again at the next start.
 */
export const wholeRooms: Mend = {
  client(client) {
    const update = client.updateContacts.bind(client);
    client.updateContacts = (contacts) => update(contacts.map((contact) => whole(client, contact)));
  },
};
