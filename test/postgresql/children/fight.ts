import { createInterface } from 'node:readline';
import { features } from '../../../src/app/features.ts';
import { openStore } from '../../../src/app/database.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { record } from '../../../src/engine/inbox/store.ts';
import type { Job } from '../../../src/engine/scheduler/job.ts';
import { createScheduler } from '../../../src/engine/scheduler/scheduler.ts';
import { noMediaFiles } from '../../../src/engine/media.ts';
import { keyedRandom } from '../../../src/kernel/random.ts';

/**
 * One of several processes that work on one community at once, as if there were no lease: it runs every slot from one
 * moment to another, and records a message under each of so many keys on the way. It prints what it was the one to do.
 */
const [address = '', community = '', from = '', to = '', keys = '0'] = process.argv.slice(2);
let now = new Date(from);
const until = new Date(to);
const database = await openStore(address, now, community, 'beside');
const engine = createEngine({
  clock: { now: () => now },
  random: keyedRandom('1'),
  channel: {
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    send: () => Promise.resolve({ kind: 'failed', reason: 'deaf' }),
    setRemark: () => Promise.resolve(false),
    friends: () => Promise.resolve([]),
    rooms: () => Promise.resolve([]),
  },
  database,
  media: noMediaFiles,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});
const done: string[] = [];
const watched = (job: Job): Job => ({
  ...job,
  async run(occurrence) {
    const outcome = await job.run(occurrence);
    done.push(`${job.id} ${occurrence.slot.toISOString()}`);
    return outcome;
  },
});
const scheduler = createScheduler(engine, features.flatMap((feature) => feature.jobs ?? []).map(watched));
await scheduler.runDue();
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) if (line === 'go') break;

let slots = 0;
let asked = 0;
for (let next = await scheduler.nextDue(); next !== undefined && next <= until; next = await scheduler.nextDue()) {
  now = next;
  await scheduler.runDue();
  slots += 1;
  if (asked >= Number(keys)) continue;
  asked += 1;
  const key = `key-${asked}`;
  const id = await engine.work((work) =>
    record(work.tx, work.community.id, {
      key,
      sessionId: 1,
      // What was handled or ignored is forgotten after sixty days, and one process is that far ahead of another.
      state: 'received',
      roomId: null,
      personId: null,
      body: undefined,
      receivedAt: work.at,
      dueAt: null,
    }),
  );
  if (id !== undefined) done.push(key);
}
await database.close();
process.stdout.write(`${JSON.stringify({ slots, done })}\n`);
process.exit(0);
