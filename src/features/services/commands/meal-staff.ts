import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import { LIFETIME } from '../../../engine/outbox/rules.ts';
import type { Turn } from '../../../engine/work.ts';
import { later } from '../../../kernel/clock.ts';
import { minutesOf, sayTime } from '../../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { stillLookedFor } from '../../welfare/feature.ts';
import { carriedIn, numbersAtStart } from '../rules/carrying.ts';
import { ALL_DELIVERED, NUMBER_FIRST, TAKES_BACK } from '../rules/vocabulary.ts';
import { deliver, leftToCarry, reportUnopened, takeBackDelivery, whyNothingLeft } from '../service/meal-day.ts';
import { leftTexts } from '../texts/meal-lists.ts';
import { mealTexts } from '../texts/meals.ts';
import { refusalText } from '../texts/refusals.ts';
import { listWords } from '../texts/say.ts';
import { bookingNumber } from './arguments.ts';

const COURIERS = ['secretary', 'clerk', 'grid-worker'] as const;

const MOST_AT_ONCE = 60;

const EVERY = '全部';

/** Every meal that is left, behind the command. */
const ALL = /^(?:全部?|全都|都|所有的?|完)(?:送?(?:到|完)?了?)[。.!！]?$/u;

/** `送到 5 6 7`, `送到 全部`: each of them, and what is left. */
async function delivered(turn: Turn, typed: string): Promise<Reply> {
  const { delivered: named, unopened: closed } = carriedIn(typed);
  if (closed.length > 0) {
    // The closed door first: somebody has to be sent there.
    const door = await unopened(turn, closed);
    return named.length === 0 ? door : say(lines<GroupText>(door.inGroup, (await carried(turn, named)).inGroup));
  }
  if (named.length > 0) return carried(turn, named);
  if (ALL.test(fold(typed.trim()))) return carried(turn, await leftNumbers(turn));
  const only = typed === '' ? await onlyLeft(turn) : undefined;
  return only === undefined ? which(turn, mealTexts.deliveredWhich()) : carried(turn, [only]);
}

const leftNumbers = async (turn: Turn): Promise<readonly number[]> =>
  (await leftToCarry(turn, staffOf(turn))).map(({ no }) => no);

/** The one that is left: one word is enough for it, where nobody else is talking. */
async function onlyLeft(turn: Turn): Promise<number | undefined> {
  const [only, ...others] = turn.place.kind === 'direct' ? await leftNumbers(turn) : [];
  return others.length === 0 ? only : undefined;
}

/** Among colleagues a word alone may be talk. */
const which = ({ place }: Turn, text: GroupText): Reply => say(text, { isForAddressed: place.kind === 'room' });

async function carried(turn: Turn, nos: readonly number[]): Promise<Reply> {
  const done: number[] = [];
  const refused: number[] = [];
  for (const no of nos.slice(0, MOST_AT_ONCE)) {
    const result = await deliver(turn, staffOf(turn), no);
    (result === true ? done : refused).push(no);
    if (result === 'not-yours' && nos.length === 1) return say(refusalText('not-yours', no));
    if (result === 'not-listed') return nothingLeft(turn);
  }
  if (nos.length === 0) return nothingLeft(turn);
  const left = await leftToCarry(turn, staffOf(turn));
  const open = await stillLookedFor(turn, done);
  return say(
    lines<GroupText>(
      doneText(done),
      open[0] === undefined ? undefined : mealTexts.stillOpen({ nos: names(open), no: open[0] }),
      noneText(refused),
      left.length === 0 ? mealTexts.allDone() : mealTexts.leftToday({ count: left.length }),
    ),
  );
}

/** As many numbers stand on one line. */
const NAMED = 8;
const names = (list: readonly number[]) => listWords(list.slice(0, NAMED).map(String));

function doneText(done: readonly number[]): GroupText | undefined {
  if (done.length === 0) return undefined;
  return done.length > NAMED
    ? mealTexts.deliveredMany({ count: done.length })
    : mealTexts.delivered({ nos: names(done) });
}

function noneText(refused: readonly number[]): GroupText | undefined {
  if (refused.length === 0) return undefined;
  return refused.length > NAMED
    ? mealTexts.deliveredNoneMany({ count: refused.length, nos: names(refused) })
    : mealTexts.deliveredNone({ nos: names(refused) });
}

/** Why there is nothing to carry. */
async function nothingLeft(turn: Turn): Promise<Reply> {
  const found = await whyNothingLeft(turn, staffOf(turn));
  if (found.why !== 'not-listed') return say(found.why === 'done' ? mealTexts.allDone() : mealTexts.nothingToCarry());
  const { zone } = turn.community;
  const time = officeWords(sayTime(minutesOf(found.due, zone)));
  return say(mealTexts.notListed({ time }));
}

