import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Taken } from '../../../src/adapters/rehearsal/world.ts';
import { live, playStory } from './story.ts';

/**
 * Plays the story on a database and kills itself at the nth step, as a power cut would; with 0 it lives to the end and
 * prints how many steps there were. What the transport took is in a file before the transport answers.
 */
const [address = '', takenFile = '', nth = '0', start = ''] = process.argv.slice(2);
let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(nth)) process.kill(process.pid, 'SIGKILL');
};
const take = (message: Taken): void => {
  const file = openSync(takenFile, 'a');
  writeSync(file, `${JSON.stringify(message)}\n`);
  fsyncSync(file);
  closeSync(file);
};
const life = await live(address, new Date(start), take, step);
await playStory(life);
await life.end();
process.stdout.write(`${String(steps)}\n`);
