import type { Room } from '../../engine/identity/people.ts';
import { later, DAY } from '../../kernel/clock.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import type { Broadcast } from '../broadcasts/feature.ts';
import { changeExample, type MeetingView, monthNumber, momentWords, reminderText, texts } from './texts.ts';

/** At most this many topics of rooms stand on one line. */
const ROOMS_A_LINE = 4;

/** What the staff's room is shown: times and rooms first, then the very words. */
export function previewTexts(
  view: MeetingView,
  broadcasts: readonly Broadcast[],
  rooms: readonly Room[],
  at: Date,
): readonly GroupText[] {
  const { meeting, place, zone } = view;
  const coming = broadcasts.filter((broadcast) => broadcast.dueAt >= at && broadcast.stoppedAt === null);
  const items = coming.map((broadcast) =>
    texts.previewItem({
      no: broadcast.no,
      at: momentWords(broadcast.dueAt, zone),
      count: broadcast.rooms.length,
      title: officeWords(broadcast.title),
    }),
  );
  const schedule = lines<GroupText>(
    texts.previewHead({ month: monthNumber(meeting.month), at: momentWords(meeting.startsAt, zone), place }),
    ...items,
    ...roomLines(rooms.filter((room) => coming.some((broadcast) => broadcast.rooms.includes(room.id)))),
    texts.previewHow({ example: changeExample(later(meeting.startsAt, DAY), zone) }),
  );
  const wording = lines<GroupText>(texts.previewWording(), reminderText('eve', view));
  return [schedule, wording];
}

function roomLines(rooms: readonly Room[]): readonly GroupText[] {
  const found: GroupText[] = [];
  for (let start = 0; start < rooms.length; start += ROOMS_A_LINE) {
    const topics = rooms.slice(start, start + ROOMS_A_LINE).map((room) => room.topic);
    const words = officeWords(topics.join('、'));
    found.push(start === 0 ? texts.previewRooms({ rooms: words }) : texts.previewMoreRooms({ rooms: words }));
  }
  return found;
}
