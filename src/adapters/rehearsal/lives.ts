import type { Bot } from '../../engine/bot.ts';
import type { Channel } from '../../engine/channel.ts';
import type { Database } from '../../engine/tx.ts';

/** What a start of the program gets; nothing of it is used by the next one. */
export interface LifePorts {
  readonly channel: Channel;
  readonly database: Database;
}

/** One life of the program, from a start to a crash. */
export interface Life {
  readonly bot: Bot;
  /** Ends it at once, without a farewell: whatever still runs can neither write nor send. */
  crash(): Promise<void>;
}

/** The old life reached for a port that is no longer its own. */
class Revoked extends Error {
  override readonly name = 'Revoked';
}

/** Ports that can be taken away. */
export function revocable(ports: LifePorts): { readonly ports: LifePorts; readonly revoke: () => Promise<void> } {
  let isRevoked = false;
  const guard = (): void => {
    if (isRevoked) throw new Revoked('this life has ended');
  };
  const { channel, database } = ports;
  return {
    ports: {
      channel: {
        ...channel,
        async send(to, message) {
          guard();
          return channel.send(to, message);
        },
        async setRemark(person, remark) {
          guard();
          return channel.setRemark(person, remark);
        },
      },
      database: {
        ...database,
        async transaction(work) {
          guard();
          return database.transaction(async (tx) => {
            const value = await work(tx);
            guard(); // rolled back: a crash in the middle of a transaction leaves nothing of it
            return value;
          });
        },
      },
    },
    async revoke() {
      isRevoked = true;
      await database.close();
    },
  };
}
