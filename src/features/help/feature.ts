import type { Feature } from '../../engine/feature.ts';
import { helpCommands } from './commands.ts';

/** The help shows the commands of all features, its own included. */
export function helpFor(features: () => readonly Feature[]): Feature {
  return { id: 'help', commands: helpCommands(() => features().flatMap((feature) => feature.commands)) };
}
