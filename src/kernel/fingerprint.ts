import { createHash } from 'node:crypto';

/** A hash that stands for a secret or a name where the thing itself need not be kept: 24 hexadecimal digits. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 24);
}
