import { type Command, command, say } from '../../../engine/chat/command.ts';
import { ROLES } from '../../../engine/community/profile.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import { later } from '../../../kernel/clock.ts';
import { calendarOf } from '../service/calendars.ts';
import { calendarTexts } from '../texts/calendar.ts';

export const calendarCommands: readonly Command[] = [
  command({
    id: 'services.calendar',
    words: ['我的日程', '日程'],
    who: ROLES,
    where: 'direct',
    heard: 'exact',
    usage: '我的日程',
    example: '我的日程',
    topic: '预约',
    args: {},
    run: async (turn) => {
      const { content } = await calendarOf(turn, staffOf(turn));
      await turn.post.toPerson(turn.speaker.personId, calendarTexts.fileSent(), {
        lane: 'receipt',
        keepsHours: false,
        expiresAt: later(turn.at, LIFETIME.reply),
        // Transports put the name into markup: no name of a person, and Latin letters only.
        file: { name: 'visits.ics', content },
      });
      return say(calendarTexts.how());
    },
  }),
];
