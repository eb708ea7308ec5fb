import type { Service } from '../../../kernel/service.ts';
import { sayTime } from '../../../kernel/moment.ts';
import { type GroupText, groupText, officeWords } from '../../../kernel/text.ts';
import type { SlotProblem, Wish } from '../rules/slots.ts';
import { dayWords, daysWords, hoursWords } from './say.ts';

const problems = {
  past: groupText('{when}已经过了。'),
  'too-soon': groupText('{when}来不及约了，要早一点约。'),
  'too-far': groupText('{when}太远，现在只约{horizon}天内的。'),
  closed: groupText('{when}{service}停一天。'),
  'not-offered': groupText('{when}没有{service}，开的是{days}。'),
  'no-turn': groupText('{when}没有这个时间，开的是{hours}。'),
  full: groupText('{when}约满了。想等空位就回：候补'),
  noSuchDay: groupText('日历上没有这一天，请换一个日子。'),
  contradictory: groupText('日子和星期对不上，请再说一遍，例如：11月26日上午'),
  noSuchTime: groupText('没有这个时间，请换一个，例如：上午9点半'),
} as const;

/** Why a wish cannot be had. */
export function problemText(problem: SlotProblem, service: Service, wish: Wish): GroupText {
  const slots = {
    when: wishWords(wish),
    service: officeWords(service.name),
    days: daysWords(service),
    hours: hoursWords(service),
    horizon: service.horizon,
  };
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

function wishWords({ days, from, to }: Wish) {
  const [day, ...others] = days;
  if (day === undefined) return officeWords('近期');
  const time = from !== undefined && to === undefined ? sayTime(from) : '';
  return officeWords(dayWords(day) + (others.length > 0 ? '那几天' : time));
}
