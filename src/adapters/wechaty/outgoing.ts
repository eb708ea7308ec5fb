import type { Sayable, Wechaty } from 'wechaty';
import { type Destination, type OutgoingMessage, type SendResult, sendResultOf } from '../../engine/channel.ts';
import { isNeverSent, reasonOf, returnCodeOf } from './codes.ts';
import type { Life } from './life.ts';
import { pause } from './timing.ts';

/** What became of a send that threw. */
export function resultOfError(error: unknown): SendResult {
  const code = returnCodeOf(error);
  if (code !== undefined) return sendResultOf(code);
  if (isNeverSent(error)) return { kind: 'later', reason: 'offline' };
  return { kind: 'unknown', reason: reasonOf(error) };
}

type Say = (sayable: Sayable) => Promise<unknown>;

/** The client writes the name of a file into XML as it is. */
const HARMLESS = /^[A-Za-z0-9._-]+$/u;

/** How to speak to somebody, or why not. WeChat refuses what is said in private to somebody who is no friend. */
async function findWay(bot: Wechaty, to: Destination): Promise<Say | SendResult> {
  if (to.kind === 'room') {
    const room = await bot.Room.find({ id: to.outsideId });
    return room === undefined ? { kind: 'failed', reason: 'no-such-room' } : (sayable) => room.say(sayable);
  }
  const contact = await bot.Contact.find({ id: to.outsideId });
  if (contact === undefined) return { kind: 'failed', reason: 'no-such-person' };
  return contact.friend() === false ? { kind: 'failed', reason: 'not-friend' } : (sayable) => contact.say(sayable);
}

async function sayableOf({ text, file }: OutgoingMessage): Promise<Sayable> {
  if (file === undefined) return text;
  const { FileBox } = await import('file-box');
  return FileBox.fromBuffer(Buffer.from(file.content), file.name);
}

async function sayOnce(say: Say, sayable: Sayable, life: Life): Promise<SendResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => resolve(sendResultOf('timeout')), life.timing.send);
  });
  const sent = say(sayable).then(() => sendResultOf(0), resultOfError);
  const result = await Promise.race([sent, late]);
  clearTimeout(timer);
  return result;
}

/** Sends one message after another. */
export interface Sender {
  send(bot: Wechaty, life: Life, to: Destination, message: OutgoingMessage): Promise<SendResult>;
  /** Takes no more, and resolves when what was begun has come to its end: nobody has to ask whether it arrived. */
  close(): Promise<void>;
}

const OFFLINE: SendResult = { kind: 'later', reason: 'offline' };

/**
 * The sends are a few milliseconds apart: the client makes a message's id of the millisecond, and of a thousand in one
 * burst all but 37 would have had the id of another, which WeChat may drop.
 */
export function createSender(): Sender {
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const attempt = async (bot: Wechaty, life: Life, to: Destination, message: OutgoingMessage): Promise<SendResult> => {
    const { file } = message;
    if (file !== undefined && !HARMLESS.test(file.name)) return { kind: 'failed', reason: 'file-name' };
    if (isClosed || life.isOver() || !life.isReachable()) return OFFLINE;
    const way = await findWay(bot, to);
    return typeof way === 'function' ? sayOnce(way, await sayableOf(message), life) : way;
  };

  return {
    send(bot, life, to, message) {
      const result = turn.then(() => attempt(bot, life, to, message));
      const spaced = (): Promise<void> => pause(life.timing.spacing);
      turn = result.then(spaced, spaced);
      return result;
    },
    async close() {
      isClosed = true;
      await turn;
    },
  };
}
