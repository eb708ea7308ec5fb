import type { ChannelListener, FriendRequest, IncomingMessage } from '../../engine/channel.ts';
import { reasonOf } from './codes.ts';
import type { Life } from './life.ts';
import { backOff } from '../../kernel/back-off.ts';
import { pause } from './timing.ts';

/** What the program is told: nothing before the login, and messages one after another. */
export interface Telling {
  /** The login was told: what waited is told now. */
  open(): void;
  /** Tells what `read` answers, if it answers anything, after everything that came before it. */
  message(read: () => Promise<IncomingMessage | undefined>): void;
  friendRequest(read: () => Promise<FriendRequest | undefined>): void;
  /** The connection is there again. Before the login there was none that could have been lost. */
  reconnected(since: Date): void;
  /** Friends or rooms are not what they were. */
  changed(): void;
}

/** Tells a listener until the life ends. */
export function createTelling(listener: ChannelListener, life: Life): Telling {
  const { log, signal, timing } = life;
  let isOpen = false;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let turn = opened;
  let isChanging = false;

  const inTurn = (code: string, work: () => Promise<void>): void => {
    turn = turn.then(async () => {
      if (life.isOver()) return;
      try {
        await work();
      } catch (error) {
        log.error({ reason: reasonOf(error) }, code);
      }
    });
  };
  /**
   * The program knows a message again, so that it is told until it has been taken, however long the disk is full or the
   * database away; the next one does not wait.
   */
  const tell = async (message: IncomingMessage): Promise<void> => {
    for (let attempt = 1; !life.isOver(); attempt += 1) {
      try {
        await listener.message(message);
        return;
      } catch (error) {
        log.error({ reason: reasonOf(error), attempt }, 'wechat-message-not-taken');
        await pause(backOff(attempt, timing.retry.from, timing.retry.to), signal);
      }
    }
  };

  return {
    open() {
      isOpen = true;
      open();
    },
    message: (read) =>
      inTurn('wechat-message-unreadable', async () => {
        const message = await read();
        if (message !== undefined) void tell(message);
      }),
    friendRequest: (read) =>
      inTurn('wechat-friend-request-failed', async () => {
        const request = await read();
        if (request !== undefined) await listener.friendRequest(request);
      }),
    reconnected(since) {
      if (isOpen) inTurn('wechat-return-not-told', () => listener.reconnected(since));
    },
    changed() {
      if (isChanging) return;
      isChanging = true;
      void opened
        .then(() => pause(timing.changes, signal))
        .then(() => {
          isChanging = false;
          if (!life.isOver()) listener.changed();
        });
    },
  };
}
