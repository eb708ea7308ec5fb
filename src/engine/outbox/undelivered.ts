import { DAY, later } from '../../kernel/clock.ts';
import { groupBy } from '../../kernel/group.ts';
import { officeWords } from '../../kernel/text.ts';
import { findRooms } from '../identity/store.ts';
import type { Work } from '../work.ts';
import type { StoredMessage } from './store.ts';
import { texts } from './texts.ts';

/** How a message ended that nobody, or perhaps nobody, has read. */
export type Loss = 'expired' | 'failed' | 'unknown';

/** What the staff's room itself did not get is not reported to it: a notice about a lost notice would never end. */
const isReported = (message: StoredMessage): boolean => message.lane !== 'staff' || message.personId !== null;

/** Tells the staff what did not arrive: one line for a broadcast, one for each case, one for the rest. */
export async function tellLoss(work: Work, messages: readonly StoredMessage[], loss: Loss): Promise<void> {
  const reported = messages.filter(isReported);
  if (reported.length === 0) return;
  const topics = new Map((await findRooms(work.tx, work.community.id)).map((room) => [room.id, room.topic]));
  const whereOf = (message: StoredMessage): string =>
    message.roomId === null ? texts.inPrivate : (topics.get(message.roomId) ?? texts.inPrivate);
  const groups = groupBy(reported, (message) => `${message.broadcastNo ?? '-'}:${message.caseNo ?? '-'}`);
  const why = officeWords(texts.why[loss]);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const where = officeWords([...new Set(group.map(whereOf))].join('、'));
    const { broadcastNo: broadcast, caseNo } = first;
    const text =
      broadcast !== null
        ? loss === 'unknown'
          ? texts.unsureBroadcast({ no: broadcast, rooms: where })
          : texts.lostBroadcast({ no: broadcast, rooms: where, why })
        : caseNo !== null
          ? texts.lostCaseMessage({ no: caseNo, where, why })
          : texts.lostMessage({ count: group.length, where, why });
    await work.post.toStaffRoom(text, {
      lane: 'staff',
      keepsHours: false,
      expiresAt: later(work.at, 3 * DAY),
      onceKey: `loss:${loss}:${first.id}`,
    });
  }
}
