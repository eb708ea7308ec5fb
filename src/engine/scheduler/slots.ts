import { Cron } from 'croner';
import { later, MINUTE } from '../../kernel/clock.ts';

/** What becomes of a slot that passed while nobody was awake: dropped, only the latest one run, or each one run. */
export type MissedPolicy = 'skip' | 'latest' | 'all';

export interface SlotRule {
  /** Five cron fields, read in `zone`. */
  readonly cron: string;
  readonly zone: string;
  readonly missed: MissedPolicy;
  /** How late a slot may still run, in milliseconds. */
  readonly catchUp: number;
}

export interface DueSlots {
  readonly run: readonly Date[];
  readonly missed: readonly Date[];
}

/** A slot that is no later than this counts as on time, whatever the policy. */
export const ON_TIME = MINUTE;

const patterns = new Map<string, Cron>();

function patternOf(cron: string, zone: string): Cron {
  const key = `${cron}|${zone}`;
  const known = patterns.get(key) ?? new Cron(cron, { timezone: zone, paused: true });
  patterns.set(key, known);
  return known;
}

/** The first slot after a moment; undefined where the expression never fires again. */
export function nextSlot(rule: Pick<SlotRule, 'cron' | 'zone'>, after: Date): Date | undefined {
  return patternOf(rule.cron, rule.zone).nextRun(after) ?? undefined;
}

/**
 * The slots after `since` up to and including `now`: which are to be run and which were missed.
 * A pure function of its arguments; a clock that was set back yields nothing until it has passed `since` again.
 */
export function dueSlots(rule: SlotRule, since: Date, now: Date): DueSlots {
  const slots: Date[] = [];
  for (let slot = nextSlot(rule, since); slot !== undefined && slot <= now; slot = nextSlot(rule, slot))
    slots.push(slot);
  const inTime = (slot: Date): boolean => later(slot, rule.catchUp) >= now;
  const onTime = (slot: Date): boolean => later(slot, ON_TIME) >= now;
  const latest = slots.at(-1);
  const isRun = (slot: Date): boolean => {
    switch (rule.missed) {
      case 'skip':
        return onTime(slot);
      case 'latest':
        return slot === latest && (inTime(slot) || onTime(slot));
      case 'all':
        return inTime(slot) || onTime(slot);
    }
  };
  return { run: slots.filter(isRun), missed: slots.filter((slot) => !isRun(slot)) };
}
