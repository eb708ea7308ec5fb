import type { Mend } from './mend.ts';

const FRIEND_REQUEST = 37;

/**
 * Whoever asks to become a friend is in no list, and wechaty looks for them for a minute before it tells of the request,
 * without a name. The request itself says who it is.
 */
export const strangers: Mend = {
  client(client) {
    client.on('message', ({ MsgType, RecommendInfo }) => {
      if (MsgType !== FRIEND_REQUEST || RecommendInfo === undefined) return;
      const { UserName, NickName } = RecommendInfo;
      if (client.contacts[UserName] === undefined) client.updateContacts([{ UserName, NickName }]);
    });
  },
};
