import { type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { maskedWords, sharedNames } from '../../../kernel/mask.ts';
import { sayMoment } from '../../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { isOpen } from '../rules/states.ts';
import { mayAct } from '../rules/rights.ts';
import { categoryOf } from '../service/file.ts';
import { getCase, proofOfReporter } from '../service/lookup.ts';
import { isConfidential, staffById } from '../service/tell.ts';
import { latestProgress } from '../service/read.ts';
import type { CaseRecord } from '../rules/case.ts';
import { refusalText } from '../texts/refusals.ts';
import { dueWords, ownerName, stateName, texts, whereText } from '../texts/say.ts';

/** State and date: what anybody may hear of a case anywhere. */
function publicProgress(record: CaseRecord, zone: string): GroupText {
  const ended = record.closedAt ?? record.resolvedAt;
  return lines<GroupText>(
    texts.state({ no: record.no, state: stateName(record.state) }),
    ended === null
      ? isOpen(record.state)
        ? texts.dueOnly({ due: dueWords(record, zone) })
        : undefined
      : texts.endedOnly({ at: officeWords(sayMoment(ended, zone)) }),
  );
}

/** Who has it and until when. */
async function whoAndWhen(turn: Turn, record: CaseRecord): Promise<GroupText | undefined> {
  const { zone } = turn.community;
  const owner = ownerName(await staffById(turn, record.ownerId));
  const due = dueWords(record, zone);
  const ended = record.closedAt ?? record.resolvedAt;
  if (isOpen(record.state)) {
    const isLate = record.resolveDue < turn.at;
    if (record.claimed) return isLate ? texts.overdue({ owner, due }) : texts.inHands({ owner, due });
    return isLate ? texts.overdueUnclaimed({ owner, due }) : texts.awaits({ owner, due });
  }
  if (ended === null) return undefined;
  const at = officeWords(sayMoment(ended, zone));
  return record.state === 'closed' ? texts.closedBy({ owner, at }) : texts.resolvedBy({ owner, at, no: record.no });
}

/**
 * What became of a case. Details are for its reporter, for staff who may see it, and for the room in which it was filed;
 * of a dispute a room hears nothing at all.
 */
export async function progressReply(turn: Turn, no: number): Promise<Reply> {
  const found = await getCase(turn, no);
  if (!found.ok) return say(refusalText(found.refusal));
  const record = found.value;
  const { place, speaker, community } = turn;
  const isReporter = (await proofOfReporter(turn, record)) === 'proven';
  const isStaff = speaker.staff !== undefined && mayAct(speaker.staff, record);
  const isInsider = isReporter || isStaff;
  if (isConfidential(record) && (!isInsider || place.kind !== 'direct')) {
    return { inGroup: texts.confidential({ no }), inPrivate: texts.confidentialPrivate({ no }), caseNo: no };
  }
  const isHere = place.kind === 'room' && (place.room.id === record.roomId || (place.room.kind === 'staff' && isStaff));
  if (!isHere && !(place.kind === 'direct' && isInsider))
    return say(publicProgress(record, community.zone), { caseNo: no });
  const words = isOpen(record.state) ? await latestProgress(turn, record) : undefined;
  const text = lines<GroupText>(
    texts.state({ no, state: stateName(record.state) }),
    whereText(record, categoryOf(turn, record.category)),
    await whoAndWhen(turn, record),
    words === undefined
      ? undefined
      : texts.latest({ words: maskedWords(words, [record.reporter, ...sharedNames(record.words, words)]) }),
  );
  return say(text, { caseNo: no });
}
