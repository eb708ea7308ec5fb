import { millisecondsOf } from '../day.ts';
import type { Stretch } from '../stretch.ts';
import { readClock } from './clock.ts';
import { GAP, joinDays, readDays, readLastDays } from './join-days.ts';
import { type ClockSaid, type DaysSaid, matchAt, type Reference, skip } from './reading.ts';
import { readRepeats } from './repeats.ts';
import type { Repeats } from './when.ts';

const OR = /\s?(?:或者?|还是|或是|要么|、)\s?/y;
const SPACES = /\s{0,2}/y;
const BOUND =
  /(?:(?<before>之前|以前|为止|截?止|前(?![面台门年几任后排方往进提途景期天两三]))|之后|以后|过后|往后|后(?![面天门排来台院悔续勤备座边方果街楼])|起(?![来床火]|码|诉)|开始)/y;
const ABOUT_AFTER = /(?:的?左右|前后|上下|附近)/y;
const ABOUT_BEFORE = /(?:大概|大约|差不多|约莫|估计)[在是]?\s?$/;
/** 明天不行, 周四没空, 节假日除外: days that are not meant. A question (周四不行吗) does mean them. */
const DECLINED =
  /(?:的?话)?[,，]?(?:我们?|家里|家)?(?:[都就也]|可能|恐怕|实在)*(?:不行|不可以|没空|没时间|没人在|不在家?|不方便|不能来|来不了|去不了|不去|不来|不要|不用|以外|之外|除外|有事(?=$|[\s,，。]))(?![吗呢吧?？])/y;
/** 截止11月30日 */
const DUE_BEFORE = /截[止至]到?\s?$/;
const EXCEPT = /除[了开去]?$/;
const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;

/** Words about when that stand together: 下周三上午9点左右. */
export interface Phrase {
  readonly days?: DaysSaid;
  readonly repeats?: Repeats;
  readonly clock?: ClockSaid;
  readonly bound?: 'before' | 'after';
  readonly isApproximate: boolean;
  readonly isContradictory: boolean;
  /** 明天不行: said in order not to be taken. */
  readonly isDeclined: boolean;
  readonly stretches: readonly Stretch[];
  /** Where the days end, and where the clock's words begin: what to quote where one of them does not exist. */
  readonly daysTo?: number;
  readonly clockFrom?: number;
}

/** What has been read of a phrase, and the index after it. */
interface Draft {
  readonly days?: DaysSaid;
  readonly repeats?: Repeats;
  readonly clock?: ClockSaid;
  readonly isContradictory?: boolean;
  readonly daysTo?: number;
  readonly clockFrom?: number;
  readonly to: number;
}

/** Reads one more piece into the draft, `at` being where the next piece starts. */
type Step = (folded: string, at: number, draft: Draft, reference: Reference) => Draft | undefined;

const addJoinedDays: Step = (folded, _, draft, reference) => {
  if (draft.days === undefined || draft.clock !== undefined || draft.repeats !== undefined) return undefined;
  const read = joinDays(folded, draft.to, draft.days, reference);
  if (read === undefined) return undefined;
  const isContradictory = draft.isContradictory === true || read.value.isContradictory;
  return { ...draft, days: read.value.days, isContradictory, daysTo: read.to, to: read.to };
};

/** Before repeats only a stretch may stand, within which they come again: 12月每周三. */
const addRepeats: Step = (folded, at, draft, reference) => {
  const isOpen = draft.repeats === undefined && draft.clock === undefined;
  if (!isOpen || (draft.days !== undefined && draft.days.kind !== 'stretch')) return undefined;
  const read = readRepeats(folded, at, reference);
  return read === undefined ? undefined : { ...draft, repeats: read.value, to: read.to };
};

const LONGER_THAN_A_WEEK = 8 * 86_400_000;

/** 12月周一到周五 is every week of it; 下周周一到周五 are the days of one. */
const addRepeatsInMonth: Step = (folded, at, draft, reference) => {
  const [span, ...others] = draft.days?.spans ?? [];
  if (draft.days?.kind !== 'stretch' || span === undefined || others.length > 0) return undefined;
  const isLong = millisecondsOf(span.to) - millisecondsOf(span.from) >= LONGER_THAN_A_WEEK;
  return isLong ? addRepeats(folded, at, draft, reference) : undefined;
};

/** Where a time was asked for, 9.30 and 15 are times before they are dates. */
const addAnsweredTime: Step = (folded, at, draft, reference) => {
  const isOpen = draft.days === undefined && draft.repeats === undefined && draft.clock === undefined;
  const read = isOpen && reference.asked === 'time' ? readClock(folded, at, false, true) : undefined;
  return read === undefined || read.value.part !== undefined ? undefined : { ...draft, clock: read.value, to: read.to };
};

