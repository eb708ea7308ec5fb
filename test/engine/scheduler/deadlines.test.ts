import { expect, test } from 'vitest';
import { createDeadlineKeeper, type Deadlines } from '../../../src/engine/scheduler/deadlines.ts';
import { importCommunity } from '../../../src/app/community.ts';
import { sampleProfile } from '../../../src/app/data-dir.ts';
import { root } from '../../kit/project-files.ts';
import { openEngine } from '../../kit/engine.ts';

const START = new Date('2026-11-02T01:00:00Z');
const after = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

/** Moments in memory, as a feature has them in columns; it counts how often it is asked. */
function moments(...due: Date[]) {
  const waiting = [...due];
  const done: string[] = [];
  const asked = { times: 0 };
  const deadlines: Deadlines = {
    id: 'test',
    next() {
      asked.times += 1;
      return Promise.resolve(waiting.toSorted((a, b) => a.getTime() - b.getTime())[0]);
    },
    run({ at }) {
      for (const moment of waiting.filter((one) => one <= at)) {
        waiting.splice(waiting.indexOf(moment), 1);
        done.push(moment.toISOString());
      }
      return Promise.resolve();
    },
  };
  return { deadlines, waiting, done, asked };
}

test('the earliest moment of all is the next, and each is done once when it has come', async () => {
  const { engine, setClock } = await openEngine(START);
  const [one, other] = [moments(after(30), after(90)), moments(after(20))];
  const keeper = createDeadlineKeeper(engine, [one.deadlines, other.deadlines]);
  expect(await keeper.nextDue()).toEqual(after(20));
  await keeper.runDue();
  expect([...one.done, ...other.done]).toEqual([]);
  setClock(after(31));
  await keeper.runDue();
  await keeper.runDue();
  expect([one.done, other.done]).toEqual([[after(30).toISOString()], [after(20).toISOString()]]);
  expect(await keeper.nextDue()).toEqual(after(90));
});

test('it asks again when it is woken, and not in between', async () => {
  const { engine, setClock } = await openEngine(START);
  const { deadlines, waiting, asked } = moments(after(60));
  const keeper = createDeadlineKeeper(engine, [deadlines]);
  await keeper.nextDue();
  await keeper.nextDue();
  await keeper.runDue();
  expect(asked.times).toBe(1);
  waiting.push(after(5));
  expect(await keeper.nextDue()).toEqual(after(60));
  keeper.wake();
  expect(await keeper.nextDue()).toEqual(after(5));
  setClock(after(4));
  await keeper.runDue();
  expect(asked.times).toBe(2);
});

test('what is woken while it asks is asked again', async () => {
  const { engine } = await openEngine(START);
  const { deadlines, waiting } = moments(after(60));
  const keeper = createDeadlineKeeper(engine, [
    {
      ...deadlines,
      async next(work) {
        const found = await deadlines.next(work);
        if (waiting.length === 1) {
          waiting.push(after(5));
          keeper.wake();
        }
        return found;
      },
    },
  ]);
  expect(await keeper.nextDue()).toEqual(after(60));
  expect(await keeper.nextDue()).toEqual(after(5));
});

test('a new profile wakes it: the day may have another hour', async () => {
  const { engine } = await openEngine(START);
  const { deadlines, asked } = moments(after(60));
  const keeper = createDeadlineKeeper(engine, [deadlines]);
  engine.onPost(() => keeper.wake());
  await keeper.nextDue();
  await importCommunity(engine.database, sampleProfile(root), START);
  await engine.work(() => Promise.resolve());
  await keeper.nextDue();
  expect(asked.times).toBe(2);
});

test('what passed while nobody was awake is done at the start', async () => {
  const { engine, setClock } = await openEngine(START);
  const { deadlines, done } = moments(after(1), after(2));
  setClock(after(500));
  await createDeadlineKeeper(engine, [deadlines]).runDue();
  expect(done).toEqual([after(1).toISOString(), after(2).toISOString()]);
});
