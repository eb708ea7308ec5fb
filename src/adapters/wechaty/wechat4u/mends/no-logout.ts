import type { Mend } from './mend.ts';

/**
 * `stop` logs the account out and throws the card away, and everything calls it: the end of the process, so that each
 * restart costs a scan; an error of the network; and anyone in the world who writes three certain faces in private, or
 * `退出wechat4u`. Nobody but the person at the terminal logs the bot out.
 */
export const noLogout: Mend = {
  client(client) {
    client.stop = () => undefined;
  },
};
