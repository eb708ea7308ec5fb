import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Work } from '../../../src/engine/work.ts';
import type { Slot } from '../../../src/features/services/rules/booking.ts';
import { book, moveBooking } from '../../../src/features/services/service/book.ts';
import { cancelBooking } from '../../../src/features/services/service/change.ts';
import { serviceNamed } from '../../../src/features/services/service/openings.ts';
import { holdSeat } from '../../../src/features/services/service/seat.ts';
import { leaveWaiting, passOnOffers, waitFor } from '../../../src/features/services/service/waiting.ts';
import { findBooking } from '../../../src/features/services/store/bookings.ts';
import { findOwnWaiting } from '../../../src/features/services/store/waiting.ts';
import { openEngine } from '../../kit/engine.ts';
import { type Booker, DAYS, keyOf, MINUTE, Model, START, STARTS } from './booking-model.ts';

/** Sequences of what people do with one service of one seat a turn, against the simplest model of it. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? '60');
const PEOPLE = [1, 2, 3];

interface Real {
  work<Value>(run: (work: Work) => Promise<Value>): Promise<Value>;
  setClock(at: Date): void;
}

const serviceOf = (work: Work) => {
  const service = serviceNamed(work, '上门理发');
  if (service === undefined) throw new Error('no such service');
  return service;
};

const order = ({ person, who }: Booker) => ({
  relation: who === '' ? ('self' as const) : ('family' as const),
  beneficiary: who,
  personId: person,
  name: `person ${person}`,
  roomId: null,
  grid: null,
  consentAt: null,
  details: null,
});

async function shownBy({ work }: Real): Promise<unknown> {
  return work(async ({ tx, at }) => {
    const seats = await tx.serviceSeat.findMany();
    const live = seats.filter(({ kind, expiresAt }) => kind !== 'hold' || (expiresAt ?? at) > at);
    const bookings = await tx.booking.findMany({ orderBy: { no: 'asc' } });
    const waits = await tx.waitingEntry.findMany();
    return {
      seats: live.map(({ day, start, kind, personId }) => `${day} ${start} ${kind} ${personId}`).toSorted(),
      bookings: bookings.map(({ no, day, start, state }) => `${no} ${day} ${start} ${state}`),
      waits: waits
        .map(({ day, personId, beneficiary, state }) => `${day} ${personId}${beneficiary} ${state}`)
        .toSorted(),
    };
  });
}

type Step = fc.AsyncCommand<Model, Real>;

/** A step that is always possible, and compares everything after it. */
function step(name: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    async run(model, real) {
      await run(model, real);
      expect(await shownBy(real)).toEqual(model.shown());
    },
    toString: () => name,
  };
}

const named = ({ person, who }: Booker): string => (who === '' ? String(person) : `${person} for ${who}`);

const bookStep = (booker: Booker, slot: Slot): Step =>
  step(`${named(booker)} books ${keyOf(slot)}`, async (model, real) => {
    const { person, who } = booker;
    const done = await real.work((work) => book(work, serviceOf(work), slot, order(booker)));
    model.expireHolds();
    const key = keyOf(slot);
    if (!model.isOpenTo(key, person)) {
      expect(done).toEqual({ ok: false, refusal: 'full' });
      return;
    }
    if (model.hasHadTurn(booker, slot)) {
      model.dropHolds(person);
      expect(done).toEqual({ ok: false, refusal: 'quota' });
      return;
    }
    if (!done.ok) throw new Error(`refused: ${done.refusal}`);
    model.seats.set(key, { kind: 'booked', person, until: Number.POSITIVE_INFINITY });
    model.bookings.set(done.value.no, { ...booker, slot: key, isOpen: true });
    model.dropHolds(person);
    for (const wait of model.waits) {
      const isOpen = wait.state === 'waiting' || wait.state === 'offered';
      if (isOpen && wait.person === person && wait.who === who && wait.day === slot.day) model.end(wait, 'taken');
    }
  });

const holdStep = ({ person }: Booker, slot: Slot): Step =>
  step(`${person} holds ${keyOf(slot)}`, async (model, real) => {
    const isHeld = await real.work((work) => holdSeat(work, serviceOf(work), slot, person));
    model.expireHolds();
    model.dropHolds(person);
    const key = keyOf(slot);
    const seat = model.seats.get(key);
    const isOwnOffer = seat?.kind === 'offer' && seat.person === person;
    expect(isHeld).toBe(seat === undefined || isOwnOffer);
    if (seat === undefined) model.seats.set(key, { kind: 'hold', person, until: model.now + 10 * MINUTE });
  });