const addDaysSaid: Step = (folded, at, draft, reference) => {
  if (draft.days !== undefined || draft.repeats !== undefined) return undefined;
  const read = readDays(folded, at, reference);
  return read === undefined ? undefined : { ...draft, days: read.value, daysTo: read.to, to: read.to };
};

const addClock: Step = (folded, at, draft, reference) => {
  if (draft.clock !== undefined || draft.days?.minutes !== undefined) return undefined;
  const isAfterDay = draft.days !== undefined || draft.repeats !== undefined;
  const read = readClock(folded, at, isAfterDay, reference.asked === 'time');
  return read === undefined ? undefined : { ...draft, clock: read.value, clockFrom: at, to: read.to };
};

/** 28日22:00至29日6:00: a time that ends on a later day. */
const addLaterEnd: Step = (folded, _, draft, reference) => {
  const [first] = draft.days?.spans ?? [];
  if (first === undefined || draft.clock === undefined || draft.days?.spans.length !== 1) return undefined;
  const days = readLastDays(folded, draft.to, first.from, reference);
  const last = days?.value.spans.at(-1);
  const clock = days === undefined ? undefined : readClock(folded, skip(GAP, folded, days.to), true, false);
  const [end] = clock?.value.readings ?? [];
  if (last === undefined || clock === undefined || end === undefined) return undefined;
  const between = (millisecondsOf(last.to) - millisecondsOf(first.from)) / MINUTE_MS;
  const { part: _part, ...said } = draft.clock;
  const readings = said.readings.map(({ from }) => ({ from, to: between + (end.to ?? end.from) }));
  return between < MINUTES_A_DAY ? undefined : { ...draft, clock: { ...said, readings }, to: clock.to };
};

/** 上午或下午, 9点或者10点: another time that would do. */
const addOtherTime: Step = (folded, _, draft) => {
  const joint = draft.clock === undefined || draft.clock.or !== undefined ? undefined : matchAt(OR, folded, draft.to);
  const other = joint === undefined ? undefined : readClock(folded, draft.to + joint[0].length, false, false);
  if (draft.clock === undefined || other === undefined || other.value.isWeak === true) return undefined;
  return { ...draft, clock: { ...draft.clock, or: other.value.readings }, to: other.to };
};

const STEPS: readonly Step[] = [
  addRepeatsInMonth,
  addJoinedDays,
  addRepeats,
  addAnsweredTime,
  addDaysSaid,
  addClock,
  addLaterEnd,
  addOtherTime,
];

/** The phrase that starts exactly at `at`. */
export function readPhrase(folded: string, at: number, reference: Reference): Phrase | undefined {
  let draft: Draft = { to: at };
  for (;;) {
    const start = draft.to === at ? at : skip(GAP, folded, draft.to);
    const next = nextDraft(folded, start, draft, reference);
    if (next === undefined) break;
    draft = next;
  }
  return draft.to === at ? undefined : finish(folded, at, draft);
}

function nextDraft(folded: string, start: number, draft: Draft, reference: Reference): Draft | undefined {
  for (const step of STEPS) {
    const next = step(folded, start, draft, reference);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** What may stand around the pieces: 大概, 左右, 之前; and what takes them back: 不行, 除外. */
function finish(folded: string, at: number, { to: end, isContradictory, ...said }: Draft): Phrase {
  const about = matchAt(ABOUT_AFTER, folded, skip(SPACES, folded, end));
  const afterAbout = about === undefined ? end : about.index + about[0].length;
  const found = matchAt(BOUND, folded, skip(SPACES, folded, afterAbout));
  const bound = said.repeats === undefined ? found : undefined;
  const to = bound === undefined ? afterAbout : bound.index + bound[0].length;
  const lead = folded.slice(Math.max(0, at - 6), at);
  const before = ABOUT_BEFORE.exec(lead)?.[0] ?? '';
  const isBefore = bound?.groups?.['before'] !== undefined || (bound === undefined && DUE_BEFORE.test(lead));
  const side = isBefore ? 'before' : bound === undefined ? undefined : 'after';
  const isSaidVaguely = said.days?.isApproximate === true || said.clock?.isApproximate === true;
  return {
    ...said,
    ...(side === undefined ? {} : { bound: side }),
    isApproximate: isSaidVaguely || about !== undefined || before !== '',
    isContradictory: isContradictory === true,
    isDeclined: matchAt(DECLINED, folded, to) !== undefined || EXCEPT.test(lead),
    stretches: [[at - before.length, to]],
  };
}

/** Whether nothing in it is sure enough to be a date in talk. Two weak pieces beside each other are sure. */
export function isWeak({ days, clock, repeats }: Phrase): boolean {
  if (repeats !== undefined || (days !== undefined && clock !== undefined)) return false;
  return (days ?? clock)?.isWeak === true;
}
