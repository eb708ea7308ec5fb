import { type Day, weekdayOf } from '../day.ts';
import type { Stretch } from '../stretch.ts';
import { readClock } from './clock.ts';
import { readDate } from './dates.ts';
import { readFestivalWords } from './festival-words.ts';
import { readLunarWords } from './lunar-words.ts';
import { readMonthWords } from './month-parts.ts';
import { readNamedDay } from './named-days.ts';
import { readOffset } from './offsets.ts';
import { type ClockSaid, type DaysSaid, firstOf, matchAt, type Read, type Reference } from './reading.ts';
import { readRepeats } from './repeats.ts';
import { TO } from './said-number.ts';
import { readWeekdayWords } from './weekdays.ts';
import type { Repeats } from './when.ts';

/** The order decides where words could be read in two ways: 三天后 before 后天, 十一月 before 十一. */
const readDays = firstOf<DaysSaid>([
  readOffset,
  readNamedDay,
  readLunarWords,
  readMonthWords,
  readWeekdayWords,
  readDate,
  readFestivalWords,
]);

const GAP = /[\s,，、的(（]{0,3}/y;
const NO_GAP = /\s{0,2}/y;
const CLOSING = /[)）]/y;
const UNTIL = new RegExp(`\\s?${TO}\\s?`, 'y');
const LIST = /\s?(?:、|,|，|和|跟|及|与|或者?|还是|或是|要么)?\s?/y;
const SAYS_LIST = /和|跟|及|与|或|还是|要么|、/;
const BOUND =
  /(?:(?<before>之前|以前|前(?![面台门年几任后排方往进提途景期天两三]))|(?<after>之后|以后|过后|往后|后(?![面天门排来台院悔续勤备座边方果街楼])|起(?![来床火]|码|诉)|开始))/y;
const ABOUT_AFTER = /(?:的?左右|前后|上下|附近)/y;
const ABOUT_BEFORE = /(?:大概|大约|差不多|约莫|估计)[在是]?\s?$/;

/** Words about when that stand together: 下周三上午9点左右. */
export interface Phrase {
  readonly days?: DaysSaid;
  readonly repeats?: Repeats;
  readonly clock?: ClockSaid;
  readonly bound?: 'before' | 'after';
  readonly isApproximate: boolean;
  readonly isContradictory: boolean;
  readonly stretches: readonly Stretch[];
}

type Draft = { -readonly [Key in keyof Phrase]?: Phrase[Key] };

function skip(sticky: RegExp, folded: string, at: number): number {
  return at + (matchAt(sticky, folded, at)?.[0].length ?? 0);
}

/** The readings of what comes after days were said: an end of their range, another of their kind, a proof of them. */
function moreDays(
  folded: string,
  at: number,
  said: DaysSaid,
  reference: Reference,
): Read<readonly [DaysSaid, boolean]> | undefined {
  const [first] = said.spans;
  if (first === undefined) return undefined;
  const from: Reference = { ...reference, day: first.from, isAnswer: false };
  const gap = matchAt(UNTIL, folded, at);
  const end = gap === undefined ? undefined : readEnd(folded, at + gap[0].length, first.from, reference);
  const last = end?.value.spans.at(-1);
  if (end !== undefined && last !== undefined) {
    const { next: _, ...range } = said;
    const isApproximate = said.isApproximate === true || end.value.isApproximate === true;
    return { value: [{ ...range, spans: [{ from: first.from, to: last.to }], isApproximate }, false], to: end.to };
  }
  const joint = matchAt(LIST, folded, at)?.[0] ?? '';
  const isNarrower = said.kind === 'stretch' && !SAYS_LIST.test(joint);
  const start = isNarrower ? skip(GAP, folded, at) : at + joint.length;
  const other = readDays(folded, start, isNarrower ? from : { ...reference, isAnswer: false });
  if (other !== undefined && !isNarrower && (other.value.kind === said.kind || SAYS_LIST.test(joint))) {
    const { next: _, ...list } = said;
    return { value: [{ ...list, spans: [...said.spans, ...other.value.spans] }, false], to: other.to };
  }
  if (isNarrower) {
    const isInside = other?.value.spans.every((span) => span.from >= first.from && span.to <= first.to) === true;
    return other !== undefined && isInside ? { value: [other.value, false], to: other.to } : undefined;
  }
  return proof(folded, skip(GAP, folded, at), said, from);
}

/** The end of a range, not before its beginning: 下周二至周四 ends in that week, 28号到3号 in the next month. */
function readEnd(folded: string, at: number, from: Day, reference: Reference): Read<DaysSaid> | undefined {
  const isLater = ({ value }: Read<DaysSaid>): boolean =>
    value.isWeak !== true && value.spans.every((span) => span.to >= from);
  return [reference, { ...reference, day: from }]
    .map((seen) => readDays(folded, at, { ...seen, isAnswer: false }))
    .find((read): read is Read<DaysSaid> => read !== undefined && isLater(read));
}

