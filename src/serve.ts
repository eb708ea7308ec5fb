import { runCommand } from './app/lifecycle.ts';
import { serve } from './app/serve.ts';

// One life of the bot; the supervisor (main.ts) begins the next one.
await runCommand(serve);
// The transport leaves timers and a long poll behind: leaving it is not logging out, and nothing else ends them.
process.exit();
