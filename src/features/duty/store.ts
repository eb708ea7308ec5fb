import type { Tx } from '../../engine/tx.ts';
import type { Day } from '../../kernel/moment.ts';
import type { SwapState } from './rules.ts';

/** A day whose duty differs from the profile's turns; without a member nobody is there. */
export interface DutyChange {
  readonly day: Day;
  readonly staffId: number | null;
}

export interface Swap {
  readonly id: number;
  readonly day: Day;
  readonly dayInReturn: Day;
  readonly fromId: number;
  readonly toId: number;
}

const SWAP = { id: true, day: true, dayInReturn: true, fromId: true, toId: true } as const;

export async function findChanges(tx: Tx, communityId: number, from: Day, to: Day): Promise<readonly DutyChange[]> {
  return tx.dutyChange.findMany({
    where: { communityId, day: { gte: from, lte: to } },
    select: { day: true, staffId: true },
  });
}

/** Says who is there on a day, or that nobody is. */
export async function writeChange(
  tx: Tx,
  communityId: number,
  day: Day,
  staffId: number | null,
  at: Date,
): Promise<void> {
  await tx.dutyChange.upsert({
    where: { communityId_day: { communityId, day } },
    create: { communityId, day, staffId, at },
    update: { staffId, at },
  });
}

export async function insertSwap(tx: Tx, communityId: number, swap: Omit<Swap, 'id'>, at: Date): Promise<void> {
  await tx.dutySwap.create({ data: { ...swap, communityId, state: 'asked', askedAt: at } });
}

/** The swaps that wait for somebody's word, for days that have not gone by; `since`: those asked from then on. */
export async function findAsked(
  tx: Tx,
  communityId: number,
  toId: number,
  today: Day,
  since?: Date,
): Promise<readonly Swap[]> {
  return tx.dutySwap.findMany({
    where: {
      communityId,
      toId,
      state: 'asked',
      day: { gte: today },
      dayInReturn: { gte: today },
      ...(since === undefined ? {} : { askedAt: { gte: since } }),
    },
    orderBy: { id: 'asc' },
    select: SWAP,
  });
}

/** Ends a swap that was asked for; false where it had ended. */
export async function endSwap(
  tx: Tx,
  communityId: number,
  id: number,
  state: Exclude<SwapState, 'asked'>,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.dutySwap.updateMany({
    where: { communityId, id, state: 'asked' },
    data: { state, endedAt: at },
  });
  return count === 1;
}

/** What was asked about a day before is void: it has just been asked, or settled, otherwise. */
export async function voidSwaps(tx: Tx, communityId: number, day: Day, at: Date): Promise<void> {
  await tx.dutySwap.updateMany({
    where: { communityId, state: 'asked', OR: [{ day }, { dayInReturn: day }] },
    data: { state: 'void', endedAt: at },
  });
}
