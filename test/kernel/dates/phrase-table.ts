import { chinaCalendar } from '../../../src/kernel/calendar.ts';
import { findWhen } from '../../../src/kernel/dates/find-when.ts';
import type {
  Asking,
  DaySpan,
  MinuteSpan,
  PartOfDay,
  Repeats,
  When,
  WhenProblem,
} from '../../../src/kernel/dates/when.ts';
import { sayTime } from '../../../src/kernel/day.ts';
import { readHours } from '../../../src/kernel/hours.ts';
import { read } from '../../kit/project-files.ts';

/** One line of a table: what somebody says at a moment, and what is understood, in words that a clerk can check. */
export interface Row {
  readonly where: string;
  readonly words: string;
  readonly asking: Asking;
  readonly expected: string;
}

const ZONE = 'Asia/Shanghai';
const WEEKDAYS = '日一二三四五六';
const PARTS: Readonly<Record<PartOfDay, string>> = {
  'small-hours': '凌晨',
  early: '早上',
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  dusk: '傍晚',
  evening: '晚上',
  night: '夜里',
  daytime: '白天',
  'whole-day': '全天',
};
const PROBLEMS: Readonly<Record<WhenProblem, string>> = {
  'no-such-day': '没有这一天',
  'no-such-time': '没有这个时间',
  past: '已过',
  contradictory: '对不上',
};

/** The moment of `2026-11-25 10:00` in the community's zone. */
export function momentOf(reference: string): Date {
  return new Date(`${reference.replace(' ', 'T')}:00+08:00`);
}

function sayDays(spans: readonly DaySpan[]): string {
  return spans.map(({ from, to }) => (from === to ? from : `${from}..${to}`)).join(',');
}

function sayMinutes({ from, to }: MinuteSpan): string {
  return to === undefined ? sayTime(from) : `${sayTime(from)}-${sayTime(to)}`;
}

function sayRepeats(repeats: Repeats): string {
  if (repeats.every === 'day') return '每天';
  if (repeats.every === 'working-day') return '每个工作日';
  if (repeats.every === 'rest-day') return '每个休息日';
  if (repeats.every === 'week') return `每周${repeats.weekdays.map((day) => WEEKDAYS.charAt(day)).join('')}`;
  if (repeats.every === 'month') return `每月${repeats.dates.join('、')}日`;
  return `每月${repeats.nth < 0 ? '最后一个' : `第${repeats.nth}个`}周${WEEKDAYS.charAt(repeats.weekday)}`;
}

/** What was understood, as the tables write it. */
export function sayWhen(when: When | undefined): string {
  if (when === undefined) return '无';
  const { days, repeats, minutes, orMinutes, part, bound, isApproximate, isProvisional, problem } = when;
  const said = [
    days === undefined ? undefined : sayDays(days),
    repeats === undefined ? undefined : sayRepeats(repeats),
    part === undefined ? undefined : PARTS[part],
    part !== undefined || minutes === undefined ? undefined : sayMinutes(minutes),
    orMinutes === undefined ? undefined : `或${sayMinutes(orMinutes)}`,
    bound === undefined ? undefined : bound === 'before' ? '之前' : '之后',
    isApproximate ? '大约' : undefined,
    isProvisional ? '暂定' : undefined,
    problem === undefined ? undefined : PROBLEMS[problem],
  ];
  return said.filter((part) => part !== undefined).join(' ');
}

/** What a row's words are understood to say. */
export function understood({ words, asking }: Row): string {
  return sayWhen(findWhen(words, asking));
}

/**
 * The rows of a table: `reference | words | expected`. A line `## 开门 09:00-11:30, 14:30-17:30`, `## 问日子`,
 * `## 问时间`, `## 只看本月` or `## 随口说` tells how the lines under it are asked; `#` begins a comment.
 */
export function readTable(path: string): readonly Row[] {
  const rows: Row[] = [];
  let how: Omit<Asking, 'now'> = { zone: ZONE, calendar: chinaCalendar };
  for (const [index, line] of read(path).split('\n').entries()) {
    if (line.startsWith('## ')) {
      how = { zone: ZONE, calendar: chinaCalendar, ...sectionOf(line.slice(3).trim()) };
      continue;
    }
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [reference = '', words = '', expected = '', ...others] = line.split(' | ');
    if (expected === '' || others.length > 0) throw new Error(`${path}:${index + 1} is no row`);
    rows.push({
      where: `${path}:${index + 1}`,
      words,
      asking: { ...how, now: momentOf(reference) },
      expected: expected.trim(),
    });
  }
  return rows;
}

function sectionOf(title: string): Partial<Asking> {
  if (title.startsWith('开门 ')) {
    const hours = readHours(title.slice(3));
    if (hours === undefined) throw new Error(`${title}: no hours`);
    return { hours };
  }
  if (title === '问日子') return { asked: 'day' };
  if (title === '问时间') return { asked: 'time' };
  if (title === '只看本月') return { prefer: 'this-month' };
  if (title === '随口说') return {};
  throw new Error(`${title}: no such section`);
}
