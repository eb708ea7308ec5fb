import type { Day } from '../../kernel/moment.ts';
import { millisecondsOf } from '../../kernel/day.ts';
import { DAY, MINUTE } from '../../kernel/clock.ts';

/** Who is on duty by the profile: the names in their order, changing daily or weekly (on Mondays). */
export interface Turns {
  readonly names: readonly string[];
  readonly turn: 'daily' | 'weekly';
}

/** A Monday from which the turns are counted, so that a roster can be told for any day without keeping it. */
const FIRST_MONDAY: Day = '2024-01-01';

/** How far ahead somebody's own turn is looked for, as the day that is given in return for another. */
export const SWAP_HORIZON = 60;

/** The gap in the roster is told two days ahead, and again each day while it lasts. */
export const GAP_AHEAD = 2;

/** Whose turn a day is, by the profile alone; undefined where nobody is named. */
export function turnOn({ names, turn }: Turns, day: Day): string | undefined {
  const days = Math.round((millisecondsOf(day) - millisecondsOf(FIRST_MONDAY)) / DAY);
  const turns = turn === 'daily' ? days : Math.floor(days / 7);
  return names.length === 0 ? undefined : names[((turns % names.length) + names.length) % names.length];
}

/** Why a swap, a leave or a takeover was not made. Worded by refusalText. */
export type DutyRefusal =
  | { readonly code: 'past' }
  | { readonly code: 'not-yours'; readonly name: string | undefined }
  | { readonly code: 'none-yours' }
  | { readonly code: 'no-gaps' }
  | { readonly code: 'no-such-colleague'; readonly names: readonly string[] }
  | { readonly code: 'not-paired'; readonly name: string }
  | { readonly code: 'nothing-in-return'; readonly name: string }
  | { readonly code: 'nothing-asked' }
  | { readonly code: 'several-asked'; readonly days: readonly Day[] }
  | { readonly code: 'roster-changed' }
  | { readonly code: 'no-gap'; readonly name: string };

/** So long after a colleague has asked, `行` is meant for that. */
export const JUST_ASKED = 30 * MINUTE;

/** A swap that was asked for, and what became of it. */
export const SWAP_STATES = ['asked', 'agreed', 'refused', 'void'] as const;
export type SwapState = (typeof SWAP_STATES)[number];
