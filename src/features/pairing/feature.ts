import type { Feature } from '../../engine/feature.ts';
import { pairingCommands } from './commands.ts';

export const pairing: Feature = { id: 'pairing', commands: pairingCommands };
