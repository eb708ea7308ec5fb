import { createHmac } from 'node:crypto';

/**
 * Randomness by key: the same source gives the same answer to the same key, whatever was asked before.
 * So jitter is stable while a message waits, and a rehearsal with the same seed repeats itself byte for byte.
 */
export interface Random {
  /** A number in [0, 1). */
  fraction(key: string): number;
  /** A string of `length` decimal digits. */
  digits(key: string, length: number): string;
  /** A string of `length` characters of A–Z and 2–7. */
  token(key: string, length: number): string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A source keyed by `secret`. It is as unpredictable as the secret: 32 random bytes in real life, the seed in a rehearsal. */
export function keyedRandom(secret: string): Random {
  const bytes = (key: string): Buffer => createHmac('sha256', secret).update(key).digest();
  return {
    fraction: (key) => bytes(key).readUInt32BE(0) / 2 ** 32,
    digits: (key, length) => String(bytes(key).readBigUInt64BE(0) % 10n ** BigInt(length)).padStart(length, '0'),
    token: (key, length) => Array.from(bytes(key).subarray(0, length), (byte) => LETTERS.charAt(byte % 32)).join(''),
  };
}
