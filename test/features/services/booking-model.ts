import type { Slot } from '../../../src/features/services/rules/booking.ts';
import { offerEnd } from '../../../src/features/services/rules/waiting.ts';
import { readHours } from '../../../src/kernel/hours.ts';
import { momentAt } from '../../../src/kernel/moment.ts';

export const START = new Date('2026-11-02T09:00:00+08:00');
const ZONE = 'Asia/Shanghai';
const HOURS = readHours(['08:00-12:00', '14:00-20:30']) ?? [];
/** Two days of one month and one of the next: a person's share is counted by the month. */
export const DAYS = ['2026-11-05', '2026-11-10', '2026-12-01'];
export const STARTS = [540, 580, 620, 660];
export const MINUTE = 60_000;

/** Who books, and for whom: a label, empty for themselves. */
export interface Booker {
  readonly person: number;
  readonly who: string;
}

interface Seat {
  readonly kind: 'hold' | 'offer' | 'booked';
  readonly person: number;
  readonly until: number;
}
interface Wait {
  readonly person: number;
  readonly who: string;
  readonly day: string;
  state: string;
  offered: string | undefined;
  until: number;
}

export const keyOf = ({ day, start }: Slot): string => `${day} ${start}`;

/** What ought to be: who has which seat, who booked what, who waits. */
export class Model {
  now = START.getTime();
  readonly seats = new Map<string, Seat>();
  readonly bookings = new Map<number, Booker & { slot: string; isOpen: boolean }>();
  waits: Wait[] = [];

  /** The first open booking of somebody for somebody. */
  bookingOf({ person, who }: Booker): number | undefined {
    return [...this.bookings].find(([, one]) => one.isOpen && one.person === person && one.who === who)?.[0];
  }

  /** Whether they have had their one turn of the month, not counting a booking that is being moved. */
  hasHadTurn({ person, who }: Booker, { day }: { readonly day: string }, moving?: number): boolean {
    return [...this.bookings].some(
      ([no, one]) =>
        no !== moving && one.isOpen && one.person === person && one.who === who && one.slot.startsWith(day.slice(0, 7)),
    );
  }

  /** Whether another booking of theirs has that turn: nobody is at two places at one time. */
  isTheirOwn({ person, who }: Booker, key: string, moving: number): boolean {
    return [...this.bookings].some(
      ([no, one]) => no !== moving && one.isOpen && one.person === person && one.who === who && one.slot === key,
    );
  }

  private drop(is: (seat: Seat) => boolean): void {
    for (const [key, seat] of this.seats) if (is(seat)) this.seats.delete(key);
  }

  expireHolds(): void {
    this.drop(({ kind, until }) => kind === 'hold' && until <= this.now);
  }

  dropHolds(person: number): void {
    this.drop((seat) => seat.kind === 'hold' && seat.person === person);
  }

  isOpenTo(key: string, person: number): boolean {
    const seat = this.seats.get(key);
    return seat === undefined || (seat.kind !== 'booked' && seat.person === person);
  }

  offerFreed(): void {
    for (const wait of this.waits.filter((one) => one.state === 'waiting')) {
      const { day } = wait;
      const start = STARTS.find((one) => !this.seats.has(keyOf({ day, start: one })));
      if (start === undefined || this.hasHadTurn(wait, wait)) continue;
      const key = keyOf({ day, start });
      wait.until = offerEnd(new Date(this.now), momentAt(day, start, ZONE), HOURS, ZONE).getTime();
      wait.state = 'offered';
      wait.offered = key;
      this.seats.set(key, { kind: 'offer', person: wait.person, until: wait.until });
    }
  }

  end(wait: Wait, state: string): void {
    wait.state = state;
    const seat = this.seats.get(wait.offered ?? '');
    if (seat?.kind === 'offer' && seat.person === wait.person) this.seats.delete(wait.offered ?? '');
  }

  sweep(): void {
    this.expireHolds();
    for (const wait of this.waits) if (wait.state === 'offered' && wait.until <= this.now) this.end(wait, 'lapsed');
    this.offerFreed();
  }

  shown(): unknown {
    this.expireHolds();
    return {
      seats: [...this.seats].map(([key, { kind, person }]) => `${key} ${kind} ${person}`).toSorted(),
      bookings: [...this.bookings].map(([no, { slot, isOpen }]) => `${no} ${slot} ${isOpen ? 'booked' : 'cancelled'}`),
      waits: this.waits.map(({ person, who, day, state }) => `${day} ${person}${who} ${state}`).toSorted(),
    };
  }
}
