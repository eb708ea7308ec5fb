import { runCommand } from '../src/app/lifecycle.ts';
import { migrateTo } from '../src/app/migrate-to.ts';

// From the file to a PostgreSQL database, once: `npm run migrate-to -- postgresql://…`.
await runCommand(() => migrateTo(process.argv.slice(2)));
