import type { Feature } from '../../engine/feature.ts';
import { privacyCommands } from './commands.ts';
import { privacyJobs } from './jobs.ts';

export const privacy: Feature = { id: 'privacy', commands: privacyCommands, jobs: privacyJobs };
