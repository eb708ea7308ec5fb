import { earliest } from '../../kernel/clock.ts';
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
  /** Look again: something was posted, or a new profile is in force, so another moment may be the next. */
  wake(): void;
}

/**
 * A keeper of those deadlines. It looks again when it is woken: a community has one process, and whatever sets a deadline
 * there answers somebody.
 */
export function createDeadlineKeeper(engine: Engine, all: readonly Deadlines[]): DeadlineKeeper {
  let known: { readonly due: Date | undefined } | undefined;

  let wakings = 0;

  const look = async (): Promise<Date | undefined> => {
    if (known !== undefined) return known.due;
    const before = wakings;
    const due = await engine.work(async (work) => {
      let next: Date | undefined;
      for (const deadlines of all) next = earliest(next, await deadlines.next(work));
      return next;
    });
    // Something was posted meanwhile: what was read may be old already.
    if (wakings === before) known = { due };
    return due;
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
      wakings += 1;
      known = undefined;
    },
  };
}
