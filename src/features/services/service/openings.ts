import type { Work } from '../../../engine/work.ts';
import { addDays, dayOf } from '../../../kernel/moment.ts';
import type { Service } from '../../../kernel/service.ts';
import type { Slot } from '../rules/booking.ts';
import {
  freeTurns,
  lastDay,
  nearestTurns,
  type SlotProblem,
  type Surroundings,
  type Wish,
  wishProblem,
} from '../rules/slots.ts';
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

/** Which turns of a service have a seat for somebody. What they hold themselves counts as free. */
async function freeSeats(work: Work, service: Service, around: Surroundings, personId: number): Promise<IsFree> {
  const { tx, community, at } = work;
  const today = dayOf(at, community.zone);
  const taken = await countTaken(tx, community.id, service.name, today, lastDay(service, around), personId);
  return ({ day, start }) => (taken.get(`${day} ${start}`) ?? 0) < service.capacity;
}

type IsFree = (slot: Slot) => boolean;

/** The free turns that fit a wish, and `may` be had. */
export async function findOpenings(
  work: Work,
  service: Service,
  wish: Wish,
  personId: number,
  most = MOST_CHOICES,
  may: IsFree = () => true,
): Promise<Openings> {
  const around = await surroundingsOf(work, service);
  const isFree = await freeSeats(work, service, around, personId);
  const slots = freeTurns(service, wish, around, (slot) => isFree(slot) && may(slot), most);
  return { slots, problem: slots.length > 0 ? undefined : wishProblem(service, wish, around) };
}

/** Where nothing fits a wish: the free turns that are nearest to it. */
export async function findNearest(
  work: Work,
  service: Service,
  wish: Wish,
  personId: number,
  may: IsFree,
): Promise<readonly Slot[]> {
  const around = await surroundingsOf(work, service);
  const isFree = await freeSeats(work, service, around, personId);
  return nearestTurns(service, wish, around, (slot) => isFree(slot) && may(slot), MOST_CHOICES);
}
