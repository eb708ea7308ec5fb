import type { Feature } from '../../engine/feature.ts';
import { deskCommands } from './commands.ts';

/** The clerk's desk: what is to be done, and the month's figures, from all features. */
export function deskFor(features: () => readonly Feature[]): Feature {
  return { id: 'desk', commands: deskCommands(features) };
}
