import { runCommand } from './app/lifecycle.ts';
import { start } from './app/start.ts';

// The bot's main job: `npm start`.
await runCommand(start);
