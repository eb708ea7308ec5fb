import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import { officeWords } from '../../../kernel/text.ts';
import { SELF } from '../rules/booking.ts';
import { servicesIn, whoIn } from '../rules/request.ts';
import { ANY } from '../rules/slots.ts';
import { askingOf, whenIn } from '../rules/when.ts';
import type { Draft } from '../service/draft-shape.ts';
import { joinList, leaveLists } from '../service/wait.ts';
import { findOpenings, servicesOf } from '../service/openings.ts';
import { dayWords, texts } from '../texts/say.ts';
import { waitingTexts } from '../texts/waiting.ts';

/** Puts the speaker on the list of a day. */
export async function joinWaitingList(turn: Turn, draft: Draft, day: string | undefined): Promise<Reply> {
  const name = officeWords(draft.service ?? '');
  if (draft.service === undefined || day === undefined) return say(waitingTexts.wantsDay({ service: name }));
  const joined = await joinList(turn, draft, day, ANY);
  return joined
    ? say(waitingTexts.joined({ service: name, day: dayWords(day) }))
    : say(waitingTexts.wantsDay({ service: name }));
}

async function join(turn: Turn, typed: string | undefined): Promise<Reply> {
  const [service] = servicesIn(
    typed ?? '',
    servicesOf(turn).filter(({ meal }) => meal === undefined),
  );
  const example = servicesOf(turn)[0]?.name ?? '';
  if (service === undefined) return say(waitingTexts.wantsDay({ service: officeWords(example) }));
  const said = whenIn(typed ?? '', askingOf(turn.at, turn.community));
  const [day] = said?.wish.days ?? [];
  const name = officeWords(service.name);
  if (said === undefined || day === undefined) return say(waitingTexts.wantsDay({ service: name }));
  const open = await findOpenings(turn, service, said.wish, turn.speaker.personId, 1);
  if (open.slots.length > 0) return say(waitingTexts.notFull({ service: name, day: dayWords(day) }));
  const who = whoIn(typed ?? '') ?? SELF;
  const draft = { service: service.name, ...(who === 'several' ? SELF : who) };
  const joined = await joinList(turn, draft, day, said.wish);
  return say(joined ? waitingTexts.joined({ service: name, day: dayWords(day) }) : texts.noServices());
}

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
    run: (turn, taken) => join(turn, taken.words),
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
