import type { StaffMember } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { type Rung, rungAt, type WelfareCheck } from '../rules/check.ts';

/** The members of the staff on a rung; those who have not paired cannot be reached. */
export function onRung(staff: readonly StaffMember[], rung: Rung, grid: number | null): readonly StaffMember[] {
  return staff.filter(
    ({ role, personId, grid: own }) =>
      role === rung && personId !== null && (rung !== 'grid-worker' || grid === null || own === grid),
  );
}

/** Everybody who has been told of a check so far. */
export function toldOf(staff: readonly StaffMember[], check: WelfareCheck): readonly StaffMember[] {
  const rungs = new Set(Array.from({ length: check.rung }, (_, rung) => rungAt(rung)));
  return [...rungs].flatMap((rung) => onRung(staff, rung, check.grid));
}

/** How whatever concerns a check is sent: before everything else, at any hour. */
export const alarm = (work: Work) =>
  ({ lane: 'urgent', keepsHours: false, expiresAt: later(work.at, LIFETIME.alarm) }) as const;

/** A line of a check's history. */
export const eventOf = (check: WelfareCheck, kind: string, actor: string, at: Date, detail: string) => ({
  checkId: check.id,
  kind,
  actor,
  at,
  detail,
});
