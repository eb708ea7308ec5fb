import { openPostgres } from '../../../src/adapters/db/postgresql/open.ts';

/** Adds one to a counter, so many times, each time reading it first; says when it is ready and when it has done so. */
const [address = '', community = '', times = '0'] = process.argv.slice(2);
const database = await openPostgres({ address, community });
process.stdout.write('ready\n');
for (let done = 0; done < Number(times); done += 1) {
  await database.transaction(async (tx) => {
    const where = { communityId_name: { communityId: 1, name: 'case' } };
    const { value } = await tx.counter.findUniqueOrThrow({ where });
    await tx.counter.update({ where, data: { value: value + 1 } });
  });
}
await database.close();
process.stdout.write('done\n');
