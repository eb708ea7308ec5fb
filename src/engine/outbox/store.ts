import type { OutgoingFile } from '../channel.ts';
import { later } from '../../kernel/clock.ts';
import type { Tx } from '../tx.ts';
import { BREAKER_MEMORY, HISTORY, type History, LANES, type Lane, type OutboxState, type Waiting } from './rules.ts';

/** One message to be kept for sending. */
export interface NewMessage {
  readonly lane: Lane;
  readonly roomId: number | null;
  readonly personId: number | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly file: OutgoingFile | null;
  readonly onceKey: string | null;
  readonly inboxId: number | null;
  readonly caseNo: number | null;
  readonly broadcastNo: number | null;
  readonly keepsHours: boolean;
  readonly createdAt: Date;
  readonly notBefore: Date;
  readonly expiresAt: Date;
}

export interface StoredMessage extends Waiting {
  readonly personId: number | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly file: OutgoingFile | null;
  readonly onceKey: string | null;
  readonly inboxId: number | null;
  readonly caseNo: number | null;
  readonly attempts: number;
  readonly expiresAt: Date;
}

type Row = Omit<StoredMessage, 'mentions' | 'lane' | 'file'> & { lane: string; mentions: string; file: string | null };

/** A row of the table holds one of LANES (a CHECK sees to it), a JSON array of strings and a file; all written here only. */
function fromRow(row: Row): StoredMessage {
  return {
    ...row,
    lane: row.lane as Lane,
    mentions: JSON.parse(row.mentions) as string[],
    file: row.file === null ? null : (JSON.parse(row.file) as OutgoingFile),
  };
}

/**
 * Keeps the message; false where one with the same onceKey is there already. It looks first: on PostgreSQL a refused row
 * would use up a number, and the pauses between messages hang on their numbers.
 */
