import type { Service } from '../../../kernel/service.ts';

/** What of a member of the staff decides what they may do to a booking. */
export interface Attendant {
  readonly name: string;
  readonly role: string;
  readonly grid: number | null;
}

const OFFICE = new Set(['secretary', 'clerk']);

/**
 * Whether a member of the staff may see a booking's details and say how it went: the office always; else whoever does
 * the service by name, sits at the window, or looks after the grid where the visit is.
 */
export function mayAttend(
  member: Attendant,
  service: Pick<Service, 'staff' | 'place'>,
  grid: number | null,
  windowNames: readonly string[],
): boolean {
  if (OFFICE.has(member.role)) return true;
  if (service.staff !== undefined) return service.staff === member.name;
  if (service.place === 'window') return windowNames.includes(member.name);
  return member.role === 'grid-worker' && (grid === null || grid === member.grid);
}
