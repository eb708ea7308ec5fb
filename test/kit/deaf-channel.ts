import type { Channel } from '../../src/engine/channel.ts';

/** A transport that takes nothing, for what never sends. */
export const deafChannel: Channel = {
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  send: () => Promise.resolve({ kind: 'failed', reason: 'deaf' }),
  setRemark: () => Promise.resolve(false),
  friends: () => Promise.resolve([]),
  rooms: () => Promise.resolve([]),
};
