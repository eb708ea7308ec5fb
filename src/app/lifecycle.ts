import { ConfigError } from './config.ts';
import { StartRefused } from './data-dir.ts';
import { texts } from './texts.ts';

/** The exit statuses of every command. `again` is for the supervisor: the session has ended, a fresh process is to begin. */
export const EXIT = { done: 0, broken: 1, refused: 2, again: 3 } as const;

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What went wrong, in words that say what to do; a mistake of ours keeps its stack. */
function explain(error: unknown): number {
  if (error instanceof ConfigError) {
    complain(texts.configWrong());
    for (const mistake of error.mistakes) complain(texts.configItem({ ...mistake }));
    return EXIT.refused;
  }
  if (error instanceof StartRefused) {
    complain(error.message);
    return EXIT.refused;
  }
  complain(texts.broken({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  return EXIT.broken;
}

/** Runs a command of the terminal to its end and leaves with its status. */
export async function runCommand(run: () => Promise<number>): Promise<void> {
  // Whoever reads our output may stop reading: `… | head`. That is no mistake of anybody's.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.broken);
  });
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/**
 * Calls back at the first SIGTERM or SIGINT, or when the supervisor is gone; a second SIGINT ends the process at once.
 * Ctrl-C reaches the supervisor too, which passes a SIGTERM on: together they are one wish.
 */
export function onStopSignal(stop: () => void): void {
  process.on('SIGTERM', () => stop());
  process.on('disconnect', () => stop());
  process.once('SIGINT', () => {
    process.once('SIGINT', () => process.exit(EXIT.broken));
    stop();
  });
}
