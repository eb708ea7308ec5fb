import { doctor } from '../src/app/doctor.ts';
import { runCommand } from '../src/app/lifecycle.ts';

// Looks at everything that a start depends on, and at the next three months: `npm run doctor`.
await runCommand(doctor);
