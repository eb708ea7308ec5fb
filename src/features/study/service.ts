import { audit } from '../../engine/audit/store.ts';
import { takeNumber } from '../../engine/community/store.ts';
import type { StaffMember } from '../../engine/identity/people.ts';
import { findRooms } from '../../engine/identity/store.ts';
import type { Work } from '../../engine/work.ts';
import { groupBy } from '../../kernel/group.ts';
import { addDays, dayOf, momentAt } from '../../kernel/moment.ts';
import type { MonthSpan } from '../../kernel/month.ts';
import { planBroadcast, releaseBroadcast, roomsTakenOn } from '../broadcasts/feature.ts';
import {
  countDeliveries,
  countMaterials,
  findMaterials,
  findNextFor,
  insertDelivery,
  insertMaterial,
  markWithdrawn,
  type Material,
} from './store.ts';
import { materialText, texts } from './texts.ts';

const LISTED = 7;

/** Adds a material to the catalogue and returns its number. */
export async function addMaterial(
  work: Work,
  said: { readonly title: string; readonly body: string },
  staff: StaffMember,
): Promise<number> {
  const no = await takeNumber(work.tx, work.community.id, 'material');
  await insertMaterial(work.tx, work.community.id, { no, ...said }, staff.name, work.at);
  await audit(work, { actor: `staff:${staff.id}`, action: 'add-material', subject: `material:${no}` });
  return no;
}

/** The material that was added last. */
export async function latestMaterial(work: Work): Promise<Material | undefined> {
  const [latest] = await findMaterials(work.tx, work.community.id, 1);
  return latest;
}

/** The newest materials, and how many there are. */
export async function listMaterials(
  work: Work,
): Promise<{ readonly materials: readonly Material[]; readonly count: number }> {
  const materials = await findMaterials(work.tx, work.community.id, LISTED);
  return { materials, count: await countMaterials(work.tx, work.community.id) };
}

/** Takes a material out of the catalogue; false where there is none of that number. */
export async function withdrawMaterial(work: Work, no: number, staff: StaffMember): Promise<boolean> {
  if (!(await markWithdrawn(work.tx, work.community.id, no, work.at))) return false;
  await audit(work, { actor: `staff:${staff.id}`, action: 'withdraw-material', subject: `material:${no}` });
  return true;
}

/**
 * Pushes to each study room the oldest material that it has not had: one item each time, never one twice, none on rest
 * days, none to a room that has its broadcast of the day. Answers whether anything went out.
 */
export async function pushMaterials(work: Work, slot: Date): Promise<boolean> {
  const { tx, community, at } = work;
  const today = dayOf(at, community.zone);
  if (community.calendar.isRestDay(today)) return false;
  const taken = await roomsTakenOn(work);
  const rooms = (await findRooms(tx, community.id)).filter(
    (room) => community.profile.study.rooms.includes(room.topic) && !taken.has(room.id),
  );
  const next: { readonly roomId: number; readonly material: Material }[] = [];
  for (const room of rooms) {
    const material = await findNextFor(tx, community.id, room.id);
    if (material !== undefined) next.push({ roomId: room.id, material });
  }
  for (const [no, group] of groupBy(next, (item) => item.material.no)) {
    const [first] = group;
    if (first === undefined) continue;
    const broadcast = await planBroadcast(work, {
      key: `study:${no}:${slot.toISOString()}`,
      title: texts.pushTitle,
      rooms: group.map((item) => item.roomId),
      dueAt: slot,
    });
    for (const { roomId } of group) await insertDelivery(tx, community.id, no, roomId, at);
    const expiresAt = momentAt(addDays(today, 1), 0, community.zone);
    await releaseBroadcast(work, broadcast, materialText(first.material), { lane: 'broadcast', expiresAt });
  }
  return next.length > 0;
}

/** The catalogue's size and this month's pushes. */
export async function studyFigures(
  { tx, community }: Work,
  span: MonthSpan,
): Promise<{ readonly count: number; readonly pushed: number }> {
  return { count: await countMaterials(tx, community.id), pushed: await countDeliveries(tx, community.id, span) };
}
