import { type Reply, say } from '../../../engine/chat/command.ts';
import { suggested } from '../../../engine/chat/suggest.ts';
import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../../kernel/text.ts';
import type { Who } from '../rules/booking.ts';
import { SELF } from '../rules/booking.ts';
import type { MealDays } from '../rules/meals.ts';
import { pointingOf } from '../rules/pointing.ts';
import { nearService } from '../rules/near.ts';
import { allIn } from '../rules/request.ts';
import { type Wish } from '../rules/slots.ts';
import { wantedIn } from '../rules/wishes.ts';
import { askingOf, mealDaysIn } from '../rules/when.ts';
import { advanceAny } from '../service/draft.ts';
import type { Draft } from '../service/draft-shape.ts';
import { servicesOf } from '../service/openings.ts';
import { otherMealText } from '../texts/meals.ts';
import { noSuchText } from '../texts/problems.ts';
import { texts, whoName } from '../texts/say.ts';
import { namesForeignPaper, paperReply } from './papers.ts';
import { stepReply } from './steps.ts';
import { anyTime, prefixed, toldHere, wishesOf, withoutHome, withTold } from './told.ts';

/** For when it is meant, where nothing is said of that, and for whom of several. */
interface Like {
  readonly wishes?: readonly [Wish, ...Wish[]] | undefined;
  readonly meal?: MealDays | undefined;
  readonly who?: Who;
}

/** Reads what is said of service, time and person, and goes on from there. */
export async function request(turn: Turn, typed: string, meant?: Service, like: Like = {}): Promise<Reply> {
  const named = meant === undefined ? wantedIn(typed, servicesOf(turn)) : [meant];
  const [service, ...others] = named;
  const slip = named.length === 0 ? await slipReply(turn, typed) : undefined;
  if (slip !== undefined) return slip;
  // Before anybody books a turn in vain.
  if (namesForeignPaper(typed)) return paperReply(turn, typed);
  const told = { ...toldHere(turn, typed, service?.name), ...(like.who === undefined ? {} : { who: like.who }) };
  if (told.who === 'several') return oneByOne(turn, typed, service);
  const wrong = told.problem === undefined ? undefined : noSuchText(told.problem);
  if (wrong !== undefined && service === undefined) return say(wrong);
  const asking = askingOf(turn.at, turn.community, service?.hours);
  const meal = service?.meal === undefined ? undefined : (mealDaysIn(typed, asking) ?? like.meal);
  const draft: Draft = {
    ...SELF,
    ...(service === undefined || others.length > 0 ? {} : { service: service.name }),
    ...(meal === undefined ? {} : { meal }),
  };
  // Beside a day that there is not stand those that there are.
  const wishes = wrong === undefined ? (wishesOf(told, []) ?? like.wishes) : undefined;
  const step = await advanceAny(turn, withTold(turn, draft, told), wishes ?? anyTime);
  const isUnknown = service === undefined && !told.isAll && !pointingOf(typed, []).isClear;
  const before = isUnknown ? texts.notOffered() : (wrong ?? otherMealText(typed, service));
  const reply = await stepReply(
    turn,
    step.kind === 'which-service' && others.length > 0 ? { ...step, names: named.map(({ name }) => name) } : step,
  );
  return withoutHome(turn, told, prefixed(before, reply));
}

/**
 * `理法明天`: what sounds like one service is taken for it where nothing else is said, and asked for where something is.
 * What only looks like one is asked for, and with more than that it is something else: 社区活动室 is no 社保.
 */
export async function slipReply(turn: Turn, typed: string): Promise<Reply | undefined> {
  const near = nearService(typed, servicesOf(turn));
  if (near === undefined) return undefined;
  const service = officeWords(near.service.name);
  const isAll = pointingOf(near.words, servicesOf(turn)).isClear || toldHere(turn, near.words, near.service.name).isAll;
  if (!near.isSound && !isAll) return undefined;
  if (!near.isSound || !isAll) return suggested(service, `预约 ${near.words}`);
  return prefixed(texts.understood({ service }), await request(turn, near.words, near.service));
}

/** Several at once are booked one after another: the first one now, and how to go on. */
async function oneByOne(turn: Turn, typed: string, service: Service | undefined): Promise<Reply> {
  const [first, next] = allIn(typed);
  if (first === undefined || next === undefined || service === undefined) {
    return say(texts.several({ service: officeWords(service?.name ?? '') }));
  }
  const reply = await request(turn, typed, service, { who: first });
  const said = texts.oneByOne({ first: whoName(first), next: whoName(next) });
  return {
    ...reply,
    inGroup: lines<GroupText>(texts.oneByOneHere(), reply.inGroup),
    inPrivate: lines<PrivateText>(said, reply.inPrivate),
  };
}
