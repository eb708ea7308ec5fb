import { accept, type Result, refuse } from '../../../kernel/result.ts';

export const CASE_KINDS = ['complaint', 'repair', 'report', 'suggestion'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_STATES = [
  'unclaimed',
  'in-progress',
  'awaiting-info',
  'deferred',
  'awaiting-check',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** state → move → state. A move that a state does not name is refused. */
export const MOVES = {
  unclaimed: {
    claim: 'in-progress',
    assign: 'in-progress',
    reject: 'rejected',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  'in-progress': {
    assign: 'in-progress',
    return: 'unclaimed',
    ask: 'awaiting-info',
    defer: 'deferred',
    resolve: 'awaiting-check',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  'awaiting-info': { answer: 'in-progress', assign: 'awaiting-info', withdraw: 'withdrawn', merge: 'merged' },
  deferred: {
    resume: 'in-progress',
    assign: 'deferred',
    resolve: 'awaiting-check',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  'awaiting-check': { confirm: 'closed', verify: 'closed', lapse: 'closed', reopen: 'in-progress' },
  closed: { reopen: 'in-progress' },
  rejected: { appeal: 'unclaimed' },
  withdrawn: {},
  merged: { unmerge: 'unclaimed' },
} as const satisfies Record<CaseState, Partial<Record<string, CaseState>>>;

type KeysOfUnion<T> = T extends unknown ? keyof T : never;
export type CaseMove = KeysOfUnion<(typeof MOVES)[CaseState]>;

/** What can be appended without a change of state, and in which states. */
export const NOTES = {
  progress: ['in-progress', 'awaiting-info', 'deferred'],
  supplement: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred', 'awaiting-check', 'closed'],
  place: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred'],
  attach: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred'],
  rate: ['awaiting-check', 'closed'],
} as const satisfies Record<string, readonly CaseState[]>;
export type CaseNote = keyof typeof NOTES;

/** States in which somebody still has to do something. */
export const OPEN_STATES = [
  'unclaimed',
  'in-progress',
  'awaiting-info',
  'deferred',
] as const satisfies readonly CaseState[];

export function isOpen(state: CaseState): boolean {
  return (OPEN_STATES as readonly CaseState[]).includes(state);
}

/** What the events of a case add up to. */
export interface CaseCore {
  readonly state: CaseState;
  /** 1 at filing, one more with each reopening. */
  readonly cycle: number;
  readonly ownerId: number | null;
  /** Whether the owner has taken it on; before that they are only expected to. */
  readonly claimed: boolean;
  readonly returns: number;
  readonly contactedAt: Date | null;
  readonly resolveDue: Date;
  readonly provisional: boolean;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What an event carries beside its kind: only what the state depends on. */
export interface EventFacts {
  readonly ownerId?: number | null | undefined;
  readonly resolveDue?: Date | undefined;
  readonly provisional?: boolean | undefined;
}

export interface Refused {
  readonly code: 'wrong-state';
  readonly state: CaseState;
}

/** The case after a move, or why it cannot be made. Pure; `at` is the moment of the move. */
export function move(core: CaseCore, name: CaseMove, at: Date, facts: EventFacts = {}): Result<CaseCore, Refused> {
  const targets: Partial<Record<CaseMove, CaseState>> = MOVES[core.state];
  const state = targets[name];
  if (state === undefined) return refuse({ code: 'wrong-state', state: core.state });
  const ownerId = facts.ownerId === undefined ? core.ownerId : facts.ownerId;
  const next: CaseCore = { ...core, state, ownerId };
  switch (name) {
    case 'claim':
    case 'assign':
      return accept({ ...next, claimed: true });
    case 'return':
      return accept({ ...next, claimed: false, returns: core.returns + 1 });
    case 'resolve':
      return accept({ ...next, resolvedAt: at, contactedAt: core.contactedAt ?? at });
    case 'confirm':
    case 'verify':
    case 'lapse':
      return accept({ ...next, closedAt: at });
    case 'reopen':
      return accept({
        ...next,
        cycle: core.cycle + 1,
        resolvedAt: null,
        closedAt: null,
        resolveDue: facts.resolveDue ?? core.resolveDue,
        provisional: facts.provisional ?? core.provisional,
      });
    default:
      return accept(next);
  }
}

/** The case after a note, or why none can be made now. A word on the progress is the first contact by a human. */
export function note(core: CaseCore, name: CaseNote, at: Date, facts: EventFacts = {}): Result<CaseCore, Refused> {
  const states: readonly CaseState[] = NOTES[name];
  if (!states.includes(core.state)) return refuse({ code: 'wrong-state', state: core.state });
  const ownerId = facts.ownerId === undefined ? core.ownerId : facts.ownerId;
  const contactedAt = name === 'progress' ? (core.contactedAt ?? at) : core.contactedAt;
  return accept({ ...core, ownerId, contactedAt });
}
