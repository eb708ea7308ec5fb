import { z } from 'zod';
import type { Tx } from '../tx.ts';

/** What is kept of a message that is for the bot. */
const bodySchema = z.object({
  text: z.string(),
  mentionsBot: z.boolean(),
  /** `isLost`: it could not be fetched. */
  media: z
    .object({ kind: z.enum(['image', 'voice']), file: z.string(), isLost: z.literal(true).optional() })
    .optional(),
  /** The outside id of a room that is bound to none of ours. */
  strangeRoom: z.string().optional(),
});
export type Body = z.infer<typeof bodySchema>;

export interface NewInboxMessage {
  readonly key: string;
  readonly sessionId: number;
  readonly state: 'received' | 'ignored';
  readonly roomId: number | null;
  readonly personId: number | null;
  readonly body: Body | undefined;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
}

export interface ReceivedMessage {
  readonly id: number;
  readonly sessionId: number;
  readonly roomId: number | null;
  readonly personId: number;
  readonly body: Body;
}

/**
 * Records a message under its key and returns its number; undefined where it was recorded before. It looks first: on
 * PostgreSQL a refused row would use up a number, and whoever rehearses on the two stores sees the same numbers.
 */
export async function record(tx: Tx, communityId: number, message: NewInboxMessage): Promise<number | undefined> {
  const body = message.body === undefined ? null : JSON.stringify(message.body);
  const rows = await tx.$queryRaw<readonly { readonly id: number | bigint }[]>`
    INSERT INTO inbox (community_id, key, session_id, state, room_id, person_id, body, received_at, due_at)
    SELECT ${communityId}, ${message.key}, ${message.sessionId}, ${message.state}, ${message.roomId},
      ${message.personId}, ${body}, ${message.receivedAt}, ${message.dueAt}
    WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE community_id = ${communityId} AND key = ${message.key})
    ON CONFLICT DO NOTHING RETURNING id`;
  const [row] = rows;
  return row === undefined ? undefined : Number(row.id);
}

/** The number of the last message; 0 before the first. */
export async function findLastId(tx: Tx, communityId: number): Promise<number> {
  const row = await tx.inboxMessage.findFirst({
    where: { communityId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return row?.id ?? 0;
}

/** When the last message was recorded; undefined before the first. */
export async function findHeardUntil(tx: Tx, communityId: number): Promise<Date | undefined> {
  const row = await tx.inboxMessage.findFirst({
    where: { communityId },
    orderBy: { id: 'desc' },
    select: { receivedAt: true },
  });
  return row?.receivedAt;
}

/** The turns of a person's last messages, in their order. */
export async function findEarlier(
  tx: Tx,
  communityId: number,
  personId: number,
  most: number,
): Promise<readonly Date[]> {
  const rows = await tx.inboxMessage.findMany({
    where: { communityId, personId, dueAt: { not: null } },
    orderBy: { dueAt: 'desc' },
    take: most,
    select: { dueAt: true },
  });
  return rows.flatMap((row) => row.dueAt ?? []).reverse();
}

/** Whether the person has said something to the bot in a room since a moment. */
export async function hasSpoken(
  tx: Tx,
  communityId: number,
  personId: number,
  roomId: number,
  since: Date,
): Promise<boolean> {
  const where = { communityId, personId, roomId, dueAt: { gt: since } };
  return (await tx.inboxMessage.findFirst({ where, select: { id: true } })) !== null;
}

/** Whether a message of the person, other than that one, was put off since a moment. */
export async function wasPutOff(
  tx: Tx,
  communityId: number,
  personId: number,
  since: Date,
  otherThan: number,
): Promise<boolean> {
  const found = await tx.inboxMessage.findFirst({
    where: {
      communityId,
      personId,
      id: { not: otherThan },
      receivedAt: { gt: since },
      dueAt: { gt: tx.inboxMessage.fields.receivedAt },
    },
    select: { id: true },
  });
  return found !== null;
}

/** The messages whose turn has come and that nobody has handled. */
export async function findDue(
  tx: Tx,
  communityId: number,
  now: Date,
): Promise<readonly { readonly id: number; readonly lane: string }[]> {
  const rows = await tx.inboxMessage.findMany({
    where: { communityId, state: 'received', dueAt: { lte: now } },
    orderBy: { id: 'asc' },
    select: { id: true, roomId: true, personId: true },
  });
  return rows.map((row) => ({ id: row.id, lane: conversationOf(row.roomId, row.personId) }));
}

/** Messages of one conversation are handled one after another. */
export function conversationOf(roomId: number | null, personId: number | null): string {
  return roomId === null ? `person:${String(personId)}` : `room:${roomId}`;
}

/** When the turn of the next waiting message comes. */
export async function findNextTurn(tx: Tx, communityId: number): Promise<Date | undefined> {
  const row = await tx.inboxMessage.findFirst({
    where: { communityId, state: 'received' },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt ?? undefined;
}

/** Takes a message for handling, in the transaction that handles it; undefined where it was handled before. */
export async function take(tx: Tx, communityId: number, id: number, at: Date): Promise<ReceivedMessage | undefined> {
  const [row] = await tx.inboxMessage.updateManyAndReturn({
    where: { communityId, id, state: 'received' },
    data: { state: 'handled', handledAt: at },
    select: { sessionId: true, roomId: true, personId: true, body: true },
  });
  if (row === undefined) return undefined;
  if (row.personId === null || row.body === null) return undefined;
  const body = bodySchema.parse(JSON.parse(row.body));
  return { id, sessionId: row.sessionId, roomId: row.roomId, personId: row.personId, body };
}

/** Notes that the program stumbled over a message; its words stay. */
export async function markFailed(tx: Tx, communityId: number, id: number, at: Date): Promise<void> {
  await tx.inboxMessage.updateMany({ where: { communityId, id }, data: { state: 'failed', handledAt: at } });
}

/** Forgets the words of handled messages before `wordsBefore`, and whole rows before `rowsBefore`. */
export async function forget(tx: Tx, communityId: number, wordsBefore: Date, rowsBefore: Date): Promise<void> {
  await tx.inboxMessage.updateMany({
    where: { communityId, state: { in: ['handled', 'failed'] }, receivedAt: { lt: wordsBefore }, body: { not: null } },
    data: { body: null },
  });
  await tx.inboxMessage.deleteMany({
    where: { communityId, state: { in: ['handled', 'ignored'] }, receivedAt: { lt: rowsBefore } },
  });
}

/** The latest moment that the data know of: a clock that is behind it was set back. */
export async function findLatestMoment(tx: Tx, communityId: number): Promise<Date | undefined> {
  const received = await tx.inboxMessage.aggregate({ where: { communityId }, _max: { receivedAt: true } });
  const posted = await tx.outboxMessage.aggregate({ where: { communityId }, _max: { createdAt: true } });
  const moments = [received._max.receivedAt, posted._max.createdAt].filter((moment) => moment !== null);
  return moments.sort((a, b) => a.getTime() - b.getTime()).at(-1);
}
