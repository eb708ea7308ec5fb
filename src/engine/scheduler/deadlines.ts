import { earliest, later, MINUTE } from '../../kernel/clock.ts';
import type { Engine } from '../engine.ts';
import type { Work } from '../work.ts';

/** Moments of single things (an offer, a reminder, a check), kept in columns and not by the calendar. */
export interface Deadlines {
  readonly id: string;
  /** The earliest moment at which something is to be done; undefined while nothing waits. A read of one index. */
  next(work: Work): Promise<Date | undefined>;
  /**
   * Does what is due by now, in this transaction. Each thing is taken by a guarded update of its own column, so that
   * two processes, or a crash between two lives, cannot do it twice.
   */
  run(work: Work): Promise<void>;
}

/** Runs what is due by columns. */
export interface DeadlineKeeper {
  nextDue(): Promise<Date | undefined>;
  runDue(): Promise<void>;
  /** Look again: something was posted, so a column may have changed. */
  wake(): void;
}

/** Another process over the same database may set a deadline without a word to this one. */
const TRUSTED_FOR = MINUTE;

/** A keeper of those deadlines; it looks again after each post of its own process, and every minute. */
export function createDeadlineKeeper(engine: Engine, all: readonly Deadlines[]): DeadlineKeeper {
  let known: { readonly due: Date | undefined; readonly until: Date } | undefined;

  const look = async (): Promise<Date | undefined> => {
    const now = engine.clock.now();
    if (known === undefined || known.until <= now) {
      const due = await engine.work(async (work) => {
        let next: Date | undefined;
        for (const deadlines of all) next = earliest(next, await deadlines.next(work));
        return next;
      });
      known = { due, until: later(now, TRUSTED_FOR) };
    }
    return known.due;
  };

  return {
    nextDue: look,
    async runDue() {
      const due = await look();
      if (due === undefined || due > engine.clock.now()) return;
      for (const deadlines of all) await engine.work((work) => deadlines.run(work));
      known = undefined;
    },
    wake: () => {
      known = undefined;
    },
  };
}
