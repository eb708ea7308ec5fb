import { findOurTie, findPerson, readRoster } from '../../../engine/identity/store.ts';
import { fingerprint } from '../../../kernel/fingerprint.ts';
import type { Turn } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../../kernel/result.ts';
import type { CaseState } from '../rules/states.ts';
import { RECENT } from '../rules/deadlines.ts';
import { findCase } from '../store.ts';
import { ownCases } from './read.ts';
import type { CaseRecord } from '../rules/case.ts';
import type { Refusal } from '../rules/case.ts';

/** How sure it is that the speaker reported the case. */
export type ReporterProof = 'proven' | 'by-name' | 'none';

/**
 * After a new login a resident who is no friend is known by name only: whoever bears the reporter's name in the room
 * where the case was filed, alone there, and while the reporter has not been recognised as somebody else.
 */
export async function proofOfReporter(turn: Turn, record: CaseRecord): Promise<ReporterProof> {
  const { tx, community, speaker, place, sessionId } = turn;
  if (speaker.personId === record.reporterId) return 'proven';
  if (place.kind !== 'room' || place.room.id !== record.roomId) return 'none';
  if (speaker.isFriend || speaker.name !== record.reporter) return 'none';
  const reporter = await findPerson(tx, community.id, record.reporterId);
  if (reporter === undefined || reporter.isFriend) return 'none';
  if (await findOurTie(tx, community.id, sessionId, 'person', record.reporterId)) return 'none';
  const print = fingerprint(record.reporter);
  const namesakes = ((await readRoster(tx, community.id, place.room.id)) ?? []).filter((other) => other === print);
  return namesakes.length === 1 ? 'by-name' : 'none';
}

/** The case of that number. */
export async function getCase(turn: Pick<Turn, 'tx' | 'community'>, no: number): Promise<Result<CaseRecord, Refusal>> {
  const record = await findCase(turn.tx, turn.community.id, no);
  return record === undefined ? refuse({ code: 'unknown-case', no }) : accept(record);
}

/** At most this many cases are offered for a choice. */
const CHOICES = 5;

/**
 * The speaker's cases that a command without a number can mean: the one touched within the last ten minutes if there is
 * one, else all in those states. In a room only those that were filed there.
 */
export async function likelyCases(turn: Turn, states: readonly CaseState[]): Promise<readonly CaseRecord[]> {
  const { shown } = await ownCases(turn, states, 20);
  const [latest] = shown;
  if (latest !== undefined && latest.touchedAt >= later(turn.at, -RECENT)) return [latest];
  return shown.slice(0, CHOICES);
}
