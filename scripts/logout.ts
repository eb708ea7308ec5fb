import { runCommand } from '../src/app/lifecycle.ts';
import { logOut } from '../src/app/log-out.ts';

// The deliberate sign-off from WeChat: `npm run logout`.
await runCommand(logOut);
process.exit();
