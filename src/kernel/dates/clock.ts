import { hourInPart, PART, PART_AFTER_DAY, PART_HOURS, partNamed } from './clock-words.ts';
import { type ClockSaid, matchAt, type Read } from './reading.ts';
import { NUMBER, readNumber, TO } from './said-number.ts';
import type { MinuteSpan, PartOfDay } from './when.ts';

/** 三点建议, 两点意见: points that somebody makes. */
const POINTS =
  '意见|建议|要求|内容|注意|说明|问题|原因|理由|希望|想法|疑问|诉求|请求|好处|坏处|不足|看法|体会|经验|声明|补充|感受|反馈|情况|共识|方面|优|缺|不|赞|名|评|击|歌|餐|菜|外卖|位|心|小|水|东西|声|吵|滑|脏|疼|痛|儿|积分|头';
/** A single digit after 点 is a decimal (三点五公里), unless 分, 零 or a second digit makes it minutes. */
const MINUTE =
  '(?<minute>[0-5]\\d(?!\\d)|[6-9]\\d(?=分)|[零〇0][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?(?![几多])|[一二三四五六七八九\\d](?=分))(?:分(?!钟)|钟)?';
const DECIMAL = '(?![一二三四五六七八九\\d](?!分|十|刻|\\d)|\\.\\d)';
const QUARTER = '(?<quarter>半(?!天)|[一三13]刻钟?|[版伴](?=$|[\\s,，。到至-]))';
const O_CLOCK = '(?:点钟|点整|点|时(?![间候段期长代尚常速不光]))';
const ABOUT = '(?<about>多钟?|来钟|左右|前后|上下|许)?';

const HOUR = new RegExp(
  `(?<hour>${NUMBER}|零)\\s?(?<unit>${O_CLOCK})(?:过?${QUARTER}|${DECIMAL}过?(?:${MINUTE})?(?!${POINTS}))(?:差(?<to>${NUMBER}|一刻)分?)?${ABOUT}`,
  'y',
);
const BEFORE_HOUR = new RegExp(`差(?<to>${NUMBER}|一刻)(?:分钟?)?钟?(?:不?到)?(?<hour>${NUMBER})点(?:钟|整)?`, 'y');
const COLON = /(?<![\d:比])(?<hour>\d{1,2}):(?<minute>\d{2})(?::[0-5]\d)?(?![:\d])(?<about>左右|前后|许)?/y;
/** 9.30 after a part of the day, 9-11点 before another hour, 0930 in an answer. */
const DOTTED = /(?<hour>\d{1,2})\.(?<minute>[0-5]\d)(?!\d|\s?[元块米万折])/y;
const UNIT_FOLLOWS = new RegExp(`(?<![\\d./:-])(?<hour>${NUMBER})(?=${TO}${PART}?(?:${NUMBER})[点时])`, 'y');
/** The whole answer, where a time was asked for: 15, 9 30, 0930. */
const ANSWERED = /(?<=^\s*)(?<hour>\d{1,2}|[一二三四五六七八九十两]{1,2})[\s:.]?(?<minute>[0-5]\d)?\s*[吧。.]?\s*$/y;
/** 0930 beside a day. */
const COMPACT = /(?<![\d:.])(?<hour>[01]\d|2[0-4])(?<minute>[0-5]\d)(?!\d|[号栋室元块人房])/y;
const BARE_HOUR = new RegExp(`(?<hour>${NUMBER})(?=$|[\\s,，。.吧])`, 'y');
const A_LITTLE =
  /[一]点(?![半整钟一三13]刻?|[零二三四五]?十|\d|左右|前后|[到至-][二三四五六七八九十两\d]|$|[\s,，。:以之前后])/y;

const parts = new RegExp(PART, 'y');
const partsAfterDay = new RegExp(PART_AFTER_DAY, 'y');
const between = /\s?的?\s?/y;
const until = new RegExp(`\\s?${TO}\\s?`, 'y');
const MINUTES_A_HALF_DAY = 720;

