import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CASE_STATES,
  type CaseCore,
  type CaseMove,
  type CaseNote,
  type CaseState,
  isOpen,
  move,
  MOVES,
  note,
  NOTES,
} from '../../../../src/features/cases/rules/states.ts';

const AT = new Date('2026-11-11T10:00:00+08:00');
const DUE = new Date('2026-11-13T18:00:00+08:00');

const core = (state: CaseState, more: Partial<CaseCore> = {}): CaseCore => ({
  state,
  cycle: 1,
  ownerId: 7,
  claimed: state !== 'unclaimed',
  returns: 0,
  contactedAt: null,
  resolveDue: DUE,
  provisional: false,
  resolvedAt: state === 'awaiting-check' || state === 'closed' ? AT : null,
  closedAt: state === 'closed' ? AT : null,
  ...more,
});

/** The picture of the closed loop, written down once more by hand: what may follow what. */
const PICTURE: Readonly<Record<CaseState, string>> = {
  unclaimed: 'claim>in-progress assign>in-progress reject>rejected withdraw>withdrawn merge>merged',
  'in-progress':
    'assign>in-progress return>unclaimed ask>awaiting-info defer>deferred resolve>awaiting-check withdraw>withdrawn merge>merged',
  'awaiting-info': 'answer>in-progress assign>awaiting-info withdraw>withdrawn merge>merged',
  deferred: 'resume>in-progress assign>deferred resolve>awaiting-check withdraw>withdrawn merge>merged',
  'awaiting-check': 'confirm>closed verify>closed lapse>closed reopen>in-progress',
  closed: 'reopen>in-progress',
  rejected: 'appeal>unclaimed',
  withdrawn: '',
  merged: 'unmerge>unclaimed',
};
const allMoves = [...new Set(Object.values(MOVES).flatMap((targets) => Object.keys(targets)))] as CaseMove[];
const cells = CASE_STATES.flatMap((state) => allMoves.map((name) => [state, name] as const));

describe('every state × every move', () => {
  test.each(cells)('%s, %s', (state, name) => {
    const allowed = new Map(PICTURE[state].split(' ').map((step) => step.split('>') as [string, CaseState]));
    const moved = move(core(state), name, AT);
    expect(moved.ok ? moved.value.state : moved.refusal).toEqual(allowed.get(name) ?? { code: 'wrong-state', state });
  });

  test('there are so many', () => {
    expect(cells.length).toBe(CASE_STATES.length * allMoves.length);
    expect(allMoves.length).toBe(17);
  });
});

describe('every state × every note', () => {
  const WRITABLE: Readonly<Record<CaseNote, readonly CaseState[]>> = {
    progress: ['in-progress', 'awaiting-info', 'deferred'],
    supplement: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred', 'awaiting-check', 'closed'],
    place: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred'],
    attach: ['unclaimed', 'in-progress', 'awaiting-info', 'deferred'],
    rate: ['awaiting-check', 'closed'],
  };
  const noted = CASE_STATES.flatMap((state) =>
    (Object.keys(NOTES) as CaseNote[]).map((name) => [state, name] as const),
  );
  test.each(noted)('%s, %s', (state, name) => {
    const done = note(core(state), name, AT);
    expect(done.ok).toBe(WRITABLE[name].includes(state));
    if (done.ok) expect({ ...done.value, contactedAt: null }).toEqual(core(state));
  });
});

describe('what a move carries', () => {
  test('claim and assign: from then on exactly one named owner', () => {
    expect(move(core('unclaimed'), 'claim', AT, { ownerId: 9 })).toMatchObject({
      value: { ownerId: 9, claimed: true },
    });
    expect(move(core('in-progress'), 'assign', AT, { ownerId: 9 })).toMatchObject({
      value: { ownerId: 9, claimed: true },
    });
  });

  test('a returned case is nobody’s, and its returns are counted', () => {
    expect(move(core('in-progress'), 'return', AT)).toMatchObject({ value: { claimed: false, returns: 1 } });
  });

  test('the first word on the progress is the contact, and so is the result; later ones change nothing', () => {
    const later = new Date(AT.getTime() + 1);
    expect(note(core('in-progress'), 'progress', AT)).toMatchObject({ value: { contactedAt: AT } });
    expect(note(core('in-progress', { contactedAt: AT }), 'progress', later)).toMatchObject({
      value: { contactedAt: AT },
    });
    expect(move(core('in-progress'), 'resolve', AT)).toMatchObject({ value: { contactedAt: AT, resolvedAt: AT } });
    expect(note(core('in-progress'), 'supplement', AT)).toMatchObject({ value: { contactedAt: null } });
  });

  test('reopening: one cycle more, nothing resolved, the same owner, the due date that is given', () => {
    const due = new Date('2026-11-16T18:00:00+08:00');
    expect(move(core('closed'), 'reopen', AT, { resolveDue: due, provisional: true })).toMatchObject({
      value: {
        cycle: 2,
        resolvedAt: null,
        closedAt: null,
        ownerId: 7,
        claimed: true,
        resolveDue: due,
        provisional: true,
      },
    });
  });
});

test('whatever is tried in whatever order: a pure function, cycles only grow by reopening, an ended case has an end', () => {
  const step = fc.record({
    name: fc.constantFrom(...allMoves),
    ownerId: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      let now = core('unclaimed');
      let reopened = 0;
      for (const { name, ownerId } of steps) {
        const before = structuredClone(now);
        const moved = move(now, name, AT, ownerId === undefined ? {} : { ownerId });
        expect(now).toEqual(before);
        if (!moved.ok) continue;
        now = moved.value;
        if (name === 'reopen') reopened += 1;
        expect(now.cycle).toBe(1 + reopened);
        expect(now.closedAt !== null).toBe(now.state === 'closed');
        if (now.state === 'in-progress') expect(now.claimed).toBe(true);
        if (now.state === 'awaiting-check') expect(now.resolvedAt).not.toBeNull();
        expect(isOpen(now.state)).toBe(['unclaimed', 'in-progress', 'awaiting-info', 'deferred'].includes(now.state));
      }
    }),
  );
});
