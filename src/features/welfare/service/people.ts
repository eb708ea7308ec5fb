import type { StaffMember } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import type { Rung, WelfareCheck } from '../rules/check.ts';
import { findTold } from '../store.ts';

/** The members of the staff on a rung; those who have not paired cannot be reached. */
export function onRung(staff: readonly StaffMember[], rung: Rung, grid: number | null): readonly StaffMember[] {
  return staff.filter(
    ({ role, personId, grid: own }) =>
      role === rung && personId !== null && (rung !== 'grid-worker' || grid === null || own === grid),
  );
}

/** Everybody who has been told of a check so far. */
export async function toldOf(
  { tx, community }: Work,
  staff: readonly StaffMember[],
  check: WelfareCheck,
): Promise<readonly StaffMember[]> {
  const names = await findTold(tx, community.id, check.id);
  return names.flatMap((told) => staff.filter(({ name, personId }) => personId !== null && name === told));
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
