import { backOff } from '../../kernel/back-off.ts';
import { DAY, HOUR, later, MINUTE, SECOND } from '../../kernel/clock.ts';
import { type DayHours, nextOpening } from '../../kernel/hours.ts';
import type { Random } from '../../kernel/random.ts';

/**
 * What goes first: whom to call, told to somebody in danger; then alarms and reminders. A lane is served only while none
 * before it has a message that may go.
 */
export const LANES = ['emergency', 'urgent', 'reminder', 'staff', 'receipt', 'broadcast'] as const;
export type Lane = (typeof LANES)[number];

export const OUTBOX_STATES = ['pending', 'sending', 'sent', 'unknown', 'failed', 'expired', 'stopped'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** How much may go out. Seconds and counts; there are no official figures, these are operators' experience. */
export interface SendLimits {
  readonly gapSeconds: readonly [number, number];
  readonly broadcastGapSeconds: readonly [number, number];
  readonly perMinute: number;
  readonly perRoomMinute: number;
  readonly perDay: number;
}

export const DEFAULT_LIMITS: SendLimits = {
  gapSeconds: [2, 4],
  broadcastGapSeconds: [20, 60],
  perMinute: 15,
  perRoomMinute: 5,
  perDay: 500,
};

/** A message that waits. */
export interface Waiting {
  readonly id: number;
  readonly lane: Lane;
  readonly roomId: number | null;
  readonly broadcastNo: number | null;
  readonly keepsHours: boolean;
  readonly notBefore: Date;
}

/** A message that has gone out, or was tried. */
export interface Attempt {
  readonly id: number;
  readonly roomId: number | null;
  readonly broadcastNo: number | null;
  readonly at: Date;
  readonly tooFrequent: boolean;
}

/** What the rows tell about the recent past. */
export interface History {
  /** Attempts of the last {@link HISTORY} milliseconds, oldest first; refused ones of the last {@link BREAKER_MEMORY}. */
  readonly attempts: readonly Attempt[];
  readonly sentToday: number;
  readonly tomorrow: Date;
}

export interface SendRules {
  readonly limits: SendLimits;
  readonly hours: DayHours;
  readonly zone: string;
  readonly random: Random;
}

/** How long a message of each purpose is worth sending. */
export const LIFETIME = { reply: DAY, status: 3 * DAY, staff: 3 * DAY, alarm: 12 * HOUR } as const;

/** The part of a day's messages that is kept for reminders: a day of many receipts must not use up their turn. */
const REMINDERS_SHARE = 0.1;

/** How far back the rates look: the minute and the longest gap of a broadcast. */
export const HISTORY = 2 * MINUTE;
/** How long a "too frequent" counts towards doubling the pause. */
export const BREAKER_MEMORY = 120 * MINUTE;

function jitter(random: Random, key: string, [from, to]: readonly [number, number]): number {
  return (from + Math.floor(random.fraction(key) * (to - from + 1))) * SECOND;
}

/** When the pause after "too frequent" ends: 10–15 minutes, doubled with each one of the last two hours. */
function breakerEnd(history: History, random: Random): Date | undefined {
  const refused = history.attempts.filter((attempt) => attempt.tooFrequent);
  const last = refused.at(-1);
  if (last === undefined) return undefined;
  const minutes = jitter(random, `breaker:${last.id}`, [600, 900]) / SECOND / 60;
  return later(last.at, minutes * 2 ** Math.min(refused.length - 1, 4) * MINUTE);
}

function roomFree(attempts: readonly Attempt[], limit: number): Date | undefined {
  const nth = attempts.at(-limit);
  return nth === undefined ? undefined : later(nth.at, MINUTE);
}

/**
 * The earliest moment at which a waiting message may go, by pacing, rates, the community's hours and the breaker.
 * Emergencies and alarms are held by the gap between two sends only.
 */
export function earliestSend(message: Waiting, history: History, now: Date, rules: SendRules): Date {
  const { limits, random } = rules;
  const moments: (Date | undefined)[] = [now, message.notBefore];
  const last = history.attempts.at(-1);
  if (last !== undefined)
    moments.push(later(last.at, jitter(random, `gap:${last.id}:${last.at.getTime()}`, limits.gapSeconds)));
  if (message.lane !== 'emergency' && message.lane !== 'urgent') {
    moments.push(roomFree(history.attempts, limits.perMinute));
    if (message.roomId !== null) {
      moments.push(
        roomFree(
          history.attempts.filter((attempt) => attempt.roomId === message.roomId),
          limits.perRoomMinute,
        ),
      );
    }
    const share = message.lane === 'reminder' ? 1 : 1 - REMINDERS_SHARE;
    if (history.sentToday >= limits.perDay * share) moments.push(history.tomorrow);
    if (message.lane !== 'receipt') moments.push(breakerEnd(history, random));
    if (message.broadcastNo !== null) {
      const lastBroadcast = history.attempts.findLast((attempt) => attempt.broadcastNo !== null);
      if (lastBroadcast !== undefined) {
        moments.push(
          later(lastBroadcast.at, jitter(random, `broadcast:${lastBroadcast.id}`, limits.broadcastGapSeconds)),
        );
      }
    }
  }
  const free = new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
  return message.keepsHours ? nextOpening(rules.hours, free, rules.zone) : free;
}

/** The message to send next and when: the earliest one; among equals the first lane, then the oldest. */
export function nextToSend(
  waiting: readonly Waiting[],
  history: History,
  now: Date,
  rules: SendRules,
): { readonly message: Waiting; readonly at: Date } | undefined {
  let best: { message: Waiting; at: Date } | undefined;
  for (const message of waiting) {
    const at = earliestSend(message, history, now, rules);
    const isBetter =
      best === undefined ||
      at < best.at ||
      (at.getTime() === best.at.getTime() && LANES.indexOf(message.lane) < LANES.indexOf(best.message.lane));
    if (isBetter) best = { message, at };
  }
  return best;
}

/** How long to wait before the n-th new try of a message that the transport would not take now. */
export function retryPause(attempts: number): number {
  return backOff(attempts, 15 * SECOND, 30 * MINUTE);
}
