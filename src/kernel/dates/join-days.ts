import { type Day, weekdayOf } from '../day.ts';
import { readDate } from './dates.ts';
import { readFestivalWords } from './festival-words.ts';
import { readLunarWords } from './lunar-words.ts';
import { readMonthWords } from './month-parts.ts';
import { readNamedDay } from './named-days.ts';
import { readOffset } from './offsets.ts';
import { type DaysSaid, firstOf, matchAt, type Read, type Reference, skip, withoutQuestion } from './reading.ts';
import { TO } from './said-number.ts';
import { readWeekdayWords } from './weekdays.ts';
import { readWorkingDayWithin } from './working-days.ts';

/** The order decides where words could be read in two ways: 三天后 before 后天, 2028年2月1日 before 2028年, 十一月 before 十一. */
export const readDays = firstOf<DaysSaid>([
  readOffset,
  readNamedDay,
  readLunarWords,
  readDate,
  readWeekdayWords,
  readMonthWords,
  readFestivalWords,
]);

/** What may stand between two pieces of one phrase. */
export const GAP = /[\s,，、的(（]{0,3}/y;
const UNTIL = new RegExp(`\\s?${TO}\\s?`, 'y');
const JOINT = /\s?(?:、|,|，|和|跟|及|与|或者?|还是|或是|要么)?\s?/y;
const SAYS_LIST = /[和跟及与或、]|还是|要么/;
/** Nobody offers more days than these; a longer list is no list. */
const MOST_DAYS = 12;
const CLOSING = /[)）]/y;

/** Days to which something was added, and whether the two contradict each other. */
export interface Joined {
  readonly days: DaysSaid;
  readonly isContradictory: boolean;
}

type Join = (folded: string, at: number, said: DaysSaid, reference: Reference) => Read<Joined> | undefined;

function joined(days: DaysSaid, to: number, isContradictory = false): Read<Joined> {
  return { value: { days, isContradictory }, to };
}

/** Without what was meant if the first reading is over: several days have no other reading. */
function withSpans({ next: _, ...said }: DaysSaid, spans: DaysSaid['spans']): DaysSaid {
  return { ...said, spans };
}

/**
 * Days that are said after others, as `isGood` wants them: seen from today, or else from `from`, a day of the others.
 * 明天 is always seen from today.
 */
function readAfter(
  folded: string,
  at: number,
  from: Day,
  reference: Reference,
  isGood: (days: DaysSaid) => boolean,
): Read<DaysSaid> | undefined {
  for (const day of [reference.day, from]) {
    const read = readDays(folded, at, { ...withoutQuestion(reference), day });
    const isSeenWrong = day !== reference.day && read?.value.kind === 'named';
    if (read !== undefined && !isSeenWrong && isGood(read.value)) return read;
  }
  return undefined;
}

/** The days after 到, not before `from`: 下周二至周四 ends in that week, 28号到3号 in the next month. */
export function readLastDays(folded: string, at: number, from: Day, reference: Reference): Read<DaysSaid> | undefined {
  const gap = matchAt(UNTIL, folded, at);
  if (gap === undefined) return undefined;
  const isLater = ({ spans, isWeak }: DaysSaid): boolean => isWeak !== true && spans.every(({ to }) => to >= from);
  return readAfter(folded, at + gap[0].length, from, reference, isLater);
}

/** 26号到28号, 周四至周六. */
const readRange: Join = (folded, at, said, reference) => {
  const [first] = said.spans;
  const end = first === undefined ? undefined : readLastDays(folded, at, first.from, reference);
  if (first === undefined || end === undefined) return undefined;
  const last = end.value.spans.at(-1);
  if (last === undefined) return joined(withSpans(said, []), end.to);
  const isApproximate = said.isApproximate === true || end.value.isApproximate === true;
  return joined({ ...withSpans(said, [{ from: first.from, to: last.to }]), isApproximate }, end.to);
};

/** 周二、周四; 明天或者后天; 周四周五. Without a word between them only days said in one way make a list. */
const readList: Join = (folded, at, said, reference) => {
  const joint = matchAt(JOINT, folded, at)?.[0] ?? '';
  const isSaid = SAYS_LIST.test(joint);
  if (said.kind === 'stretch' && !isSaid) return undefined;
  // 下周二和周四 are of one week, 上个月三号和四号 of one month
  const isOneFrame = said.isFixed === true || said.kind === 'date';
  const [first] = said.spans;
  const day = isOneFrame && first !== undefined ? first.from : reference.day;
  const other = readDays(folded, at + joint.length, { ...withoutQuestion(reference), day });
  if (other === undefined || !(isSaid || other.value.kind === said.kind)) return undefined;
  // one that does not exist spoils the list: leaving it out in silence would book another day than was said
  const isWhole = said.spans.length > 0 && said.spans.length < MOST_DAYS && other.value.spans.length > 0;
  return joined(withSpans(said, isWhole ? [...said.spans, ...other.value.spans] : []), other.to);
};

/** 下周的周三, 春节期间初五: days within a stretch. */
const readWithin: Join = (folded, at, said, reference) => {
  const [stretch] = said.spans;
  if (said.kind !== 'stretch' || stretch === undefined) return undefined;
  const working = readWorkingDayWithin(folded, at, stretch, reference.calendar);
  if (working !== undefined) return joined(working.value, working.to);
  const isInside = ({ spans }: DaysSaid): boolean =>
    spans.length > 0 && spans.every(({ from, to }) => from >= stretch.from && to <= stretch.to);
  const other = readAfter(folded, skip(GAP, folded, at), stretch.from, reference, isInside);
  return other === undefined ? undefined : joined(other.value, other.to);
};

/** 11月26日（周四）, 明天26号: the same day in another way. A date is what counts; where they differ somebody is mistaken. */
const readProof: Join = (folded, at, said, reference) => {
  const [first, ...others] = said.spans;
  if (first === undefined || others.length > 0 || first.from !== first.to) return undefined;
  const start = skip(GAP, folded, at);
  const agrees = ({ kind, spans: [same] }: DaysSaid): boolean =>
    same !== undefined &&
    (kind === 'weekday' || said.kind === 'weekday'
      ? weekdayOf(same.from) === weekdayOf(first.from)
      : same.from === first.from && same.to === first.to);
  const proof = readAfter(folded, start, first.from, reference, agrees);
  const second = proof ?? readAfter(folded, start, first.from, reference, ({ spans }) => spans.length > 0);
  if (second === undefined) return undefined;
  const to = skip(CLOSING, folded, second.to);
  const kinds = [said.kind, second.value.kind];
  const differs = proof === undefined;
  // 今天大雪: the name of another day beside a day is no second date
  if (differs && kinds.includes('festival')) return undefined;
  return joined(second.value.kind === 'weekday' ? said : second.value, to, differs);
};

/** What comes after days and belongs to them: the end of their range, another of them, one within them, a proof. */
export const joinDays: Join = (folded, at, said, reference) => {
  for (const join of [readRange, readList, readWithin, readProof]) {
    const read = join(folded, at, said, reference);
    if (read !== undefined) return read;
  }
  return undefined;
};
