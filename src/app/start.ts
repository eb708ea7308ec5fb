import { fileURLToPath } from 'node:url';
import { supervise } from '../adapters/supervisor/supervisor.ts';
import { SECOND, systemClock } from '../kernel/clock.ts';
import { print } from './console.ts';
import { EXIT } from './lifecycle.ts';
import { texts } from './texts.ts';

/** `npm start`: the bot in a process of its own, begun afresh whenever it ends without being told to. */
export function start(): Promise<number> {
  return supervise({
    // The same ending as this module's: the sources and their compiled copies lie side by side.
    module: fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../serve.ts' : '../serve.js', import.meta.url)),
    clock: systemClock,
    onPause: (status, milliseconds) => {
      const seconds = Math.round(milliseconds / SECOND);
      print(status === EXIT.again ? texts.againSoon({ seconds }) : texts.brokenAgain({ seconds }));
    },
  });
}
