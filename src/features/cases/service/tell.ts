import { findPairedStaff, findPerson, findStaff } from '../../../engine/identity/store.ts';
import type { StaffMember } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Work } from '../../../engine/work.ts';
import type { Category } from '../../../kernel/category.ts';
import { later } from '../../../kernel/clock.ts';
import { maskedName, saysName } from '../../../kernel/mask.ts';
import { type GroupText, officeWords, type PrivateText } from '../../../kernel/text.ts';
import type { CaseRecord } from '../rules/case.ts';
import { texts } from '../texts/say.ts';
import { newCaseText, newCaseTextForRoom } from '../texts/views.ts';

export async function staffById(work: Work, id: number | null): Promise<StaffMember | undefined> {
  if (id === null) return undefined;
  return (await findStaff(work.tx, work.community.id)).find((member) => member.id === id);
}

/** Whether what a case is about may not be shown in any room: a dispute, or a complaint about staff. */
export function isConfidential(record: Pick<CaseRecord, 'isDispute' | 'about'>): boolean {
  return record.isDispute || record.about.length > 0;
}

/** How the notices of a new case are known in the outbox. */
export const newCaseKey = (no: number): string => `new-case:${no}:`;

/** A new case reaches its owner in private, or, until they have paired, the staff's room. An urgent one reaches both, now. */
export async function tellNewCase(
  work: Work,
  record: CaseRecord,
  category: Category,
  owner: StaffMember | undefined,
): Promise<void> {
  const options = {
    lane: record.urgent ? 'urgent' : 'staff',
    keepsHours: !record.urgent,
    expiresAt: later(work.at, LIFETIME.staff),
    caseNo: record.no,
  } as const;
  const slots = { record, category, owner, zone: work.community.zone };
  const person = owner?.personId ?? null;
  // Whoever has taken the case by the time this may go out need not be told of it.
  const onceKey = `${newCaseKey(record.no)}${work.at.toISOString()}:`;
  if (person !== null) await work.post.toPerson(person, newCaseText(slots), { ...options, onceKey: `${onceKey}owner` });
  if (person === null || (record.urgent && !isConfidential(record))) {
    await work.post.toStaffRoom(newCaseTextForRoom({ ...slots, isConfidential: isConfidential(record) }), {
      ...options,
      onceKey: `${onceKey}room`,
    });
  }
  if (record.urgent) await tellSecretary(work, record, newCaseText(slots), person);
}

async function tellSecretary(
  work: Work,
  record: CaseRecord,
  text: PrivateText,
  alreadyTold: number | null,
): Promise<void> {
  const secretary = await findPairedStaff(work.tx, work.community.id, ['secretary']);
  if (secretary === undefined || secretary.personId === null) return;
  if (secretary.personId === alreadyTold || record.about.includes(secretary.id)) return;
  await work.post.toPerson(secretary.personId, text, {
    lane: 'urgent',
    keepsHours: false,
    expiresAt: later(work.at, LIFETIME.alarm),
    caseNo: record.no,
  });
}

/** What one step of a case says to its reporter. */
export interface Step {
  readonly inGroup: GroupText;
  readonly inPrivate: PrivateText;
  /** What a resident wrote, where the step quotes it. */
  readonly words?: string | undefined;
}

/**
 * The resident hears of every step: in the room where the case was filed, with name and number, and in private as a
 * friend of the bot. Of a dispute or a complaint about staff the room hears nothing.
 */
export async function tellReporter(work: Work, record: CaseRecord, step: Step): Promise<void> {
  const options = {
    lane: 'receipt',
    keepsHours: true,
    expiresAt: later(work.at, LIFETIME.status),
    caseNo: record.no,
  } as const;
  if (record.roomId !== null && !isConfidential(record)) {
    const text = texts.toReporter({ name: maskedName(record.reporter), said: step.inGroup });
    await work.post.toRoom(record.roomId, text, { ...options, mentions: [record.reporter] });
  }
  const reporter = await findPerson(work.tx, work.community.id, record.reporterId);
  if (reporter?.isFriend === true) await work.post.toPerson(record.reporterId, step.inPrivate, options);
}

/** Whether a resident's words name a member of the staff: such words never go to that member. */
export function namesStaff(words: string, staff: Pick<StaffMember, 'name'>): boolean {
  return saysName(words, staff.name);
}

/**
 * Tells the owner of a case; until they have paired, the staff's room hears the number and the state only. Words about
 * the owner themselves are left out.
 */
export async function tellOwner(work: Work, record: CaseRecord, step: Step): Promise<void> {
  const owner = await staffById(work, record.ownerId);
  const options = {
    lane: 'staff',
    keepsHours: !record.urgent,
    expiresAt: later(work.at, LIFETIME.staff),
    caseNo: record.no,
  } as const;
  if (owner !== undefined && owner.personId !== null) {
    const isAboutOwner = step.words !== undefined && namesStaff(step.words, owner);
    await work.post.toPerson(owner.personId, isAboutOwner ? step.inGroup : step.inPrivate, options);
  } else if (isConfidential(record)) {
    await work.post.toStaffRoom(texts.confidentialStep({ no: record.no }), options);
  } else {
    await work.post.toStaffRoom(
      texts.toStaffRoom({ name: officeWords(owner?.name ?? texts.staff), said: step.inGroup }),
      options,
    );
  }
}