/** One end of what is said about the clock. */
interface TimeSaid {
  readonly part?: PartOfDay;
  /** Minutes since midnight that it may mean, the literal ones first. */
  readonly minutes: readonly number[];
  readonly isApproximate: boolean;
  readonly isWeak: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readMinutes({ quarter, minute, to }: Groups): number {
  const past =
    quarter === undefined
      ? minute === undefined
        ? 0
        : readNumber(minute.replace(/^[零〇0]/, ''))
      : quarterMinutes(quarter);
  const minutes = Number.isNaN(past) ? 0 : past;
  return to === undefined ? minutes : minutes - (to === '一刻' ? 15 : readNumber(to));
}

function quarterMinutes(words: string): number {
  if (/[一1]刻/.test(words)) return 15;
  return /[三3]刻/.test(words) ? 45 : 30;
}

/** What the hour may mean. 08:30, 15点 and 0点 say it all; 3点 and 8:30 may be either half of the day. */
function readingsOf(hour: string, past: number, part: PartOfDay | undefined): readonly number[] {
  const said = readNumber(hour);
  if (Number.isNaN(said) || said > 24 || past > 59) return [];
  const hours = part === undefined ? [said] : [hourInPart(said, part)];
  const minutes = hours.filter((one) => one !== undefined).map((one) => one * 60 + past);
  if (part === undefined && said === 24 && past > 0) return [];
  const isWhole = part !== undefined || said === 0 || said > 11 || /^0\d/.test(hour);
  return isWhole ? minutes : minutes.flatMap((one) => [one, one + MINUTES_A_HALF_DAY]);
}

/** A part of the day at `at`; one character of it is enough after a day. */
function readPart(folded: string, at: number, isAfterDay: boolean): Read<PartOfDay> | undefined {
  const words = matchAt(isAfterDay ? partsAfterDay : parts, folded, at)?.[0];
  const part = words === undefined ? undefined : partNamed(words);
  return words === undefined || part === undefined ? undefined : { value: part, to: at + words.length };
}

/** What may stand for a time, given what has gone before it. */
function matchTime(
  folded: string,
  at: number,
  part: PartOfDay | undefined,
  isAfterDay: boolean,
  asked: boolean,
): RegExpExecArray | undefined {
  if (part === undefined && matchAt(A_LITTLE, folded, at) !== undefined) return undefined;
  const found = matchAt(BEFORE_HOUR, folded, at) ?? matchAt(COLON, folded, at) ?? matchAt(HOUR, folded, at);
  if (found !== undefined) return found;
  const follows = matchAt(UNIT_FOLLOWS, folded, at);
  if (follows !== undefined) return follows;
  if (part !== undefined)
    return matchAt(DOTTED, folded, at) ?? matchAt(COMPACT, folded, at) ?? matchAt(BARE_HOUR, folded, at);
  if (isAfterDay) return matchAt(COMPACT, folded, at);
  return asked ? matchAt(ANSWERED, folded, at) : undefined;
}

/** One time with its part: 下午3点半, 差五分十点, 9:30. */
function readTime(folded: string, at: number, isAfterDay: boolean, asked: boolean): Read<TimeSaid> | undefined {
  const part = readPart(folded, at, isAfterDay);
  const start = part === undefined ? at : part.to + (matchAt(between, folded, part.to)?.[0].length ?? 0);
  const found = matchTime(folded, start, part?.value, isAfterDay, asked);
  if (found === undefined) return undefined;
  const groups: Groups = found.groups ?? {};
  const { hour = '', unit, about } = groups;
  const past = readMinutes(groups);
  const isFull = asked || isAfterDay || part !== undefined;
  // 三时 alone is no time that anybody says, 一点 alone as often a little
  const isWeak =
    !isFull &&
    (readingsOf(hour, past, undefined).length === 0 ||
      (unit?.startsWith('时') === true && !/\d/.test(hour)) ||
      /^[一1]点$/.test(found[0]));
  const value = {
    ...(part === undefined ? {} : { part: part.value }),
    minutes: readingsOf(hour, past, part?.value),
    isApproximate: about !== undefined,
    isWeak,
  };
  return { value, to: start + found[0].length };
}

/** Every way in which the second time can follow the first within a day, the nearest for each. */
function spansBetween(first: TimeSaid, second: TimeSaid): readonly MinuteSpan[] {
  const ends = second.minutes.flatMap((minutes) => [minutes, minutes + MINUTES_A_HALF_DAY * 2]);
  const spans = first.minutes.flatMap((from) => {
    const to = ends.toSorted((a, b) => a - b).find((end) => end > from);
    return to === undefined ? [] : [{ from, to }];
  });
  if (second.part === undefined || first.part !== undefined) return spans;
  // 2点到下午4点: the part of the second speaks for the first too, where it can
  const near = spans.toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return near.slice(0, 1);
}

function readClockSpan(folded: string, at: number, isAfterDay: boolean, asked: boolean): Read<ClockSaid> | undefined {
  const first = readTime(folded, at, isAfterDay, asked);
  if (first === undefined) return undefined;
  const { isApproximate, isWeak } = first.value;
  const single = { readings: first.value.minutes.map((from) => ({ from })), isApproximate, isWeak };
  const gap = matchAt(until, folded, first.to);
  const second = gap === undefined ? undefined : readTime(folded, first.to + gap[0].length, false, false);
  if (second === undefined) return { value: single, to: first.to };
  const readings = spansBetween(first.value, second.value);
  return { value: { readings, isApproximate: isApproximate || second.value.isApproximate }, to: second.to };
}

/** A time, a span of time, or a part of the day, that starts at `at`. */
export function readClock(
  folded: string,
  at: number,
  isAfterDay: boolean,
  asked: boolean,
): Read<ClockSaid> | undefined {
  const time = readClockSpan(folded, at, isAfterDay, asked);
  if (time !== undefined) return time;
  const part = readPart(folded, at, isAfterDay);
  if (part === undefined) return undefined;
  return { value: { part: part.value, readings: [PART_HOURS[part.value]] }, to: part.to };
}
