import type { Life } from '../../life.ts';
import { tryAgain } from '../../timing.ts';
import type { Client, RawContact } from '../inside.ts';

const AT_ONCE = 50;

/** Saved rooms come without their members. */
function isIncomplete(contact: RawContact): boolean {
  return contact.UserName.startsWith('@@') && (contact.MemberList ?? []).length === 0;
}

/** Follows the list of contacts, which the client asks for at the login but does not wait for, and once only. */
export function followList(client: Client, { signal, timing }: Life): () => Promise<void> {
  const page = client.getContact.bind(client);
  client.getContact = (seq) => tryAgain(() => page(seq), timing.again, signal);
  const list = client._getContact.bind(client);
  let listed: Promise<unknown> = Promise.resolve();
  client._getContact = (seq = 0) => {
    const done = list(seq);
    if (seq === 0) listed = done;
    return done;
  };
  // The client puts the list away in a step of its own after that promise, which was asked for before this one.
  return async () => {
    await listed.catch(() => undefined);
  };
}

/** Asks for the members of rooms that came without them, so that rooms are known again by who is in them. */
export async function completeRooms(client: Client, life: Life): Promise<void> {
  const { log, signal, timing } = life;
  const missing = Object.values(client.contacts).filter(isIncomplete);
  for (let from = 0; from < missing.length && !life.isOver(); from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE).map(({ UserName }) => ({ UserName }));
    try {
      client.updateContacts(await tryAgain(() => client.batchGetContact(some), timing.again, signal));
    } catch {
      log.warn({ rooms: some.length }, 'wechat-rooms-unknown');
    }
  }
}