export async function insertMessage(tx: Tx, communityId: number, message: NewMessage): Promise<boolean> {
  const { lane, roomId, personId, text, onceKey, inboxId, caseNo, broadcastNo, keepsHours } = message;
  const file = message.file === null ? null : JSON.stringify(message.file);
  const count = await tx.$executeRaw`
    INSERT INTO outbox (community_id, lane, rank, state, room_id, person_id, text, mentions, file, once_key, inbox_id, case_no,
      broadcast_no, keeps_hours, attempts, created_at, not_before, expires_at)
    SELECT ${communityId}, ${lane}, ${LANES.indexOf(lane)}, 'pending', ${roomId}, ${personId}, ${text},
      ${JSON.stringify(message.mentions)}, ${file}, ${onceKey}, ${inboxId}, ${caseNo}, ${broadcastNo}, ${keepsHours}, 0,
      ${message.createdAt}, ${message.notBefore}, ${message.expiresAt}
    WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE community_id = ${communityId} AND once_key = ${onceKey})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}

/** The waiting messages, lane by lane and the oldest first, as many as one planning needs. */
export async function findWaiting(tx: Tx, communityId: number, most: number): Promise<readonly StoredMessage[]> {
  const rows = await tx.outboxMessage.findMany({
    where: { communityId, state: 'pending' },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(fromRow);
}

/** The attempts that rates are computed from. */
export async function readHistory(
  tx: Tx,
  communityId: number,
  now: Date,
  today: Date,
  tomorrow: Date,
): Promise<History> {
  const rows = await tx.outboxMessage.findMany({
    where: {
      communityId,
      OR: [
        { sendingAt: { gte: later(now, -HISTORY) } },
        { sendingAt: { gte: later(now, -BREAKER_MEMORY) }, error: 'too-frequent' },
      ],
    },
    orderBy: [{ sendingAt: 'asc' }, { id: 'asc' }],
    select: { id: true, roomId: true, broadcastNo: true, sendingAt: true, error: true },
  });
  const sentToday = await tx.outboxMessage.count({ where: { communityId, sendingAt: { gte: today } } });
  return {
    attempts: rows.map((row) => ({
      id: row.id,
      roomId: row.roomId,
      broadcastNo: row.broadcastNo,
      at: row.sendingAt ?? now,
      tooFrequent: row.error === 'too-frequent',
    })),
    sentToday,
    tomorrow,
  };
}

/** The connection is there again: what waits only because it was not may go now. */
export async function releaseOffline(tx: Tx, communityId: number, at: Date): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { communityId, state: 'pending', error: 'offline', notBefore: { gt: at } },
    data: { notBefore: at },
  });
}

/** Takes a waiting message for sending; false where somebody else was quicker. */
export async function markSending(tx: Tx, communityId: number, id: number, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { communityId, id, state: 'pending' },
    data: { state: 'sending', sendingAt: at, attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Notes what became of a message that was being sent. `error` stays after a success: the breaker remembers it. */
export async function markEnded(
  tx: Tx,
  communityId: number,
  id: number,
  state: OutboxState,
  at: Date,
  error?: string,
): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { communityId, id, state: 'sending' },
    data: { state, endedAt: at, ...(error === undefined ? {} : { error }) },
  });
}

/** Puts a message that was being sent back, to be tried again not before a moment. */
export async function putBack(tx: Tx, communityId: number, id: number, notBefore: Date, error: string): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { communityId, id, state: 'sending' },
    data: { state: 'pending', notBefore, error },
  });
}

/** Ends the waiting messages whose time is over, and returns them. */
export async function expireOverdue(tx: Tx, communityId: number, now: Date): Promise<readonly StoredMessage[]> {
  const where = { communityId, state: 'pending', expiresAt: { lte: now } };
  const rows = await tx.outboxMessage.findMany({ where, orderBy: { id: 'asc' } });
  if (rows.length > 0) await tx.outboxMessage.updateMany({ where, data: { state: 'expired', endedAt: now } });
  return rows.map(fromRow);
}

/** The messages that were being sent when the process died. */
export async function findInterrupted(tx: Tx, communityId: number): Promise<readonly StoredMessage[]> {
  const rows = await tx.outboxMessage.findMany({ where: { communityId, state: 'sending' }, orderBy: { id: 'asc' } });
  return rows.map(fromRow);
}

/** The waiting messages that were posted since a moment, broadcasts left out. */
export async function findWaitingSince(tx: Tx, communityId: number, since: Date): Promise<readonly StoredMessage[]> {
  const rows = await tx.outboxMessage.findMany({
    where: { communityId, state: 'pending', createdAt: { gte: since }, broadcastNo: null },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}

/** Stops what a broadcast has not sent yet; returns how many rooms that were. */
export async function stopBroadcastMessages(
  tx: Tx,
  communityId: number,
  broadcastNo: number,
  at: Date,
): Promise<number> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { communityId, broadcastNo, state: 'pending' },
    data: { state: 'stopped', endedAt: at },
  });
  return count;
}

/** Drops what still waits under keys that begin so, because it has become untrue. */
export async function stopWaiting(tx: Tx, communityId: number, keysBeginWith: string, at: Date): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { communityId, state: 'pending', onceKey: { startsWith: keysBeginWith } },
    data: { state: 'stopped', endedAt: at },
  });
}

/** The messages of a broadcast, with their states. */
export async function findBroadcastMessages(
  tx: Tx,
  communityId: number,
  broadcastNo: number,
): Promise<readonly (StoredMessage & { readonly state: OutboxState })[]> {
  const rows = await tx.outboxMessage.findMany({ where: { communityId, broadcastNo }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...fromRow(row), state: row.state as OutboxState }));
}

/** Forgets the words of what has ended before a moment; that something was sent, and when, stays. */
export async function forgetTexts(tx: Tx, communityId: number, before: Date): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { communityId, createdAt: { lt: before }, state: { notIn: ['pending', 'sending'] }, text: { not: '' } },
    data: { text: '', mentions: '[]', file: null },
  });
}
