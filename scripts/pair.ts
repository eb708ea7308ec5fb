import { runCommand } from '../src/app/lifecycle.ts';
import { pair } from '../src/app/pair.ts';

// A one-time code for a member of the staff or for a room: `npm run pair -- NAME`, `npm run pair -- --room TOPIC`.
await runCommand(() => pair(process.argv.slice(2)));
