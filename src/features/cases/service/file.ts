import type { Speaker } from '../../../engine/identity/people.ts';
import { findStaff } from '../../../engine/identity/store.ts';
import type { StaffMember } from '../../../engine/identity/people.ts';
import { takeNumber } from '../../../engine/community/store.ts';
import type { Place, Work } from '../../../engine/work.ts';
import { type Category, type Emergency, readCategory, readEmergency } from '../../../kernel/category.ts';
import { type Place as BuildingPlace, type PlaceProblem, readPlace } from '../../../kernel/place.ts';
import type { CaseKind } from '../rules/states.ts';
import { type Clockwork, contactDue, dueAfterWorkingDays, urgentContactDue } from '../rules/deadlines.ts';
import { expectedOwner } from '../rules/rights.ts';
import { appendEvent, insertCase } from '../store.ts';
import type { CaseRecord } from '../rules/case.ts';
import { namesStaff, tellNewCase } from './tell.ts';

export interface Filed {
  readonly record: CaseRecord;
  readonly category: Category;
  readonly emergency: Emergency | undefined;
  /** What is still missing of the place: the compound, or the building where a repair needs it. */
  readonly missing: 'compound' | 'building' | undefined;
  readonly problem: PlaceProblem | undefined;
}

export function clockworkOf({ community }: Pick<Work, 'community'>): Clockwork {
  return { calendar: community.calendar, officeHours: community.profile.office.hours, zone: community.zone };
}

/** The category that is named so in the profile; the profile's schema sees to it that `other` is there. */
export function categoryOf({ community }: Pick<Work, 'community'>, id: string): Category {
  const found =
    community.profile.categories.find((category) => category.id === id) ??
    community.profile.categories.find((category) => category.id === 'other');
  if (found === undefined) throw new Error('the profile has no category other');
  return found;
}

/** What is missing of a place for somebody to go there. */
export function missingOf(place: BuildingPlace, category: Category, grid: number | null): Filed['missing'] {
  // A shop lies in no compound: its room's grid is enough, unless a repair needs the building.
  if (place.compound === undefined) return grid === null || category.asksBuilding ? 'compound' : undefined;
  return category.asksBuilding && place.building === undefined ? 'building' : undefined;
}

export function gridOf({ community }: Pick<Work, 'community'>, place: BuildingPlace, room: Place): number | null {
  const covering = community.profile.grids.find(
    (grid) => place.compound !== undefined && grid.covers.includes(place.compound),
  );
  return covering?.no ?? (room.kind === 'room' ? room.room.grid : null);
}

/** A complaint that names a member of the staff never goes to them. */
function staffNamed(words: string, staff: readonly StaffMember[]): readonly number[] {
  return staff.filter((member) => namesStaff(words, member)).map((member) => member.id);
}

function categoryFor(
  work: Work,
  kind: CaseKind,
  words: string,
): { readonly category: Category; readonly urgent: boolean } {
  const read = readCategory(words, work.community.profile.categories);
  const isPlainSuggestion = kind === 'suggestion' && !read.urgent;
  const fallback = kind === 'repair' ? 'building' : 'other';
  return {
    category: isPlainSuggestion ? categoryOf(work, 'suggestion') : (read.category ?? categoryOf(work, fallback)),
    // A drill is suggested with the same words as an alarm.
    urgent: read.urgent && kind !== 'suggestion',
  };
}

/** Files a case at once; what is missing can be said afterwards. The owner is told. */
export async function fileCase(
  work: Work,
  speaker: Speaker,
  place: Place,
  kind: CaseKind,
  words: string,
): Promise<Filed> {
  const { tx, at, community } = work;
  const { category, urgent } = categoryFor(work, kind, words);
  const emergency = readEmergency(words);
  const ownCompound = place.kind === 'room' ? (place.room.compound ?? undefined) : undefined;
  const read = readPlace(words, community.profile.compounds, ownCompound);
  const grid = gridOf(work, read.place, place);
  const staff = await findStaff(tx, community.id);
  const about = kind === 'suggestion' ? [] : staffNamed(words, staff);
  const owner = expectedOwner(staff, { isDispute: category.isDispute, grid, about });
  const isUrgent = urgent || emergency !== undefined;
  const clockwork = clockworkOf(work);
  const { due, provisional } = dueAfterWorkingDays(category.resolveDays, at, clockwork);
  const record: CaseRecord = {
    no: await takeNumber(tx, community.id, 'case'),
    kind,
    state: 'unclaimed',
    cycle: 1,
    category: category.id,
    urgent: isUrgent,
    isDispute: category.isDispute,
    words,
    place: read.place,
    grid,
    roomId: place.kind === 'room' ? place.room.id : null,
    reporterId: speaker.personId,
    reporter: speaker.name,
    ownerId: owner?.id ?? null,
    claimed: false,
    returns: 0,
    about,
    filedAt: at,
    contactDue: isUrgent ? urgentContactDue(category, at, clockwork) : contactDue(category, at, clockwork),
    contactedAt: null,
    resolveDue: due,
    provisional,
    resolvedAt: null,
    closedAt: null,
    touchedAt: at,
  };
  await insertCase(tx, community.id, record);
  await appendEvent(tx, community.id, {
    caseNo: record.no,
    cycle: 1,
    kind: 'file',
    actor: `person:${speaker.personId}`,
    at,
    detail: { ownerId: record.ownerId, resolveDue: due, provisional, category: category.id, urgent: record.urgent },
  });
  await tellNewCase(work, record, category, owner);
  return { record, category, emergency, missing: missingOf(read.place, category, grid), problem: read.problem };
}
