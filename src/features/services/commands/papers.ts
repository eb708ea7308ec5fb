import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { asksForPaper, paperIn } from '../rules/papers.ts';
import { servicesIn } from '../rules/request.ts';
import { bookingToAttend } from '../service/change.ts';
import { announceReady } from '../service/papers.ts';
import { servicesOf } from '../service/openings.ts';
import { notOursText, paperTexts } from '../texts/papers.ts';
import { refusalText } from '../texts/refusals.ts';
import { listWords } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';

const WINDOW_STAFF = ['secretary', 'clerk', 'grid-worker'] as const;
const CERTIFICATE = '证明';

/** Who issues a paper that a community may not issue; else what to bring to the window. */
export function paperReply(turn: Turn, typed: string | undefined): Reply {
  const { hotline } = turn.community.profile.office;
  const paper = paperIn(typed ?? '');
  if (paper !== undefined) {
    return say(lines<GroupText>(notOursText(paper), paperTexts.notOursHow({ hotline: officeWords(hotline) })));
  }
  const [service] = servicesIn(CERTIFICATE, servicesOf(turn));
  return say(
    lines<GroupText>(
      typed === undefined ? paperTexts.ours() : paperTexts.unknown(),
      service === undefined || service.bring.length === 0
        ? undefined
        : paperTexts.bring({ bring: listWords(service.bring) }),
      service === undefined ? undefined : paperTexts.book({ service: officeWords(service.name) }),
    ),
  );
}

async function ready(turn: Turn, no: number): Promise<Reply> {
  const done = await announceReady(turn, staffOf(turn), no);
  if (!done.ok) {
    const booking = await bookingToAttend(turn, staffOf(turn), no);
    if (done.refusal !== 'nothing-to-fetch') return say(refusalText(done.refusal, no, booking));
    return say(paperTexts.nothingToFetch({ no, service: officeWords(booking?.service ?? '') }));
  }
  return say(done.value.isTold ? paperTexts.readyTold({ no }) : paperTexts.readyNowhere({ no }));
}

export const paperCommands: readonly Command[] = [
  command({
    id: 'services.paper',
    words: ['证明', '开证明', '办证明'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '证明 名称',
    example: '证明 亲属关系',
    topic: '预约',
    args: { words: optional(words) },
    run: (turn, taken) => Promise.resolve(paperReply(turn, taken.words)),
  }),
  command({
    id: 'services.ready',
    words: ['可取', '办好可取'],
    who: WINDOW_STAFF,
    where: 'anywhere',
    heard: 'small-number',
    usage: '可取 号',
    example: '可取 1',
    topic: '服务',
    args: { no: bookingNumber },
    run: (turn, { no }) => ready(turn, no),
  }),
];

/** Whether plain words ask for a paper that is somebody else's to issue. */
export const namesForeignPaper = (typed: string): boolean => asksForPaper(typed) && paperIn(typed) !== undefined;
