import { z } from 'zod';
import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { Question } from '../../../engine/chat/question.ts';
import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { SELF } from '../rules/booking.ts';
import { pointingOf } from '../rules/pointing.ts';
import { servicesIn, whoIn } from '../rules/request.ts';
import { ANY, exactSlot, type Wish } from '../rules/slots.ts';
import { ANY_DAY, askingOf, whenIn } from '../rules/when.ts';
import { type Draft, draftSchema, TURN_QUESTION } from '../service/draft-shape.ts';
import { findOpenings, servicesOf } from '../service/openings.ts';
import { joinList, leaveLists } from '../service/wait.ts';
import { noSuchText, problemText } from '../texts/problems.ts';
import { dayWords, slotWords, texts } from '../texts/say.ts';
import { waitingTexts } from '../texts/waiting.ts';
import { leavable } from './leaving.ts';

/** What is known of whoever wants to wait; the service and the day may still be missing. */
type Waiting = Pick<Draft, 'service' | 'relation' | 'beneficiary' | 'hasConsent'>;

/** Puts the speaker on the list of a day, or asks for what is missing. What the words say wins over what was known. */
export async function waitAt(turn: Turn, typed: string, known: Waiting, before: Wish = ANY): Promise<Reply> {
  const bookable = servicesOf(turn).filter(({ meal }) => meal === undefined);
  const service = servicesIn(typed, bookable)[0] ?? bookable.find(({ name }) => name === known.service);
  const who = whoIn(typed, turn.speaker.name);
  if (who === 'several') return say(texts.several({ service: officeWords(service?.name ?? '') }));
  const draft = { ...known, ...who };
  if (service === undefined) {
    return ask(draft, waitingTexts.wantsService({ service: officeWords(bookable[0]?.name ?? '') }));
  }
  const said = whenIn(typed, askingOf(turn.at, turn.community, service.hours));
  const meant = { ...draft, service: service.name };
  if (said?.problem !== undefined) return ask(meant, noSuchText(said.problem));
  const wish = said === undefined || said.wish.days.length === 0 ? before : said.wish;
  const [day] = wish.days;
  if (day === undefined) return ask(meant, waitingTexts.wantsDay({ service: officeWords(service.name) }));
  const onDay = { ...wish, days: [day] };
  return join(turn, service, meant, wish === before ? await widened(turn, service, onDay) : onDay, day);
}

/** Whoever has found the whole day full takes any turn of it; where others are free, they want that one. */
async function widened(turn: Turn, service: Service, wish: Wish): Promise<Wish> {
  const anyTurn = { ...ANY, days: wish.days };
  const { problem } = await findOpenings(turn, service, anyTurn, turn.speaker.personId, 1);
  return problem === 'full' ? anyTurn : wish;
}

async function join(turn: Turn, service: Service, draft: Waiting, wish: Wish, day: string): Promise<Reply> {
  const name = officeWords(service.name);
  const { slots, problem } = await findOpenings(turn, service, wish, turn.speaker.personId);
  if (slots.length > 0) {
    const payload = { draft, choices: slots, ...wish };
    const items = slots.map((slot, index) => texts.choice({ digit: index + 1, words: slotWords(slot) }));
    const head = waitingTexts.notFull({ service: name, day: dayWords(day) });
    return say(lines<GroupText>(head, ...items), { ask: { question: TURN_QUESTION, payload } });
  }
  if (problem !== undefined && problem !== 'full')
    return ask(
      draft,
      problemText(problem, service, wish, {
        choices: slots,
        holiday: undefined,
        today: dayOf(turn.at, turn.community.zone),
      }),
    );
  const joined = await joinList(turn, draft, day, wish);
  const exact = exactSlot(wish);
  const at = exact === undefined ? dayWords(day) : slotWords(exact);
  return joined
    ? say(waitingTexts.joined({ service: name, day: at }))
    : ask(draft, waitingTexts.wantsDay({ service: name }));
}

const ask = (draft: Waiting, words: GroupText): Reply =>
  say(words, { ask: { question: whichDayToWait.id, payload: { draft } } });

const SHORT = 20;

/** For what and for which day somebody wants to wait. */
export const whichDayToWait: Question = leavable({
  whenLeft: () => waitingTexts.noWait(),
  again: { example: '周四', ask: (turn, { draft }) => waitAt(turn, '', draft) },
  id: 'services.which-day-to-wait',
  payload: z.object({ draft: draftSchema }),
  fits: (typed, _, community, isTalk) =>
    typed.length <= SHORT &&
    (servicesIn(typed, community.profile.services).length > 0 ||
      (whenIn(typed, askingOf(ANY_DAY, community))?.wish.days.length ?? 0) > 0) &&
    (!isTalk || pointingOf(typed, community.profile.services).isClear),
  answer: (turn, typed, { draft }) => waitAt(turn, typed, draft),
});

export const waitingCommands: readonly Command[] = [
  command({
    id: 'services.wait',
    words: ['候补'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '候补 服务 日子',
    example: '候补 理发 周四',
    topic: '预约',
    args: { words: optional(words) },
    run: (turn, taken) => waitAt(turn, taken.words ?? '', SELF),
  }),
  command({
    id: 'services.stop-waiting',
    words: ['取消候补', '不候补了'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'exact',
    usage: '取消候补',
    example: '取消候补',
    topic: '预约',
    args: {},
    run: async (turn) => say((await leaveLists(turn)) > 0 ? waitingTexts.left() : waitingTexts.noneLeft()),
  }),
];