/** 11月26日（周四）: a second way of saying the same day. The date is what counts; a weekday that differs is a mistake. */
function proof(
  folded: string,
  at: number,
  said: DaysSaid,
  from: Reference,
): Read<readonly [DaysSaid, boolean]> | undefined {
  const second = readDays(folded, at, from);
  const [first, ...others] = said.spans;
  const [same] = second?.value.spans ?? [];
  if (
    second === undefined ||
    first === undefined ||
    same === undefined ||
    others.length > 0 ||
    first.from !== first.to
  ) {
    return undefined;
  }
  const to = skip(CLOSING, folded, second.to);
  const isWeekday = second.value.kind === 'weekday';
  if (isWeekday || said.kind === 'weekday') {
    const differs = weekdayOf(same.from) !== weekdayOf(first.from);
    return { value: [isWeekday ? said : second.value, differs], to };
  }
  return { value: [second.value, same.from !== first.from], to };
}

/** The phrase that starts exactly at `at`. */
export function readPhrase(
  folded: string,
  at: number,
  reference: Reference,
  asked: 'day' | 'time' | undefined,
): Phrase | undefined {
  const draft: Draft = {};
  let end = at;
  for (;;) {
    const start = end === at ? at : skip(GAP, folded, end);
    const next = readPiece(folded, start, end, draft, reference, asked);
    if (next === undefined) break;
    end = next;
  }
  if (end === at) return undefined;
  return finish(folded, at, end, draft);
}

/** Reads one more piece into the draft, and answers where it ends. */
function readPiece(
  folded: string,
  start: number,
  end: number,
  draft: Draft,
  reference: Reference,
  asked: 'day' | 'time' | undefined,
): number | undefined {
  if (draft.days !== undefined && draft.clock === undefined && draft.repeats === undefined) {
    const more = moreDays(folded, end, draft.days, reference);
    if (more !== undefined) {
      [draft.days] = more.value;
      draft.isContradictory = draft.isContradictory === true || more.value[1];
      return more.to;
    }
  }
  const repeats =
    draft.repeats === undefined && (draft.clock === undefined || start === end)
      ? readRepeats(folded, start, reference)
      : undefined;
  if (repeats !== undefined && (draft.days === undefined || draft.days.kind === 'stretch')) {
    draft.repeats = repeats.value;
    return repeats.to;
  }
  const isFirst = draft.repeats === undefined && draft.clock === undefined;
  const answered =
    asked === 'time' && isFirst && draft.days === undefined ? readClock(folded, start, false, true) : undefined;
  if (answered !== undefined && answered.value.part === undefined) {
    draft.clock = answered.value;
    return answered.to;
  }
  if (draft.days === undefined) {
    const isBetween = draft.repeats !== undefined;
    const days = isBetween
      ? undefined
      : readDays(folded, start, asked === 'time' ? { ...reference, isAnswer: false } : reference);
    if (days !== undefined) {
      draft.days = days.value;
      return days.to;
    }
  }
  if (draft.clock !== undefined || draft.days?.minutes !== undefined) return undefined;
  const isAfterDay = draft.days !== undefined || draft.repeats !== undefined;
  const clock = readClock(folded, start, isAfterDay, asked === 'time');
  if (clock === undefined) return undefined;
  draft.clock = clock.value;
  return clock.to;
}

/** What may stand around the pieces: 大概, 左右, 之前, a closing bracket. */
function finish(folded: string, at: number, end: number, draft: Draft): Phrase {
  const about = matchAt(ABOUT_AFTER, folded, skip(NO_GAP, folded, end));
  const afterAbout = about === undefined ? end : skip(NO_GAP, folded, end) + about[0].length;
  const bound = matchAt(BOUND, folded, skip(NO_GAP, folded, afterAbout));
  const to = bound === undefined ? afterAbout : skip(NO_GAP, folded, afterAbout) + bound[0].length;
  const before = ABOUT_BEFORE.exec(folded.slice(Math.max(0, at - 6), at))?.[0] ?? '';
  const side = bound?.groups?.['before'] === undefined ? 'after' : 'before';
  return {
    ...draft,
    ...(bound === undefined || draft.repeats !== undefined ? {} : { bound: side }),
    isApproximate:
      about !== undefined || before !== '' || draft.days?.isApproximate === true || draft.clock?.isApproximate === true,
    isContradictory: draft.isContradictory === true,
    stretches: [[at - before.length, to]],
  };
}

/** Whether nothing in it is sure enough to be a date in talk. Two weak pieces beside each other are sure. */
export function isWeak({ days, clock, repeats }: Phrase): boolean {
  if (repeats !== undefined) return false;
  if (days !== undefined && clock !== undefined) return false;
  return (days ?? clock)?.isWeak === true;
}
