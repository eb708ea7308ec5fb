import { runCommand } from './app/lifecycle.ts';
import { start } from './app/start.ts';

// The bot's main job: `npm start`. A supervisor, which runs serve.ts.
await runCommand(start);
