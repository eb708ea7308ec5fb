import { wholeNumber } from '../../engine/chat/arguments.ts';
import { type Command, command, say } from '../../engine/chat/command.ts';
import { staffOf } from '../../engine/identity/people.ts';
import { DAY, later } from '../../kernel/clock.ts';
import { sayMoment } from '../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../kernel/text.ts';
import { findPlanned, resendBroadcast, stopBroadcast } from './service.ts';
import { refusalText, texts } from './texts.ts';

const office = { who: ['secretary', 'clerk', 'grid-worker'], where: 'anywhere', topic: '发布' } as const;
const LOOK_AHEAD = 31 * DAY;

export const broadcastCommands: readonly Command[] = [
  command({
    ...office,
    id: 'broadcasts.list',
    words: ['广播'],
    heard: 'exact',
    usage: '广播',
    example: '广播',
    args: {},
    run: async (turn) => {
      const planned = await findPlanned(turn, later(turn.at, LOOK_AHEAD));
      const items = planned.slice(0, 8).map((broadcast) =>
        texts.planned({
          no: broadcast.no,
          title: officeWords(broadcast.title),
          at: officeWords(sayMoment(broadcast.dueAt, turn.community.zone)),
          count: broadcast.rooms.length,
        }),
      );
      return say(items.length === 0 ? texts.nonePlanned() : lines<GroupText>(...items));
    },
  }),
  command({
    ...office,
    id: 'broadcasts.stop',
    words: ['停发'],
    heard: 'content',
    usage: '停发 广播号',
    example: '停发 1',
    args: { no: wholeNumber },
    run: async (turn, { no }) => {
      const done = await stopBroadcast(turn, no, staffOf(turn));
      if (!done.ok) return say(refusalText(done.refusal, no));
      const { broadcast, sent } = done.value;
      const title = officeWords(broadcast.title);
      return say(sent === 0 ? texts.stopped({ no, title }) : texts.stoppedHalfway({ no, title, sent }));
    },
  }),
  command({
    ...office,
    id: 'broadcasts.resend',
    words: ['补发'],
    heard: 'content',
    usage: '补发 广播号',
    example: '补发 1',
    args: { no: wholeNumber },
    run: async (turn, { no }) => {
      const done = await resendBroadcast(turn, no, staffOf(turn));
      return say(done.ok ? texts.resent({ no, count: done.value }) : refusalText(done.refusal, no));
    },
  }),
];
