import { expect, test } from 'vitest';
import type { Job } from '../../../src/engine/scheduler/job.ts';
import { createScheduler } from '../../../src/engine/scheduler/scheduler.ts';
import { openEngine } from '../../kit/engine.ts';

const at = (local: string): Date => new Date(`${local}+08:00`);
const DAY = 86_400_000;

/** A daily job at 08:30 that notes which slots it ran and which it was told it had missed. */
function watched(more: Partial<Job> = {}): { readonly job: Job; readonly ran: string[]; readonly missed: string[] } {
  const ran: string[] = [];
  const missed: string[] = [];
  const job: Job = {
    id: 'test.daily',
    what: 'a test',
    cron: () => '30 8 * * *',
    missed: 'latest',
    catchUp: DAY,
    run: ({ slot }) => {
      ran.push(slot.toISOString());
      return Promise.resolve('done');
    },
    onMissed: ({ slot }) => {
      missed.push(slot.toISOString());
      return Promise.resolve();
    },
    ...more,
  };
  return { job, ran, missed };
}

const slot = (local: string): string => at(local).toISOString();

test('a new job never fires for the past', async () => {
  const { engine } = await openEngine(at('2026-11-10T09:00:00'));
  const { job, ran, missed } = watched({ missed: 'all', catchUp: 400 * DAY });
  const scheduler = createScheduler(engine, [job]);
  await scheduler.runDue();
  expect([ran, missed]).toEqual([[], []]);
  expect(await scheduler.nextDue()).toEqual(at('2026-11-11T08:30:00'));
});

test('a clock that is set back cannot run a slot twice, in this process or the next one', async () => {
  const { engine, setClock, second } = await openEngine(at('2026-11-09T09:00:00'));
  const { job, ran } = watched();
  const scheduler = createScheduler(engine, [job]);
  await scheduler.runDue();
  setClock(at('2026-11-10T08:30:00'));
  await scheduler.runDue();
  expect(ran).toEqual([slot('2026-11-10T08:30:00')]);
  for (const back of ['2026-11-10T08:29:00', '2026-11-09T08:00:00', '2026-11-10T08:30:00', '2026-11-10T10:00:00']) {
    setClock(at(back));
    await scheduler.runDue();
    const restarted = createScheduler(await second(), [job]);
    await restarted.runDue();
  }
  expect(ran).toEqual([slot('2026-11-10T08:30:00')]);
  setClock(at('2026-11-11T08:30:00'));
  await scheduler.runDue();
  expect(ran.length).toBe(2);
});

test('two schedulers that know nothing of each other, at one moment: one of them has the slot', async () => {
  const { engine, setClock } = await openEngine(at('2026-11-09T09:00:00'));
  const { job, ran } = watched();
  const schedulers = [createScheduler(engine, [job]), createScheduler(engine, [job])];
  for (const scheduler of schedulers) await scheduler.runDue();
  setClock(at('2026-11-10T08:30:00'));
  await Promise.all(schedulers.map((scheduler) => scheduler.runDue()));
  expect(ran).toEqual([slot('2026-11-10T08:30:00')]);
});

test('after days of sleep: the latest slot in time runs, the others are told as missed, each once', async () => {
  const { engine, setClock, second, sql } = await openEngine(at('2026-11-06T09:00:00'));
  const { job, ran, missed } = watched();
  await createScheduler(engine, [job]).runDue();
  setClock(at('2026-11-10T12:00:00'));
  const awake = createScheduler(await second(), [job]);
  await awake.runDue();
  await awake.runDue();
  expect(ran).toEqual([slot('2026-11-10T08:30:00')]);
  expect(missed).toEqual(['2026-11-07', '2026-11-08', '2026-11-09'].map((day) => slot(`${day}T08:30:00`)));
  const rows = await sql(
    "select outcome, count(*) n from job_runs where job = 'test.daily' group by outcome order by outcome",
  );
  expect(rows).toEqual([
    { outcome: 'done', n: 1 },
    { outcome: 'missed', n: 3 },
  ]);
});

test('a job that stumbles leaves no mark in the ledger, and its slot is tried again', async () => {
  const { engine, setClock, sql } = await openEngine(at('2026-11-09T09:00:00'));
  let fails = true;
  const { job, ran } = watched();
  const stumbling: Job = {
    ...job,
    run: async (occurrence) => {
      if (fails) throw new Error('stumbled');
      return job.run(occurrence);
    },
  };
  const scheduler = createScheduler(engine, [stumbling]);
  await scheduler.runDue();
  setClock(at('2026-11-10T08:30:00'));
  await expect(scheduler.runDue()).rejects.toThrow('stumbled');
  expect(
    await sql("select count(*) n from job_runs where job = 'test.daily' and outcome = 'done' and slot >= '2026-11-10'"),
  ).toEqual([{ n: 0 }]);
  fails = false;
  await scheduler.runDue();
  expect(ran).toEqual([slot('2026-11-10T08:30:00')]);
});

test('what falls due on the way runs in the order of its moments, whatever the job', async () => {
  const { engine, setClock } = await openEngine(at('2026-11-09T09:00:00'));
  const order: string[] = [];
  const noting = (id: string, cron: string): Job => ({
    ...watched({ missed: 'all', catchUp: 10 * DAY }).job,
    id,
    cron: () => cron,
    run: ({ slot: when }) => {
      order.push(`${id} ${when.toISOString()}`);
      return Promise.resolve('done');
    },
  });
  const scheduler = createScheduler(engine, [noting('late', '0 17 * * *'), noting('early', '0 8 * * *')]);
  await scheduler.runDue();
  setClock(at('2026-11-11T18:00:00'));
  await scheduler.runDue();
  expect(order.map((item) => item.split(' ')[1])).toEqual(order.map((item) => item.split(' ')[1]).toSorted());
  expect(order.length).toBe(5);
});
