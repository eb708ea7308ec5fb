import type { Tx } from '../../../engine/tx.ts';
import type { Relation, Who } from '../rules/booking.ts';
import type { WaitingState } from '../rules/waiting.ts';

export interface WaitingEntry extends Who {
  readonly id: number;
  readonly service: string;
  readonly day: string;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly personId: number;
  readonly name: string;
  readonly roomId: number | null;
  readonly consentAt: Date | null;
  readonly state: WaitingState;
  readonly offeredStart: number | null;
  readonly offerUntil: Date | null;
  readonly at: Date;
}

type Row = Awaited<ReturnType<Tx['waitingEntry']['findFirstOrThrow']>>;

/** State and relation are held to their lists by CHECKs. */
function fromRow({ communityId: _, state, relation, ...rest }: Row): WaitingEntry {
  return { ...rest, state: state as WaitingState, relation: relation as Relation };
}

export type NewEntry = Omit<WaitingEntry, 'id' | 'state' | 'offeredStart' | 'offerUntil'>;

/** Puts somebody at the end of a day's list; who was on it before stands again at its end, unless they still wait. */
export async function joinWaiting(tx: Tx, communityId: number, entry: NewEntry): Promise<WaitingEntry> {
  const { service, day, personId, beneficiary } = entry;
  const key = { communityId, service, day, personId, beneficiary };
  const known = await tx.waitingEntry.findUnique({
    where: { communityId_service_day_personId_beneficiary: key },
  });
  if (known === null) {
    return fromRow(await tx.waitingEntry.create({ data: { ...entry, communityId, state: 'waiting' } }));
  }
  if (known.state === 'waiting' || known.state === 'offered') return fromRow(known);
  const data = { ...entry, state: 'waiting', offeredStart: null, offerUntil: null };
  return fromRow(await tx.waitingEntry.update({ where: { communityId_service_day_personId_beneficiary: key }, data }));
}

/** Those who wait for a service from a day on, whoever came first. */
export async function findWaitingFor(
  tx: Tx,
  communityId: number,
  service: string,
  from: string,
): Promise<readonly WaitingEntry[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, service, day: { gte: from }, state: 'waiting' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Everybody on a day's list, those too who have an offer. */
export async function findOpenFor(
  tx: Tx,
  communityId: number,
  service: string,
  day: string,
): Promise<readonly WaitingEntry[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, service, day, state: { in: ['waiting', 'offered'] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Whether a seat of that turn is being offered to anybody. */
export async function isBeingOffered(
  tx: Tx,
  communityId: number,
  { service, day, offeredStart }: Pick<WaitingEntry, 'service' | 'day' | 'offeredStart'>,
): Promise<boolean> {
  return (await tx.waitingEntry.count({ where: { communityId, service, day, offeredStart, state: 'offered' } })) > 0;
}

/** The services that anybody waits for, from one day on. */
export async function findAwaitedServices(tx: Tx, communityId: number, from: string): Promise<readonly string[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, state: 'waiting', day: { gte: from } },
    distinct: ['service'],
    orderBy: { service: 'asc' },
    select: { service: true },
  });
  return rows.map(({ service }) => service);
}

/** Somebody's open entries: waiting, or with an offer. */
export async function findOwnWaiting(tx: Tx, communityId: number, personId: number): Promise<readonly WaitingEntry[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, personId, state: { in: ['waiting', 'offered'] } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Moves an entry on, unless somebody else has: then false. */
export async function moveEntry(
  tx: Tx,
  communityId: number,
  entry: WaitingEntry,
  change: {
    readonly state: WaitingState;
    readonly offeredStart?: number | null;
    readonly offerUntil?: Date | null;
  },
): Promise<boolean> {
  const { count } = await tx.waitingEntry.updateMany({
    where: { communityId, id: entry.id, state: entry.state },
    data: change,
  });
  return count === 1;
}

/** When the next offer ends. */
export async function nextOfferEnd(tx: Tx, communityId: number): Promise<Date | undefined> {
  const row = await tx.waitingEntry.findFirst({
    where: { communityId, state: 'offered' },
    orderBy: { offerUntil: 'asc' },
    select: { offerUntil: true },
  });
  return row?.offerUntil ?? undefined;
}

/** What was offered to somebody and came to nothing: its time ended after that moment, or the day was closed. */
export async function findLapsedOffers(
  tx: Tx,
  communityId: number,
  personId: number,
  since: Date,
): Promise<readonly WaitingEntry[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, personId, state: 'lapsed', offerUntil: { gt: since } },
    orderBy: [{ offerUntil: 'desc' }, { id: 'desc' }],
  });
  return rows.map(fromRow);
}

export async function findEndedOffers(tx: Tx, communityId: number, now: Date): Promise<readonly WaitingEntry[]> {
  const rows = await tx.waitingEntry.findMany({
    where: { communityId, state: 'offered', offerUntil: { lte: now } },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}