/** `撤回送到 3`, `没送到 3`: the 送到 was a mistake. */
async function undelivered(turn: Turn, no: number): Promise<Reply> {
  const done = await takeBackDelivery(turn, staffOf(turn), no);
  if (done === 'not-yours') return say(refusalText(done, no));
  if (done === 'not-listed') return nothingLeft(turn);
  if (done === 'unknown') return say(mealTexts.notDelivered({ no }));
  const left = await leftToCarry(turn, staffOf(turn));
  return say(mealTexts.undelivered({ no, count: left.length }));
}

/** What a courier says without the command, or with the number first. */
export async function carriersWords(turn: Turn, typed: string): Promise<Reply | undefined> {
  const { staff } = turn.speaker;
  if (staff === undefined || !COURIERS.some((role) => role === staff.role)) return undefined;
  const folded = fold(typed.trim());
  if (ALL_DELIVERED.test(folded)) return delivered(turn, EVERY);
  const taken = TAKES_BACK.exec(folded)?.groups?.['no'];
  if (taken !== undefined) return undelivered(turn, Number(taken));
  const { no, unopened: isUnopened } = NUMBER_FIRST.exec(folded)?.groups ?? {};
  if (no === undefined) return undefined;
  return isUnopened === undefined ? delivered(turn, no) : unopened(turn, [Number(no)]);
}

/** Nobody opened at these doors: somebody is sent to look at each. */
async function unopened(turn: Turn, nos: readonly number[]): Promise<Reply> {
  const done: number[] = [];
  const refused: number[] = [];
  for (const no of nos.slice(0, MOST_AT_ONCE)) {
    const result = await reportUnopened(turn, staffOf(turn), no);
    if (result === 'not-yours' && nos.length === 1) return say(refusalText(result, no));
    if (result === 'not-listed') return nothingLeft(turn);
    (result === true ? done : refused).push(no);
  }
  const [no, ...others] = done;
  if (no === undefined) return say(lines<GroupText>(noneText(refused)));
  const text = others.length === 0 ? mealTexts.unopened({ no }) : mealTexts.unopenedSome({ nos: names(done), no });
  return say(lines<GroupText>(text, noneText(refused)));
}

async function doors(turn: Turn, typed: string): Promise<Reply> {
  const nos = numbersAtStart(typed);
  if (nos.length > 0) return unopened(turn, nos);
  const only = typed === '' ? await onlyLeft(turn) : undefined;
  return only === undefined ? which(turn, mealTexts.unopenedWhich()) : unopened(turn, [only]);
}

/** What is left to carry: in private with the doors, in a room how many. */
async function list(turn: Turn): Promise<Reply> {
  const left = await leftToCarry(turn, staffOf(turn));
  const [first, ...others] = leftTexts(left);
  if (first === undefined) return nothingLeft(turn);
  if (turn.place.kind === 'direct') {
    const options = { lane: 'receipt', keepsHours: false, expiresAt: later(turn.at, LIFETIME.reply) } as const;
    for (const page of others) await turn.post.toPerson(turn.speaker.personId, page, options);
  }
  return { inGroup: mealTexts.leftToday({ count: left.length }), inPrivate: first };
}

export const mealStaffCommands: readonly Command[] = [
  command({
    id: 'services.delivered',
    words: ['送到', '送到了'],
    who: COURIERS,
    where: 'anywhere',
    heard: 'small-number',
    usage: '送到 号',
    example: '送到 2',
    topic: '送餐',
    args: { words: optional(words) },
    run: (turn, taken) => delivered(turn, taken.words ?? ''),
  }),
  command({
    id: 'services.unopened',
    words: ['没人开', '没人开门', '没人应', '没人应门', '没取餐'],
    who: COURIERS,
    where: 'anywhere',
    heard: 'small-number',
    usage: '没人开 号',
    example: '没人开 2',
    topic: '送餐',
    args: { words: optional(words) },
    run: (turn, taken) => doors(turn, taken.words ?? ''),
  }),
  command({
    id: 'services.undelivered',
    words: ['撤回送到'],
    who: COURIERS,
    where: 'anywhere',
    heard: 'small-number',
    usage: '撤回送到 号',
    example: '撤回送到 2',
    topic: '送餐',
    args: { no: bookingNumber },
    run: (turn, { no }) => undelivered(turn, no),
  }),
  command({
    id: 'services.carry',
    words: ['送餐名单'],
    who: COURIERS,
    where: 'anywhere',
    heard: 'exact',
    usage: '送餐名单',
    example: '送餐名单',
    topic: '送餐',
    args: {},
    run: list,
  }),
];
