import { pino } from 'pino';
import type { Log } from '../engine/log.ts';

/** One JSON line an event, to standard error. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
