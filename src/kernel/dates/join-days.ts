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

/** The order decides where words could be read in two ways: 三天后 before 后天, 十一月 before 十一. */
export const readDays = firstOf<DaysSaid>([
  readOffset,
  readNamedDay,
  readLunarWords,
  readMonthWords,
  readWeekdayWords,
  readDate,
  readFestivalWords,
]);

/** What may stand between two pieces of one phrase. */
export const GAP = /[\s,，、的(（]{0,3}/y;
const UNTIL = new RegExp(`\\s?${TO}\\s?`, 'y');
const JOINT = /\s?(?:、|,|，|和|跟|及|与|或者?|还是|或是|要么)?\s?/y;
const SAYS_LIST = /[和跟及与或、]|还是|要么/;
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

/** The days after 到, not before `from`: 下周二至周四 ends in that week, 28号到3号 in the next month. */
export function readLastDays(folded: string, at: number, from: Day, reference: Reference): Read<DaysSaid> | undefined {
  const gap = matchAt(UNTIL, folded, at);
  if (gap === undefined) return undefined;
  for (const day of [reference.day, from]) {
    const read = readDays(folded, at + gap[0].length, { ...withoutQuestion(reference), day });
    const isLater = read?.value.spans.every((span) => span.to >= from) === true;
    if (read !== undefined && isLater && read.value.isWeak !== true) return read;
  }
  return undefined;
}

/** 26号到28号, 周四至周六. */
const readRange: Join = (folded, at, said, reference) => {
  const [first] = said.spans;
  const end = first === undefined ? undefined : readLastDays(folded, at, first.from, reference);
  const last = end?.value.spans.at(-1);
  if (first === undefined || end === undefined || last === undefined) return undefined;
  const isApproximate = said.isApproximate === true || end.value.isApproximate === true;
  return joined({ ...withSpans(said, [{ from: first.from, to: last.to }]), isApproximate }, end.to);
};

/** 周二、周四; 明天或者后天; 周四周五. Without a word between them only days said in one way make a list. */
const readList: Join = (folded, at, said, reference) => {
  const joint = matchAt(JOINT, folded, at)?.[0] ?? '';
  const isSaid = SAYS_LIST.test(joint);
  if (said.kind === 'stretch' && !isSaid) return undefined;
  const other = readDays(folded, at + joint.length, withoutQuestion(reference));
  if (other === undefined || !(isSaid || other.value.kind === said.kind)) return undefined;
  return joined(withSpans(said, [...said.spans, ...other.value.spans]), other.to);
};

/** 下周的周三, 春节期间初五: days within a stretch. */
const readWithin: Join = (folded, at, said, reference) => {
  const [stretch] = said.spans;
  if (said.kind !== 'stretch' || stretch === undefined) return undefined;
  const working = readWorkingDayWithin(folded, at, stretch, reference.calendar);
  if (working !== undefined) return joined(working.value, working.to);
  const other = readDays(folded, skip(GAP, folded, at), { ...withoutQuestion(reference), day: stretch.from });
  const isInside = other?.value.spans.every(({ from, to }) => from >= stretch.from && to <= stretch.to) === true;
  return other !== undefined && isInside ? joined(other.value, other.to) : undefined;
};

/** 11月26日（周四）, 明天26号: the same day in another way. A date is what counts; where they differ somebody is mistaken. */
const readProof: Join = (folded, at, said, reference) => {
  const [first, ...others] = said.spans;
  if (first === undefined || others.length > 0 || first.from !== first.to) return undefined;
  const second = readDays(folded, skip(GAP, folded, at), { ...withoutQuestion(reference), day: first.from });
  const [same] = second?.value.spans ?? [];
  if (second === undefined || same === undefined) return undefined;
  const to = skip(CLOSING, folded, second.to);
  const kinds = [said.kind, second.value.kind];
  const differs = kinds.includes('weekday') ? weekdayOf(same.from) !== weekdayOf(first.from) : same.from !== first.from;
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
