import { community } from '../src/app/community-command.ts';
import { runCommand } from '../src/app/lifecycle.ts';

// The community's profile: `npm run community -- import FILE`, `npm run community -- check FILE`.
await runCommand(() => community(process.argv.slice(2)));
