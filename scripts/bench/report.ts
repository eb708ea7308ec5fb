import type { Comparison } from './compare.ts';
import type { DateFigures } from './dates.ts';

/** Everything that one run has measured. */
export interface Figures {
  readonly comparisons: readonly Comparison[];
  readonly dates?: DateFigures;
  readonly startUpSeconds?: number;
  readonly quietYearSeconds?: number;
  readonly residentMegabytes?: number;
}

const AIM = 4;
const COLUMNS = [16, 11, 11, 7, 10, 10, 9, 8];
const number = (value: number, digits = 0): string => value.toFixed(digits);

/** Cells in columns, counted as a terminal shows them: a Chinese character is two wide. */
function line(...cells: readonly string[]): string {
  const width = (cell: string): number => [...cell].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);
  return cells.map((cell, index) => cell + ' '.repeat(Math.max(0, (COLUMNS[index] ?? 0) - width(cell)))).join(' ');
}

/** The figures as a table for people. */
export function reportLines({ comparisons, ...rest }: Figures): readonly string[] {
  const rows = comparisons.map((one) =>
    line(
      one.name,
      number(one.ours),
      number(one.raw),
      number(one.ratio, 1),
      number(one.oursBusy, 2),
      number(one.rawBusy, 2),
      number(one.rows, 1),
      number(one.commits, 1),
    ),
  );
  const head = line('', '程序 条/秒', '裸驱动', '倍数', '程序 毫秒', '裸驱动', '行/条', '提交/条');
  const { dates } = rest;
  const outside = [
    dates === undefined
      ? undefined
      : `听日子：有日子的一句${number(dates.withDate)}微秒，没有的${number(dates.withoutDate)}微秒`,
    rest.startUpSeconds === undefined ? undefined : `从启动到结束，什么也不做：${number(rest.startUpSeconds, 2)}秒`,
    rest.quietYearSeconds === undefined ? undefined : `安静的一年：${number(rest.quietYearSeconds, 1)}秒`,
    rest.residentMegabytes === undefined ? undefined : `1000条之后的内存：${number(rest.residentMegabytes)}兆`,
  ].filter((said) => said !== undefined);
  const filed = comparisons[0];
  const verdict =
    filed === undefined
      ? []
      : [`登记一条是裸驱动的${number(filed.ratio, 1)}倍，目标不超过${AIM}倍。毫秒是处理器时间，不含等硬盘。`];
  return [...(rows.length === 0 ? [] : [head, ...rows]), ...verdict, ...outside];
}
