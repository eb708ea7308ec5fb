import type { Work } from '../../../engine/work.ts';
import { addDays, dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Slot } from '../rules/booking.ts';
import { freeTurns, lastDay, type SlotProblem, type Surroundings, type Wish, wishProblem } from '../rules/slots.ts';
import { findClosures } from '../store/closures.ts';
import { countTaken } from '../store/seats.ts';

/** A menu has five items at the most. */
export const MOST_CHOICES = 5;

/** The services that the profile offers by appointment, and the meals. */
export function servicesOf({ community }: Pick<Work, 'community'>): readonly Service[] {
  return community.profile.services;
}

export function serviceNamed(work: Pick<Work, 'community'>, name: string): Service | undefined {
  return servicesOf(work).find((service) => service.name === name);
}

export async function surroundingsOf(work: Work, service: Service): Promise<Surroundings> {
  const { tx, community, at } = work;
  const { calendar, zone } = community;
  const closed = await findClosures(tx, community.id, service.name, addDays(dayOf(at, zone), -1));
  return { calendar, zone, at, closures: new Map(closed.map(({ day, isOpen }) => [day, isOpen])) };
}

/** What can be had of a service for a wish, and why nothing can where that is so. */
export interface Openings {
  readonly slots: readonly Slot[];
  readonly problem: SlotProblem | undefined;
}

/** The free turns that fit a wish. What the person holds themselves counts as free for them. `may`: which are for them. */
export async function findOpenings(
  work: Work,
  service: Service,
  wish: Wish,
  personId: number,
  most = MOST_CHOICES,
  may: (slot: Slot) => boolean = () => true,
): Promise<Openings> {
  const around = await surroundingsOf(work, service);
  const today = dayOf(work.at, work.community.zone);
  const taken = await countTaken(work.tx, work.community.id, service.name, today, lastDay(service, around), personId);
  const isFree = (slot: Slot): boolean => (taken.get(`${slot.day} ${slot.start}`) ?? 0) < service.capacity && may(slot);
  const slots = freeTurns(service, wish, around, isFree, most);
  return { slots, problem: slots.length > 0 ? undefined : wishProblem(service, wish, around) };
}
