import { accept, type Result, refuse } from '../../kernel/result.ts';

/** Whether somebody is still looked for, or a person has written that they are well. */
export const WELFARE_STATES = ['open', 'well'] as const;
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

const MINUTE = 60_000;
/** Once everybody has been told, it is said again at growing intervals, and twice a day at least. */
const LONGEST_STEP = 12 * 60;

/** When the next rung is told, after the n-th has been. It never ends by itself. */
export function nextRungDue(at: Date, rung: number, stepMinutes: number): Date {
  const repeats = Math.max(0, rung - RUNGS.length + 1);
  return new Date(at.getTime() + Math.min(stepMinutes * 2 ** repeats, Math.max(LONGEST_STEP, stepMinutes)) * MINUTE);
}

/** Whoever may write that somebody is well: the staff, and whoever ordered for them. */
export function mayClose(
  check: Pick<WelfareCheck, 'state' | 'personId'>,
  speaker: { readonly personId: number; readonly isStaff: boolean },
): Result<true, 'not-yours' | 'closed-before'> {
  if (!speaker.isStaff && check.personId !== speaker.personId) return refuse('not-yours');
  return check.state === 'open' ? accept(true) : refuse('closed-before');
}
