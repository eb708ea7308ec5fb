import type { Service } from '../../../kernel/service.ts';
import { type Day, sayTime } from '../../../kernel/moment.ts';
import { type GroupText, groupText, officeWords } from '../../../kernel/text.ts';
import type { Slot } from '../rules/booking.ts';
import type { SlotProblem, Wish } from '../rules/slots.ts';
import { dayWords, daysWords, hoursWords } from './say.ts';

const problems = {
  past: groupText('{when}已经过了。'),
  'too-soon': groupText('{when}来不及约了，要早一点约。'),
  'too-far': groupText('{when}太远，现在只约{horizon}天内的。'),
  closed: groupText('{when}{service}停一天。'),
  'not-offered': groupText('{when}没有{service}，开的是{days}。'),
  holiday: groupText('{when}是{holiday}假期，{service}不开。'),
  'no-turn': groupText('{when}没有这个时间，开的是{hours}。'),
  betweenTurns: groupText('没有{when}开始的这一场，离得近的有：'),
  full: groupText('{when}约满了。想等空位就回：候补'),
  partlyFull: groupText('{when}约满了。'),
  taken: groupText('{when}有人约了。想等空位就回：候补'),
  noSuchDay: groupText('日历上没有这一天，请换一个日子。'),
  contradictory: groupText('日子和星期对不上，请再说一遍，例如：11月26日上午'),
  noSuchTime: groupText('没有这个时间，请换一个，例如：上午9点半'),
} as const;

/** What belongs to a problem: the other turns that are shown, the holiday on which the wished day lies, and today. */
interface Beside {
  readonly choices: readonly Slot[];
  readonly holiday: string | undefined;
  readonly today: Day;
}

/** Why a wish cannot be had. Where one of the choices is of the same day, that day is not full. */
export function problemText(
  problem: SlotProblem,
  service: Service,
  wish: Wish,
  { choices, holiday, today }: Beside,
): GroupText {
  const isTimely = problem === 'past' || problem === 'too-soon' || problem === 'no-turn';
  if (problem === 'full' && choices.some(({ day }) => wish.days.includes(day))) {
    const when = wishWords(wish, today);
    const isSeat = service.capacity === 1 && wish.from !== undefined && wish.to === undefined;
    return isSeat ? problems.taken({ when }) : problems.partlyFull({ when });
  }
  const slots = {
    when: wishWords(isTimely ? wish : { ...wish, from: undefined, to: undefined }, today),
    service: officeWords(service.name),
    days: daysWords(service),
    hours: hoursWords(service),
    horizon: service.horizon,
  };
  if (problem === 'not-offered' && holiday !== undefined) {
    return problems.holiday({ ...slots, holiday: officeWords(holiday) });
  }
  const minutes = wish.from ?? 0;
  const isOpen = service.hours.some(({ from, to }) => from <= minutes && minutes < to);
  if (problem === 'no-turn' && isOpen && choices.length > 0) return problems.betweenTurns(slots);
  return problems[problem](slots);
}

/** A day or a time that does not exist, or does not fit together. */
export function noSuchText(problem: 'no-such-day' | 'no-such-time' | 'contradictory'): GroupText {
  switch (problem) {
    case 'no-such-day':
      return problems.noSuchDay();
    case 'no-such-time':
      return problems.noSuchTime();
    case 'contradictory':
      return problems.contradictory();
  }
}

function wishWords({ days, from, to }: Wish, today: Day) {
  const [day, ...others] = days;
  if (day === undefined) return officeWords('近期');
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`;
  return officeWords(year + dayWords(day) + (others.length > 0 ? '那几天' : timeWords(from, to)));
}

const A_DAY = 1_440;

function timeWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return '';
  if (to === undefined) return sayTime(from);
  if (from <= 0) return `${sayTime(to)}以前`;
  return to >= A_DAY ? `${sayTime(from)}以后` : `${sayTime(from)}到${sayTime(to)}`;
}
