import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from '../../kernel/back-off.ts';
import { type Clock, MINUTE, SECOND } from '../../kernel/clock.ts';

/** The status of a child that is done, and of one that a person has to put something right for. */
const DONE = 0;
const REFUSED = 2;
const PAUSE = { first: 5 * SECOND, most: 5 * MINUTE } as const;
/** A child that ran for this long was healthy: its end is not counted together with earlier ones. */
const STEADY = 10 * MINUTE;
/** A child that was asked to end has this long. */
const FAREWELL = 9 * SECOND;

export interface SupervisorOptions {
  /** The module that a child runs. */
  readonly module: string;
  readonly clock: Clock;
  /** Told before each pause, in milliseconds; `status` is null where a signal ended the child. */
  readonly onPause: (status: number | null, milliseconds: number) => void;
  /** For tests, which do not wait for minutes. */
  readonly firstPause?: number;
}

/**
 * Runs a module in a process of its own, and again whenever it ends without having said that it is done: what is half
 * dead is ended and begun afresh, with a pause that grows from five seconds to five minutes. SIGTERM and SIGINT are
 * passed on as SIGTERM; a child that does not end by itself then is killed. Returns the child's last status.
 *
 * The child is not detached, and hears by its channel when this process is gone.
 */
export async function supervise({ module, clock, onPause, firstPause }: SupervisorOptions): Promise<number> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  let isFirst = true;
  try {
    for (let failures = 1; ; failures += 1) {
      const began = clock.now();
      const status = await runOnce(module, stopping.signal);
      if (stopping.signal.aborted || status === DONE) return status ?? 1;
      // A mistake is seen at the first start, by whoever starts it. What is refused later (a full disk, a database that
      // is being restarted) passes, and nobody is there to start again.
      if (status === REFUSED && isFirst) return status;
      isFirst = false;
      if (clock.now().getTime() - began.getTime() >= STEADY) failures = 1;
      const milliseconds = backOff(failures, firstPause ?? PAUSE.first, PAUSE.most);
      onPause(status, milliseconds);
      if (!(await waited(milliseconds, stopping.signal))) return 0;
    }
  } finally {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  }
}

/** The status of one child; null where a signal ended it. */
function runOnce(module: string, stopping: AbortSignal): Promise<number | null> {
  const child = fork(module, { execArgv: process.execArgv });
  const end = (): void => endChild(child);
  stopping.addEventListener('abort', end);
  return new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => stopping.removeEventListener('abort', end));
}

function endChild(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL);
  child.once('exit', () => clearTimeout(timer));
}

/** False where the wait was cut short. */
async function waited(milliseconds: number, stopping: AbortSignal): Promise<boolean> {
  try {
    await pause(milliseconds, undefined, { signal: stopping });
    return true;
  } catch {
    return false;
  }
}
