import { LeaseHeld } from '../../../src/adapters/db/postgresql/lease.ts';
import { openPostgres } from '../../../src/adapters/db/postgresql/open.ts';

/** Tries to be a community's bot, says whether it is, and stays. */
const [address = '', community = ''] = process.argv.slice(2);
const onLost = (): void => {
  process.stdout.write('lost\n');
};
try {
  await openPostgres({ address, community, alone: true, onLost });
  process.stdout.write('taken\n');
} catch (error) {
  if (!(error instanceof LeaseHeld)) throw error;
  process.stdout.write(`refused ${error.holder}\n`);
}
setInterval(() => undefined, 60_000);
