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
const ON_TIME = MINUTE;

/** A pattern and the last gap between two slots that was asked about: within it the answer is the same. */
interface Pattern {
  readonly cron: Cron;
  after: Date;
  next: Date | undefined;
}

const patterns = new Map<string, Pattern>();

function patternOf(cron: string, zone: string): Pattern {
  const key = `${cron}|${zone}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const pattern = { cron: new Cron(cron, { timezone: zone, paused: true }), after: new Date(0), next: new Date(0) };
  patterns.set(key, pattern);
  return pattern;
}

/** The first slot after a moment; undefined where the expression never fires again. */
export function nextSlot(rule: Pick<SlotRule, 'cron' | 'zone'>, after: Date): Date | undefined {
  const pattern = patternOf(rule.cron, rule.zone);
  const isWithinGap = pattern.after <= after && pattern.next !== undefined && after < pattern.next;
  if (!isWithinGap) {
    pattern.after = after;
    pattern.next = pattern.cron.nextRun(after) ?? undefined;
  }
  return pattern.next;
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
