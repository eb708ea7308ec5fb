import type { Place } from '../../../kernel/place.ts';
import type { CaseCore, CaseKind, CaseState } from './states.ts';

/** A case as it is kept. */
export interface CaseRecord extends CaseCore {
  readonly no: number;
  readonly kind: CaseKind;
  readonly category: string;
  readonly urgent: boolean;
  readonly isDispute: boolean;
  readonly words: string;
  readonly place: Place;
  readonly grid: number | null;
  /** The room where it was filed; null in private. */
  readonly roomId: number | null;
  readonly reporterId: number;
  readonly reporter: string;
  /** Staff whom it is about. */
  readonly about: readonly number[];
  readonly filedAt: Date;
  readonly contactDue: Date;
  readonly touchedAt: Date;
}

/** An appended fact about a case. */
export interface CaseEvent {
  readonly caseNo: number;
  readonly cycle: number;
  readonly kind: string;
  readonly actor: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Why a case was not touched. Worded by refusalText in texts/refusals.ts. */
export type Refusal =
  | { readonly code: 'unknown-case'; readonly no: number }
  | { readonly code: 'wrong-state'; readonly no: number; readonly state: CaseState }
  | { readonly code: 'not-reporter'; readonly no: number }
  | { readonly code: 'not-yours'; readonly no: number }
  | { readonly code: 'too-late'; readonly no: number }
  | { readonly code: 'already-yours'; readonly no: number }
  | { readonly code: 'no-such-staff'; readonly names: readonly string[] }
  | { readonly code: 'about-them'; readonly no: number; readonly name: string }
  | { readonly code: 'not-for-disputes'; readonly no: number }
  | { readonly code: 'already-rated'; readonly no: number }
  | { readonly code: 'own-case'; readonly no: number }
  | { readonly code: 'changed-meanwhile'; readonly no: number };
