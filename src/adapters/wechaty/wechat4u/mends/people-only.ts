import type { Mend } from './mend.ts';

/** WeChat's own helpers are friends of everybody; only people have an id of a session. */
export const peopleOnly: Mend = {
  puppet(inside) {
    const list = inside.contactList.bind(inside);
    inside.contactList = async () => (await list()).filter((id) => id.startsWith('@'));
  },
};
