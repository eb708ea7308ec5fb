import type { Feature } from '../../engine/feature.ts';
import { broadcastCommands } from './commands.ts';

export { dropPlan, hasGoneOut, planBroadcast, releaseBroadcast, roomsTakenOn } from './service.ts';
export type { Broadcast } from './rules.ts';

export const broadcasts: Feature = { id: 'broadcasts', commands: broadcastCommands };
