import { addDays } from '../day.ts';
import { matchAt, oneDay, type Reader, type DaysSaid } from './reading.ts';

/** 后天 is also in 以后天天, 前天 in 以前天冷. Before 晚 and 早 only 今 is the day, and they are the part of it. */
const NAMED =
  /大后[天儿日]|(?<![以今之然最过饭雨事背先])后[天儿日](?!性|免疫|形成|努力)|大前[天儿日]|(?<![以之年月从])前[天儿日]|[今明昨](?:天|日|儿个?|个儿?(?![月星礼周]))|[今明昨](?=[早晚晨夜午])/y;
const BOTH = /明后(?:两天|天)|今明(?:两天|天)|[这近]两天|[这近](?:几|些)天/y;

const FROM_TODAY: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };
const FEW_DAYS: Readonly<Record<string, readonly [number, number]>> = { 明后: [1, 2], 今明: [0, 1] };

/** 今天, 明儿, 大后天, 昨晚; 明后两天. At half past midnight 明天 is still the calendar's tomorrow: the date is said back. */
export const readNamedDay: Reader<DaysSaid> = (folded, at, { day }) => {
  const both = matchAt(BOTH, folded, at)?.[0];
  if (both !== undefined) {
    const isVague = FEW_DAYS[both.slice(0, 2)] === undefined;
    const [first, last] = FEW_DAYS[both.slice(0, 2)] ?? [0, both.includes('两') ? 1 : 3];
    const spans = [{ from: addDays(day, first), to: addDays(day, last) }];
    const value: DaysSaid = { kind: 'stretch', spans, isApproximate: isVague, isWeak: isVague };
    return { value, to: at + both.length };
  }
  const named = matchAt(NAMED, folded, at)?.[0];
  if (named === undefined) return undefined;
  const word = named.replace(/[天日儿个]/g, '');
  const spans = [oneDay(addDays(day, FROM_TODAY[word] ?? 0))];
  return { value: { kind: 'named', spans }, to: at + named.length };
};
