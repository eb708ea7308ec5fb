import { readEmergency } from '../../../kernel/category.ts';
import { later, MINUTE } from '../../../kernel/clock.ts';
import { type DayHours, nextOpening } from '../../../kernel/hours.ts';
import { fold } from '../../../kernel/words.ts';
import { DENIED, UNWELL } from './vocabulary.ts';

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
  /** How many times somebody has been told. */
  readonly rung: number;
  readonly stepMinutes: number;
  readonly nextDue: Date | null;
  readonly openedAt: Date;
}

/** Who is told at the n-th time, from 0 on: from the third on it is always the last rung. */
export function rungAt(rung: number): Rung {
  return RUNGS[Math.min(rung, RUNGS.length - 1)] ?? 'secretary';
}

/** Once everybody has been told, it is said again at growing intervals, and twice a day at least. */
const LONGEST_STEP = 12 * 60;

/**
 * When the next rung is told, after the n-th has been. It never ends by itself. The ladder is climbed at any hour; once
 * everybody knows, a reminder waits for the hours in which people are awake.
 */
export function nextRungDue(at: Date, rung: number, stepMinutes: number, hours: DayHours, zone: string): Date {
  const repeats = rung - RUNGS.length + 1;
  if (repeats < 0) return later(at, stepMinutes * MINUTE);
  const step = Math.min(stepMinutes * 2 ** repeats, Math.max(LONGEST_STEP, stepMinutes));
  return nextOpening(hours, later(at, step * MINUTE), zone);
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
 * resident themselves, whoever ordered for them, and other staff are heard and passed on, but a telephone may be in
 * other hands, and who means well may speak from hope: somebody still goes to look.
 */
export function worthOfWord(
  check: Pick<WelfareCheck, 'personId' | 'grid'>,
  speaker: {
    readonly personId: number;
    readonly staff: { readonly role: string; readonly grid: number | null } | undefined;
  },
): 'ends' | 'is-passed-on' | 'none' {
  if (speaker.staff !== undefined && isInCharge(speaker.staff, check)) return 'ends';
  return speaker.staff !== undefined || speaker.personId === check.personId ? 'is-passed-on' : 'none';
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

/** How a check ends by what was written. */
export const outcomeOf = (words: string): Exclude<WelfareState, 'open'> => (saysUnwell(words) ? 'unwell' : 'well');
