import { ConfigError } from './config.ts';
import { StartRefused } from './data-dir.ts';
import { texts } from './texts.ts';

/** The exit statuses of every command. */
export const EXIT = { done: 0, broken: 1, refused: 2 } as const;

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

/** Calls back at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function onStopSignal(stop: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(EXIT.broken));
      stop();
    });
  }
}
