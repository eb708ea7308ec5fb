import { openStore } from '../../../../src/app/database.ts';
import { noMediaFiles } from '../../../../src/engine/media.ts';
import { createEngine } from '../../../../src/engine/engine.ts';
import { book } from '../../../../src/features/services/service/book.ts';
import { findOpenings, serviceNamed } from '../../../../src/features/services/service/openings.ts';
import { SELF } from '../../../../src/features/services/rules/booking.ts';
import { ANY } from '../../../../src/features/services/rules/slots.ts';
import { keyedRandom } from '../../../../src/kernel/random.ts';
import { deafChannel } from '../../../kit/deaf-channel.ts';

/**
 * One process that books for many people at once: each wants one of the turns given, first come, first served. It prints
 * a line for each answer, after the commit: `booked NO DAY START`, or `full N` with how many other turns were offered.
 */
const [address = '', first = '0', count = '0', ...turns] = process.argv.slice(2);
const COMMUNITY = '人民西路社区';
const now = new Date('2026-11-02T09:00:00+08:00');
const slots = turns.map((turn) => {
  const [day = '', start = ''] = turn.split('/');
  return { day, start: Number(start) };
});
const engine = createEngine({
  clock: { now: () => now },
  random: keyedRandom('1'),
  channel: deafChannel,
  database: await openStore(address, now, COMMUNITY, 'beside'),
  media: noMediaFiles,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

async function ask(personId: number): Promise<string> {
  return engine.work(async (work) => {
    const service = serviceNamed(work, '上门理发');
    const slot = slots[personId % slots.length];
    if (service === undefined || slot === undefined) throw new Error('no such service, or no turn');
    const nobody = { name: `person ${personId}`, roomId: null, grid: null, consentAt: null, details: null };
    const done = await book(work, service, slot, { ...SELF, ...nobody, personId });
    if (done.ok) return `booked ${done.value.no} ${slot.day} ${slot.start}`;
    const { slots: others } = await findOpenings(work, service, ANY, personId);
    return `${done.refusal} ${others.length}`;
  });
}

const people = Array.from({ length: Number(count) }, (_, index) => Number(first) + index);
await Promise.all(
  people.map(async (personId) => {
    process.stdout.write(`${await ask(personId)}\n`);
  }),
);
await engine.database.close();
process.stdout.write('end\n');
