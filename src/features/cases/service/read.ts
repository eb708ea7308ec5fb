import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Turn, Work } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import type { MonthSpan } from '../../../kernel/month.ts';
import { fold } from '../../../kernel/words.ts';
import type { CaseRecord } from '../rules/case.ts';
import { PHOTO_WINDOW, SATISFIED_FROM } from '../rules/deadlines.ts';
import { mayAct } from '../rules/rights.ts';
import { type CaseState, isOpen } from '../rules/states.ts';
import {
  type CaseFigures,
  findCase,
  findCasesOf,
  findEvents,
  findLastEvent,
  findLatestCase,
  findOpenCases,
  readFigures,
} from '../store.ts';
import { isConfidential, namesStaff } from './tell.ts';

/** What staff wrote last about the progress of a case. */
export async function latestProgress(work: Work, record: CaseRecord): Promise<string | undefined> {
  const event = await findLastEvent(work.tx, work.community.id, record.no, 'progress');
  const words = event?.detail['words'];
  return typeof words === 'string' ? words : undefined;
}

/** What came to a case after it was filed: the resident's last additions (why it was
 * reopened, too), and how many photos and voice messages. */
export interface Additions {
  readonly words: readonly string[];
  readonly media: number;
}

const SHOWN_ADDITIONS = 2;

/** Words about the reader themselves are left out. */
export async function additionsTo(work: Work, record: CaseRecord, reader: StaffMember): Promise<Additions> {
  const events = await findEvents(work.tx, work.community.id, record.no);
  const words = events.flatMap(({ kind, detail }) => {
    const said = kind === 'supplement' ? detail['words'] : kind === 'reopen' ? detail['reason'] : undefined;
    return typeof said === 'string' && said !== '' && !namesStaff(said, reader) ? [said] : [];
  });
  return { words: words.slice(-SHOWN_ADDITIONS), media: events.filter((event) => event.kind === 'attach').length };
}

/** The speaker's own cases in those states, and how many of them this place must not show. */
export async function ownCases(
  turn: Turn,
  states: readonly CaseState[],
  most: number,
): Promise<{ readonly shown: readonly CaseRecord[]; readonly hidden: number }> {
  const { tx, community, speaker, place } = turn;
  const own = await findCasesOf(tx, community.id, speaker.personId, states, most);
  if (place.kind !== 'room') return { shown: own, hidden: 0 };
  const shown = own.filter((record) => record.roomId === place.room.id && !isConfidential(record));
  return { shown, hidden: own.length - shown.length };
}

/** The open case of the last five minutes that the same person filed in the same place. */
export async function justFiled(turn: Turn): Promise<CaseRecord | undefined> {
  const { tx, community, speaker, place, at } = turn;
  const latest = await findLatestCase(tx, community.id, speaker.personId, later(at, -PHOTO_WINDOW));
  if (latest === undefined || !isOpen(latest.state)) return undefined;
  const roomId = place.kind === 'room' ? place.room.id : null;
  return latest.roomId === roomId ? latest : undefined;
}

/** What a member of the staff has to do. The office also sees what nobody has claimed, and what is late. */
export async function casesToDo(work: Work, staff: StaffMember): Promise<readonly CaseRecord[]> {
  const { tx, community } = work;
  if (staff.role !== 'clerk' && staff.role !== 'secretary') {
    return findOpenCases(tx, community.id, { ownerId: staff.id }, 50);
  }
  const all = await findOpenCases(tx, community.id, { everyones: true }, 200);
  return all.filter(
    (record) =>
      mayAct(staff, record) && (record.ownerId === staff.id || !record.claimed || record.resolveDue < work.at),
  );
}

/** The figures of a month; what is open is counted now. */
export function monthFigures({ tx, community, at }: Work, span: MonthSpan): Promise<CaseFigures> {
  return readFigures(tx, community.id, span, at, SATISFIED_FROM);
}

/** Whether words name the number of a case that is open. */
export async function namesOpenCase(work: Work, words: string): Promise<boolean> {
  for (const [digits] of fold(words).matchAll(/(?<!\d)\d{3,7}(?!\d)/gu)) {
    const record = await findCase(work.tx, work.community.id, Number(digits));
    if (record !== undefined && isOpen(record.state)) return true;
  }
  return false;
}
