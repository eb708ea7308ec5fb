import { audit } from '../../engine/audit/store.ts';
import { takeNumber } from '../../engine/community/store.ts';
import type { StaffMember } from '../../engine/identity/people.ts';
import type { Lane } from '../../engine/outbox/rules.ts';
import { findBroadcastMessages, stopBroadcastMessages } from '../../engine/outbox/store.ts';
import type { Work } from '../../engine/work.ts';
import { addDays, dayOf, momentAt } from '../../kernel/moment.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { GroupText } from '../../kernel/text.ts';
import type { Broadcast, BroadcastRefusal } from './rules.ts';
import { findByKey, findByNumber, findDueWithin, insertBroadcast, markStopped } from './store.ts';

/** What is to go out, and when. Two plans with one key are one broadcast. */
export interface Plan {
  readonly key: string;
  readonly title: string;
  readonly rooms: readonly number[];
  readonly dueAt: Date;
}

/** Gives the plan its number, or finds the one that it has. */
export async function planBroadcast(work: Work, plan: Plan): Promise<Broadcast> {
  const { tx, community, at } = work;
  const known = await findByKey(tx, community.id, plan.key);
  if (known !== undefined) return known;
  const no = await takeNumber(tx, community.id, 'broadcast');
  await insertBroadcast(tx, community.id, { ...plan, no }, at);
  return { ...plan, no, stoppedAt: null };
}

/** Hands a broadcast to the outbox, once for each room; a stopped one goes nowhere. Returns the rooms that are new. */
export async function releaseBroadcast(
  work: Work,
  broadcast: Broadcast,
  text: GroupText,
  options: { readonly lane: Lane; readonly expiresAt: Date },
): Promise<number> {
  if (broadcast.stoppedAt !== null) return 0;
  let released = 0;
  for (const roomId of broadcast.rooms) {
    const isNew = await work.post.toRoom(roomId, text, {
      ...options,
      keepsHours: true,
      broadcastNo: broadcast.no,
      onceKey: `broadcast:${broadcast.key}:${roomId}`,
    });
    if (isNew) released += 1;
  }
  return released;
}

/** Stops a broadcast: what is planned does not go out, what waits in the outbox is dropped. What was sent stays sent. */
export async function stopBroadcast(
  work: Work,
  no: number,
  staff: StaffMember,
): Promise<Result<{ readonly broadcast: Broadcast; readonly sent: number }, BroadcastRefusal>> {
  const { tx, community, at } = work;
  const broadcast = await findByNumber(tx, community.id, no);
  if (broadcast === undefined) return refuse('unknown');
  const messages = await findBroadcastMessages(tx, community.id, no);
  const isGone = messages.length > 0 && messages.every((message) => message.state !== 'pending');
  if (broadcast.stoppedAt !== null) return refuse('stopped-before');
  if (isGone) return refuse('all-gone');
  await markStopped(tx, community.id, no, `staff:${staff.id}`, at);
  await stopBroadcastMessages(tx, community.id, no, at);
  await audit(work, { actor: `staff:${staff.id}`, action: 'stop-broadcast', subject: `broadcast:${no}` });
  return accept({ broadcast, sent: messages.filter((message) => message.state === 'sent').length });
}

/** Drops a plan that has become wrong, whoever says so. */
export async function dropPlan(work: Work, key: string): Promise<void> {
  const broadcast = await findByKey(work.tx, work.community.id, key);
  if (broadcast === undefined) return;
  await markStopped(work.tx, work.community.id, broadcast.no, 'bot', work.at);
  await stopBroadcastMessages(work.tx, work.community.id, broadcast.no, work.at);
}

/** Sends a broadcast again to the rooms where it was lost or nobody knows, because a person has looked. */
export async function resendBroadcast(
  work: Work,
  no: number,
  staff: StaffMember,
): Promise<Result<number, BroadcastRefusal>> {
  const { tx, community } = work;
  const broadcast = await findByNumber(tx, community.id, no);
  if (broadcast === undefined) return refuse('unknown');
  const messages = await findBroadcastMessages(tx, community.id, no);
  const lost = messages.filter((message) => message.state === 'unknown' || message.state === 'failed');
  if (lost.length === 0) return refuse('nothing-lost');
  const timely = lost.filter((message) => message.expiresAt > work.at);
  if (timely.length === 0) return refuse('too-late');
  let resent = 0;
  for (const message of timely) {
    if (message.roomId === null) continue;
    // The text was made for a room when it was first posted.
    const isNew = await work.post.toRoom(message.roomId, message.text as GroupText, {
      lane: message.lane,
      expiresAt: message.expiresAt,
      keepsHours: true,
      broadcastNo: no,
      onceKey: `again:${message.id}`,
    });
    if (isNew) resent += 1;
  }
  await audit(work, { actor: `staff:${staff.id}`, action: 'resend-broadcast', subject: `broadcast:${no}` });
  return resent === 0 ? refuse('nothing-lost') : accept(resent);
}

/** Whether a broadcast has gone out to any room, or may have. */
export async function hasGoneOut(work: Work, key: string): Promise<boolean> {
  const broadcast = await findByKey(work.tx, work.community.id, key);
  if (broadcast === undefined) return false;
  const messages = await findBroadcastMessages(work.tx, work.community.id, broadcast.no);
  return messages.some(
    (message) => message.state === 'sent' || message.state === 'unknown' || message.state === 'sending',
  );
}

/** The rooms that have their one broadcast of that day already, sent or planned. */
export async function roomsTakenOn(work: Work): Promise<ReadonlySet<number>> {
  const { zone, id } = work.community;
  const today = dayOf(work.at, zone);
  const due = await findDueWithin(work.tx, id, momentAt(today, 0, zone), momentAt(addDays(today, 1), 0, zone));
  return new Set(due.flatMap((broadcast) => broadcast.rooms));
}

/** What is planned from now on. */
export function findPlanned(work: Work, until: Date): Promise<readonly Broadcast[]> {
  return findDueWithin(work.tx, work.community.id, work.at, until);
}
