import type { Work } from '../../../engine/work.ts';
import type { Place } from '../../../kernel/place.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import { type CaseMove, type CaseNote, type EventFacts, move, MOVES, note, NOTES } from '../rules/states.ts';
import { appendEvent, saveCore } from '../store.ts';
import type { CaseRecord } from '../rules/case.ts';
import type { Refusal } from '../rules/case.ts';

/** One change of a case: what, by whom, and what is told about it. */
export interface Change {
  readonly kind: CaseMove | CaseNote;
  readonly actor: string;
  readonly facts?: EventFacts;
  /** Where the case lies, when that is what changes. */
  readonly place?: Place;
  readonly grid?: number | null;
  /** Kept with the event: words, reasons, marks. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

const isNote = (kind: CaseMove | CaseNote): kind is CaseNote => kind in NOTES;

/** Makes one change: decides by the rules, saves what they say, appends the event. */
export async function change(work: Work, record: CaseRecord, wanted: Change): Promise<Result<CaseRecord, Refusal>> {
  const { tx, at, community } = work;
  const { kind, facts } = wanted;
  const decided = isNote(kind) ? note(record, kind, at, facts) : move(record, kind, at, facts);
  if (!decided.ok) return refuse({ ...decided.refusal, no: record.no });
  const placed = {
    ...(wanted.place === undefined ? {} : { place: wanted.place }),
    ...(wanted.grid === undefined ? {} : { grid: wanted.grid }),
  };
  if (!(await saveCore(tx, community.id, record, { ...decided.value, ...placed }, at))) {
    return refuse({ code: 'changed-meanwhile', no: record.no });
  }
  await appendEvent(tx, community.id, {
    caseNo: record.no,
    cycle: decided.value.cycle,
    kind,
    actor: wanted.actor,
    at,
    detail: { ...facts, ...placed, ...wanted.detail },
  });
  return accept({ ...record, ...decided.value, ...placed, touchedAt: at });
}

/** Whether the rules would allow a note now. */
export function canNote(record: CaseRecord, kind: CaseNote): boolean {
  return (NOTES[kind] as readonly CaseRecord['state'][]).includes(record.state);
}

/** Whether the rules would allow a move now. */
export function canMove(record: CaseRecord, kind: CaseMove): boolean {
  return kind in MOVES[record.state];
}
