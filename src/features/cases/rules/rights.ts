/** What the rights on a case depend on. */
export interface RightsOn {
  readonly isDispute: boolean;
  readonly ownerId: number | null;
  readonly grid: number | null;
  readonly about: readonly number[];
}

/** The staff member who asks. */
export interface RightsOf {
  readonly id: number;
  readonly role: string;
  readonly grid: number | null;
}

/**
 * Whether a staff member may see all of a case and act on it: the grid's worker, clerks and the secretary; anyone else
 * once it was given to them. Disputes: whoever has it, and the secretary. Never those whom it is about.
 */
export function mayAct(staff: RightsOf, on: RightsOn): boolean {
  if (on.about.includes(staff.id)) return false;
  if (on.ownerId === staff.id) return true;
  if (staff.role === 'secretary') return true;
  if (on.isDispute) return false;
  return staff.role === 'clerk' || (staff.role === 'grid-worker' && staff.grid !== null && staff.grid === on.grid);
}

/** A staff member who could be given a case. */
export interface Candidate extends RightsOf {
  readonly name: string;
}

/**
 * Who is expected to take a new case: the mediator for a dispute, the grid's worker otherwise, the office where the grid
 * is unknown. A case about staff goes to the secretary, or to a clerk when it is about the secretary.
 */
export function expectedOwner<Member extends Candidate>(
  staff: readonly Member[],
  on: { readonly isDispute: boolean; readonly grid: number | null; readonly about: readonly number[] },
): Member | undefined {
  const free = staff.filter((member) => !on.about.includes(member.id));
  const office = free.find((member) => member.role === 'clerk') ?? free.find((member) => member.role === 'secretary');
  if (on.about.length > 0) return free.find((member) => member.role === 'secretary') ?? office;
  if (on.isDispute)
    return free.find((member) => member.role === 'mediator') ?? free.find((member) => member.role === 'secretary');
  const worker =
    on.grid === null ? undefined : free.find((member) => member.role === 'grid-worker' && member.grid === on.grid);
  return worker ?? office;
}
