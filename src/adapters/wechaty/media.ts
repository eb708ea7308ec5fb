import { createHash } from 'node:crypto';
import type { Message } from 'wechaty';
import type { IncomingMedia } from '../../engine/channel.ts';
import { type Timing, tryAgain } from './timing.ts';

const SUFFIX = { image: 'jpg', voice: 'mp3' } as const;

/** A name of our own making, the same when the message is delivered again: what a stranger calls a file is not to be trusted. */
export function mediaFile(kind: IncomingMedia['kind'], key: string): string {
  return `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}.${SUFFIX[kind]}`;
}

/**
 * The picture or voice of a message. WeChat has it for about an hour, and now and then answers with nothing while it is
 * still on its way: it is asked again a few times.
 */
export function mediaOf(message: Message, kind: IncomingMedia['kind'], key: string, timing: Timing): IncomingMedia {
  const fetchOnce = async (): Promise<Uint8Array> => {
    const bytes = await (await message.toFileBox()).toBuffer();
    if (bytes.length === 0) throw new Error('an empty file');
    return bytes;
  };
  return { kind, file: mediaFile(kind, key), read: () => tryAgain(fetchOnce, timing.again) };
}
