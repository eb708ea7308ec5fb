import { calendar } from '../src/app/calendar.ts';
import { runCommand } from '../src/app/lifecycle.ts';

// Writes the calendars of services and staff as files: `npm run calendar`.
await runCommand(() => calendar(process.argv.slice(2)));
