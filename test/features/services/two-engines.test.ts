import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { findStaff, insertPerson, pairStaff } from '../../../src/engine/identity/store.ts';
import { runMealDay } from '../../../src/features/services/service/meal-day.ts';
import { orderMeals } from '../../../src/features/services/service/meals.ts';
import { servicesOf } from '../../../src/features/services/service/openings.ts';
import { climb } from '../../../src/features/welfare/service/climb.ts';
import { openEngine } from '../../kit/engine.ts';

/** More people than there are meals. */
const PEOPLE = 45;
const CAPACITY = 30;
const DAY = '2026-11-03';

/** Somebody asks for one day's meal, in a transaction of their own. */
function order(engine: Engine, index: number): Promise<string> {
  return engine.work(async (work) => {
    const { tx, community, at } = work;
    const name = `住户${String(index)}`;
    const { id: personId } = await insertPerson(tx, community.id, name, true, at);
    const service = servicesOf(work).find(({ meal }) => meal !== undefined);
    if (service === undefined) throw new Error('no meal');
    const when = { weekdays: [2], from: DAY, to: DAY };
    const whose = { relation: 'self', beneficiary: '', consentAt: null, details: null, grid: null } as const;
    const done = await orderMeals(work, service, when, { ...whose, personId, name, roomId: null });
    return done.ok ? 'ordered' : done.refusal;
  });
}

/** All staff have paired. */
const pairAll = (engine: Engine): Promise<void> =>
  engine.work(async ({ tx, community, at }) => {
    for (const member of await findStaff(tx, community.id)) {
      const person = await insertPerson(tx, community.id, member.name, true, at);
      await pairStaff(tx, community.id, member.id, person.id);
    }
  });

test('two processes over one store: never more meals than there are, one list, one check and one alarm each', {
  timeout: 120_000,
}, async () => {
  const stage = await openEngine(new Date('2026-11-02T15:00:00+08:00'));
  const engines = [stage.engine, await stage.second()] as const;
  // One after the other: two connections to one file cannot wait for each other within one thread.
  const both = async (run: (engine: Engine) => Promise<void>): Promise<void> => {
    for (const engine of engines) await run(engine);
  };
  const count = async (query: string): Promise<number> => Number((await stage.sql(query))[0]?.['n']);
  await pairAll(stage.engine);

  const results: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    results.push(await order(index % 2 === 0 ? engines[0] : engines[1], index));
  }
  expect(results.filter((result) => result === 'ordered')).toHaveLength(CAPACITY);
  expect(results.filter((result) => result === 'full')).toHaveLength(PEOPLE - CAPACITY);
  expect(await count(`select count(distinct seat) n from service_seats where day = '${DAY}'`)).toBe(CAPACITY);
  expect(await count(`select count(*) n from service_seats where day = '${DAY}'`)).toBe(CAPACITY);
  // Who was refused has used up no number: the orders have the first ones, and the next one follows on.
  expect(await count('select max(no) n from meal_orders')).toBe(CAPACITY);
  expect(await count("select value n from counters where name = 'booking'")).toBe(CAPACITY);

  stage.setClock(new Date(`${DAY}T09:30:00+08:00`));
  await both((engine) => engine.work(runMealDay));
  expect(await count("select count(*) n from meal_deliveries where state = 'listed'")).toBe(CAPACITY);
  expect(await count("select count(*) n from outbox where text like '%共30份%'")).toBe(1);

  for (const time of ['13:00', '14:00', '15:00', '16:00']) {
    stage.setClock(new Date(`${DAY}T${time}:00+08:00`));
    await both((engine) => engine.work(runMealDay));
    await both((engine) => engine.work(climb));
  }
  expect(await count('select count(*) n from welfare_checks')).toBe(CAPACITY);
  const told = await stage.sql(
    "select kind, count(*) n, count(distinct check_id) checks from welfare_events where kind like 'tell-%' group by kind order by kind",
  );
  expect(told.map(({ kind, n, checks }) => [kind, Number(n), Number(checks)])).toEqual([
    ['tell-clerk', CAPACITY, CAPACITY],
    ['tell-grid-worker', CAPACITY, CAPACITY],
    ['tell-secretary', 2 * CAPACITY, CAPACITY],
  ]);
  // Thirty doors, five in a message: six messages for each of those who were told, not thirty.
  const alarms = await stage.sql(
    "select person_id p, count(*) n from outbox where text like '平安核实5户%已经找过%' group by person_id order by p",
  );
  expect(alarms.map(({ n }) => Number(n) % 6)).toEqual(alarms.map(() => 0));
  expect(alarms.length).toBeGreaterThan(1);
});
