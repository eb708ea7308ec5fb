import {
  type Channel,
  type ChannelListener,
  type IncomingMessage,
  type SendResult,
  sendResultOf,
} from '../../engine/channel.ts';
import type { Random } from '../../kernel/random.ts';
import type { Taken, World } from './world.ts';

/** The next sends fail so. */
export interface Fault {
  times: number;
  readonly code: number | 'timeout';
}

export interface RehearsalChannel extends Channel {
  /** Delivers a message to the program. */
  deliver(message: IncomingMessage): Promise<void>;
}

/** A transport within the process. It outlives no crash: each start of the program gets one of its own. */
export function createRehearsalChannel(
  world: World,
  take: (message: Taken) => void,
  faults: readonly Fault[],
  random: Random,
): RehearsalChannel {
  let listener: ChannelListener | undefined;

  const failure = (): SendResult | undefined => {
    const fault = faults.find((candidate) => candidate.times > 0);
    if (fault === undefined) return undefined;
    fault.times -= 1;
    return sendResultOf(fault.code);
  };

  return {
    async start(given) {
      listener = given;
      await given.login(world.sessionKey);
    },

    async stop() {
      listener = undefined;
      return Promise.resolve();
    },

    async send(to, message) {
      const key = world.behind(to.outsideId);
      if (key === undefined) return Promise.resolve({ kind: 'failed', reason: 'bad-target' });
      const failed = failure();
      // Sent or not, nobody knows: a coin decides, and the program is not told.
      const arrives =
        failed === undefined ||
        failed.kind === 'sent' ||
        (failed.kind === 'unknown' && random.fraction(`arrives:${message.text}`) < 0.5);
      const target = to.kind === 'room' ? { room: key } : { person: world.nameOf(key) };
      const file = message.file === undefined ? {} : { file: message.file.name };
      if (arrives) take({ to: target, text: message.text, mentions: message.mentions, ...file });
      return failed ?? { kind: 'sent' };
    },

    setRemark: async (outsideId, remark) => {
      const key = world.behind(outsideId);
      return Promise.resolve(key !== undefined && world.setRemark(key, remark));
    },
    friends: async () => Promise.resolve(world.friends()),
    rooms: async () => Promise.resolve(world.rooms()),

    async deliver(message) {
      await listener?.message(message);
    },
  };
}
