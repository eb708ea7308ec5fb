import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { asksForPaper, paperIn } from '../rules/papers.ts';
import { servicesIn } from '../rules/request.ts';
import { bookingToAttend } from '../service/change.ts';
import { announceReady, ownPaper, readyText } from '../service/papers.ts';
import { servicesOf } from '../service/openings.ts';
import { ownBookings } from '../service/read.ts';
import { notOursText, paperTexts } from '../texts/papers.ts';
import { refusalText } from '../texts/refusals.ts';
import { listWords, texts } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';
import { shown } from './one-booking.ts';

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

/** Whether the speaker's paper can be fetched; else how it stands with it, or how it is asked for. */
export async function whetherReady(turn: Turn): Promise<Reply> {
  const [service] = servicesIn(CERTIFICATE, servicesOf(turn));
  if (service === undefined) return paperReply(turn, undefined);
  const name = officeWords(service.name);
  const own = await ownPaper(turn, service);
  if (own === undefined)
    return say(lines<GroupText>(paperTexts.notAskedFor({ service: name }), paperTexts.book({ service: name })));
  const { booking, hasBegun, isReady } = own;
  if (isReady) return say(readyText(turn, booking));
  if (!hasBegun) return shown(turn, booking);
  const hotline = officeWords(turn.community.profile.office.hotline);
  return say(paperTexts.inTheWorks({ no: booking.no, service: name, hotline }));
}

/** What to bring for what the speaker has booked or waits for; who has booked nothing asks about papers. */
export async function whatToBring(turn: Turn): Promise<Reply> {
  const { shown: own, waiting } = await ownBookings(turn);
  const names = new Set([...own, ...waiting].map(({ service }) => service));
  const meant = servicesOf(turn).filter(({ name }) => names.has(name));
  if (meant.length === 0) return paperReply(turn, undefined);
  return say(
    lines<GroupText>(
      ...meant.map(({ name, bring }) => {
        const service = officeWords(name);
        return bring.length === 0
          ? texts.bringNothing({ service })
          : texts.bringFor({ service, bring: listWords(bring) });
      }),
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
