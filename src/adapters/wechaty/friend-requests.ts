import type { Wechaty } from 'wechaty';
import type { FriendRequest } from '../../engine/channel.ts';

/** Reads what the puppet tells of a friendship; undefined where it is no request. */
export async function readFriendRequest(bot: Wechaty, id: string): Promise<FriendRequest | undefined> {
  const payload = await bot.puppet.friendshipPayload(id);
  if (payload.type !== bot.Friendship.Type.Receive) return undefined;
  const contact = await bot.Contact.find({ id: payload.contactId });
  return {
    sender: { outsideId: payload.contactId, name: contact?.name() ?? '' },
    greeting: payload.hello ?? '',
    // Not wechaty's own `accept`: it waits for somebody whom WeChat has not put into any list yet.
    accept: () =>
      bot.puppet.friendshipAccept(id).then(
        () => true,
        () => false,
      ),
  };
}
