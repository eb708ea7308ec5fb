import { chinaCalendar } from '../../src/kernel/calendar.ts';
import { findWhen } from '../../src/kernel/dates/find-when.ts';
import { median } from './median.ts';

/** What finding a date takes, in microseconds of processor time a phrase. */
export interface DateFigures {
  readonly withDate: number;
  /** Most of what is said in a group holds none. */
  readonly withoutDate: number;
}

const WITH_DATE = [
  '明天上午给我妈约个理发',
  '下周三下午2点半到4点量血压',
  '11月26日（周四）09:30',
  '国庆后第一个工作日上午',
  '正月初六',
  '三天以后',
  '每周二、四上午',
] as const;
const WITHOUT_DATE = [
  '3号楼2单元的电梯坏了，能不能来看看',
  '楼上三天两头吵架，一点都不讲理',
  '中山路26号门口的路灯不亮',
  '谁家有多的葱，要三根',
] as const;
const LAPS = 500;
const ROUNDS = 9;

function microsecondsA(words: readonly string[]): number {
  const asking = { now: new Date('2026-11-25T02:00:00Z'), zone: 'Asia/Shanghai', calendar: chinaCalendar };
  const lap = (): number => {
    const before = process.cpuUsage();
    for (let nth = 0; nth < LAPS; nth += 1) for (const said of words) findWhen(said, asking);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (LAPS * words.length);
  };
  lap(); // a warm-up
  return median(Array.from({ length: ROUNDS }, lap));
}

/** Finds the same phrases over and over, in the middle of nine rounds. */
export function measureDates(): DateFigures {
  return { withDate: microsecondsA(WITH_DATE), withoutDate: microsecondsA(WITHOUT_DATE) };
}
