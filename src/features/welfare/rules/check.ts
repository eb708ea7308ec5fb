import { readEmergency } from '../../../kernel/category.ts';
import { later, MINUTE } from '../../../kernel/clock.ts';
import { type DayHours, nextOpening } from '../../../kernel/hours.ts';
import { addDays, dayOf, momentAt } from '../../../kernel/moment.ts';
import { fold } from '../../../kernel/words.ts';
import { DENIED, SEEN, UNSEEN, UNWELL } from './vocabulary.ts';

/** Whether somebody is still looked for, or has been seen: well, or not. */
export const WELFARE_STATES = ['open', 'well', 'unwell'] as const;
export type WelfareState = (typeof WELFARE_STATES)[number];

/** Whom to send to look: first the grid's worker, then the office, then the secretary, who is told until it is over. */
export const RUNGS = ['grid-worker', 'clerk', 'secretary'] as const;
export type Rung = (typeof RUNGS)[number];

/** Somebody whom nobody has seen. */
export interface WelfareCheck {
  readonly id: number;
  readonly subjectNo: number;
  readonly day: string;
  readonly personId: number;
  readonly name: string;
  readonly grid: number | null;
  readonly details: string | null;
  readonly reason: string;
  readonly state: WelfareState;
  /** How many rungs are behind it; above their number, how often it has been said again. */
  readonly rung: number;
  readonly stepMinutes: number;
  readonly nextDue: Date | null;
  readonly openedAt: Date;
}

/** What is to be done when the time of a check has come. */
export interface Step {
  /** Who is told now; undefined where nobody at all can be reached: then the staff's room alone is told. */
  readonly told: Rung | undefined;
  /** The rungs that are passed because nobody stands on them. Each is passed once. */
  readonly empty: readonly Rung[];
  /** Whether the top has been told before, and it is said again. */
  readonly isReminder: boolean;
  /** Where the check stands afterwards: see {@link WelfareCheck.rung}. */
  readonly rung: number;
}

/**
 * The next step of a check. A rung on which nobody stands is passed without waiting, and the staff's room hears of it
 * once. At the top, whoever stands highest is told again and again.
 */
export function stepOf(rung: number, isManned: (rung: Rung) => boolean): Step {
  const ahead = RUNGS.slice(rung);
  const steps = ahead.findIndex(isManned);
  if (steps >= 0) {
    return { told: ahead[steps], empty: ahead.slice(0, steps), isReminder: false, rung: rung + steps + 1 };
  }
  const isReminder = rung > 0;
  const told = RUNGS.findLast(isManned);
  return { told, empty: ahead, isReminder, rung: isReminder ? Math.max(rung, RUNGS.length) + 1 : RUNGS.length };
}

/** Whether the staff's room has been told of a check: from its second rung on, and where the first one has nobody. */
export const isHeardInRoom = (rung: number): boolean => rung > 1;

/**
 * When it is said next, after the step that left a check on `rung`. The ladder is climbed at any hour. From its top on it
 * is said once more after one step, and then on every following morning, in the hours in which people are awake. It
 * never ends by itself.
 */
export function nextStepDue(at: Date, rung: number, stepMinutes: number, hours: DayHours, zone: string): Date {
  const soon = later(at, stepMinutes * MINUTE);
  if (rung < RUNGS.length) return soon;
  if (rung === RUNGS.length) return nextOpening(hours, soon, zone);
  return nextOpening(hours, momentAt(addDays(dayOf(at, zone), 1), 0, zone), zone);
}

/** Whether a member of the staff has to see to a check: the office, and the grid's worker. */
export function isInCharge(
  { role, grid }: { readonly role: string; readonly grid: number | null },
  check: Pick<WelfareCheck, 'grid'>,
): boolean {
  if (role === 'clerk' || role === 'secretary') return true;
  return role === 'grid-worker' && (check.grid === null || grid === check.grid);
}

/**
 * What somebody's word about a check is worth. It ends only when one of those in charge has seen the person. The
 * resident themselves, whoever ordered for them, other staff, and whoever writes in the staff's room without having
 * paired are heard and passed on, but a telephone may be in other hands, and who means well may speak from hope: somebody
 * still goes to look.
 */
export function worthOfWord(
  check: Pick<WelfareCheck, 'personId' | 'grid'>,
  speaker: {
    readonly personId: number;
    readonly staff: { readonly role: string; readonly grid: number | null } | undefined;
    readonly isInStaffRoom: boolean;
  },
): 'ends' | 'is-passed-on' | 'none' {
  if (speaker.staff !== undefined && isInCharge(speaker.staff, check)) return 'ends';
  const isConcerned = speaker.staff !== undefined || speaker.isInStaffRoom || speaker.personId === check.personId;
  return isConcerned ? 'is-passed-on' : 'none';
}

const JUST_BEFORE = 4;

/** Whether words about somebody say that they are not well. In doubt they do: a false alarm costs a look. */
export function saysUnwell(words: string): boolean {
  const folded = fold(words);
  if (readEmergency(words) !== undefined) return true;
  return Array.from(folded.matchAll(UNWELL)).some(
    ({ index }) => !DENIED.test(folded.slice(Math.max(0, index - JUST_BEFORE), index)),
  );
}

/** How a check ends by what was written; `unseen`: not at all, for nobody has seen the person yet. */
export function outcomeOf(words: string): Exclude<WelfareState, 'open'> | 'unseen' {
  if (saysUnwell(words)) return 'unwell';
  const folded = fold(words);
  return UNSEEN.test(folded) && !SEEN.test(folded) ? 'unseen' : 'well';
}
