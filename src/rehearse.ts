import { runCommand } from './app/lifecycle.ts';
import { rehearse } from './app/rehearse.ts';

// The whole bot without WeChat: `npm run rehearse`.
await runCommand(() => rehearse(process.argv.slice(2)));
