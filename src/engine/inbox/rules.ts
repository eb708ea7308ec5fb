import { later, MINUTE } from '../../kernel/clock.ts';

export const INBOX_STATES = ['received', 'handled', 'failed', 'ignored'] as const;

/** Messages a minute that are answered at once. */
export const PACE = { resident: 10, staff: 30 } as const;

/** The time after which a person who was told to slow down may be told so again. */
export const SLOW_DOWN_MEMORY = 10 * MINUTE;

/** How long somebody who has talked with the bot in a room may take what is said there for a part of it. */
export const ACQUAINTANCE = 10 * MINUTE;

/**
 * When the turn of a message comes that arrives at `at`: at once, or, if the person has been quicker than `pace` a minute,
 * as soon as the pace allows. Nothing is dropped. `turns` are those of the person's earlier messages, in their order.
 */
export function turnOf(turns: readonly Date[], at: Date, pace: number): Date {
  const nth = turns.at(-pace);
  if (nth === undefined) return at;
  const free = later(nth, MINUTE);
  return free > at ? free : at;
}
