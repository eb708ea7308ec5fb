import { lockDataDir } from '../../../../src/adapters/db/lock.ts';

/** Takes the lock of a folder, says whether it got it, and stays. */
const taken = lockDataDir(process.argv[2] ?? '');
process.stdout.write(taken.ok ? 'taken\n' : 'refused\n');
setInterval(() => undefined, 60_000);