const cancelStep = (booker: Booker): Step =>
  step(`${named(booker)} cancels`, async (model, real) => {
    const no = model.bookingOf(booker);
    if (no === undefined) return;
    await real.work(async (work) => {
      const booking = await findBooking(work.tx, work.community.id, no);
      if (booking !== undefined) await cancelBooking(work, booking, `person:${booker.person}`);
    });
    const booking = model.bookings.get(no);
    if (booking === undefined) return;
    booking.isOpen = false;
    model.seats.delete(booking.slot);
    model.expireHolds();
    model.offerFreed();
  });

const moveStep = (booker: Booker, slot: Slot): Step =>
  step(`${named(booker)} moves to ${keyOf(slot)}`, async (model, real) => {
    const no = model.bookingOf(booker);
    if (no === undefined) return;
    const done = await real.work(async (work) => {
      const booking = await findBooking(work.tx, work.community.id, no);
      if (booking === undefined) throw new Error('lost');
      return moveBooking(work, serviceOf(work), booking, slot, `person:${booker.person}`);
    });
    model.expireHolds();
    const booking = model.bookings.get(no);
    const key = keyOf(slot);
    if (booking === undefined || booking.slot === key) {
      expect(done.ok).toBe(true);
      return;
    }
    if (model.isTheirOwn(booker, key, no)) {
      expect(done).toEqual({ ok: false, refusal: 'clash' });
      return;
    }
    if (!model.isOpenTo(key, booker.person)) {
      expect(done).toEqual({ ok: false, refusal: 'full' });
      return;
    }
    if (model.hasHadTurn(booker, slot, no)) {
      expect(done).toEqual({ ok: false, refusal: 'quota' });
      return;
    }
    expect(done.ok).toBe(true);
    const before = booking.slot;
    model.seats.delete(before);
    model.seats.set(key, { kind: 'booked', person: booker.person, until: Number.POSITIVE_INFINITY });
    booking.slot = key;
    model.dropHolds(booker.person);
    model.offerFreed();
  });

const waitStep = (booker: Booker, day: string): Step =>
  step(`${named(booker)} waits for ${day}`, async (model, real) => {
    await real.work((work) => {
      const entry = { ...order(booker), service: '上门理发', day, fromMinute: 0, toMinute: 1_440, at: work.at };
      const { grid: _, details: __, ...wanted } = entry;
      return waitFor(work, wanted);
    });
    const { person, who } = booker;
    const known = model.waits.find((wait) => wait.person === person && wait.who === who && wait.day === day);
    if (known !== undefined && (known.state === 'waiting' || known.state === 'offered')) return;
    // Whoever comes again stands at the end.
    model.waits = model.waits.filter((wait) => wait !== known);
    model.waits.push({ person, who, day, state: 'waiting', offered: undefined, until: 0 });
  });

const leaveStep = ({ person }: Booker): Step =>
  step(`${person} wants to wait no more`, async (model, real) => {
    await real.work(async (work) => {
      await leaveWaiting(work, await findOwnWaiting(work.tx, work.community.id, person));
    });
    const own = model.waits.filter((wait) => wait.person === person && ['waiting', 'offered'].includes(wait.state));
    model.expireHolds();
    for (const wait of own) model.end(wait, 'left');
    if (own.length > 0) model.offerFreed();
  });

const timeStep = (minutes: number): Step =>
  step(`${minutes} minutes pass`, async (model, real) => {
    model.now += minutes * MINUTE;
    real.setClock(new Date(model.now));
    await real.work((work) => passOnOffers(work));
    model.sweep();
  });

const person = fc.record({ person: fc.constantFrom(...PEOPLE), who: fc.constantFrom('', '我妈') });
const day = fc.constantFrom(...DAYS);
const slot = fc.record({ day, start: fc.constantFrom(...STARTS) });
/** All the time that can pass ends before the first turn can no longer be booked. */
const steps = fc.commands(
  [
    fc.tuple(person, slot).map(([who, where]) => bookStep(who, where)),
    fc.tuple(person, slot).map(([who, where]) => holdStep(who, where)),
    fc.tuple(person, slot).map(([who, where]) => moveStep(who, where)),
    fc.tuple(person, day).map(([who, when]) => waitStep(who, when)),
    person.map(cancelStep),
    person.map(leaveStep),
    fc.constantFrom(1, 5, 11, 60, 130).map(timeStep),
  ],
  { maxCommands: 24 },
);

test(`bookings, holds, waiting list and quotas are what the model says, ${RUNS} times`, {
  timeout: 600_000 + RUNS * 500,
}, async () => {
  const { engine, setClock } = await openEngine(START);
  const real: Real = { work: (run) => engine.work(run), setClock };
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      setClock(START);
      await engine.work(async ({ tx }) => {
        for (const table of ['bookings', 'booking_events', 'service_seats', 'service_quotas', 'waiting_entries']) {
          await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
        }
      });
      await fc.asyncModelRun(() => ({ model: new Model(), real }), commands);
    }),
    { numRuns: RUNS },
  );
});
