import type { StaffMember } from '../../engine/identity/people.ts';
import { ROLE_NAMES } from '../../engine/identity/texts.ts';
import type { Profile } from '../../engine/community/profile.ts';
import { sayDay, sayDays, sayTime } from '../../kernel/day.ts';
import type { Day } from '../../kernel/moment.ts';
import { type GroupText, groupText, lines, officeWords, type PublicWords } from '../../kernel/text.ts';
import type { DutyRefusal } from './rules.ts';

export const texts = {
  onDuty: groupText('{day}窗口值班：{role}{name}'),
  nobody: groupText('{day}窗口还没有排人值班，有事先打{hotline}。'),
  where: groupText('{hours}，{address}，电话{hotline}'),
  office: groupText('办公时间{where}'),
  several: groupText('窗口值班：'),
  item: groupText('{day} {name}'),
  open: '没有人',
  asked: groupText('问了{name}：{day}换{inReturn}。同意了告诉您。'),
  agreed: groupText('换好了：{day}归您，{inReturn}归{name}。'),
  refused: groupText('好的，不换。'),
  left: groupText('{days}您不值班了，已请同事顶班。\n又能来了发：顶班 {date}'),
  covered: groupText('{days}归您值班，谢谢。'),
  unreadDay: groupText('没看懂是哪天。例如：{example}'),
  gapJob: '提醒没人值班的日子（提前两天）',
} as const;

const noticeTexts = {
  asked: groupText('{name}想和您换班：{day}您来，{inReturn}{name}来。\n行就回：同意；不行回：不换'),
  agreed: groupText('{name}同意换班：{day}归{name}，{inReturn}归您。'),
  refused: groupText('{name}不方便换{day}的班，还是您值。'),
  swapped: groupText('换班：{day}{to}值，{inReturn}{from}值。'),
  onLeave: groupText('{name}请假，{days}窗口没有人值班。\n能顶的请回：顶班 {date}'),
  covered: groupText('{days}窗口由{name}顶班。'),
  gap: groupText('{day}窗口还没有人值班。\n能顶的请回：顶班 {date}'),
} as const;

const refusalTexts = {
  past: groupText('那天已经过了。'),
  'not-yours': groupText('那天是{name}值班，不是您。'),
  'none-yours': groupText('那几天都不是您值班。发“值班表”看看。'),
  'no-gaps': groupText('那几天都有人值班。发“值班表”看看。'),
  'nobody-there': groupText('那天没有排人值班。要来就回：顶班 加日期'),
  'no-such-colleague': groupText('值班表上能换的有：{names}。例如：换班 周五 {first}'),
  'not-paired': groupText('{name}还没有绑定，收不到。请当面说，或换一位。'),
  'nothing-in-return': groupText('{name}近两个月没有可换的班。要不来请发：请假 加日期'),
  'nothing-asked': groupText('没有等您答复的换班。'),
  'several-asked': groupText('有几件换班等您答复：{days}。请加上日期，例如：同意 {first}'),
  'roster-changed': groupText('值班表已经变了，这次换班作废。'),
  'no-gap': groupText('那天有{name}值班。'),
} as const;

/** `11月27日`, as it can be typed again. */
const date = (day: Day): PublicWords => officeWords(sayDay(day).replace(/（.*$/u, ''));
const dayWords = (day: Day): PublicWords => officeWords(sayDay(day));
const nameOf = ({ name }: StaffMember): PublicWords => officeWords(name);

interface Days {
  readonly day: Day;
  readonly dayInReturn: Day;
}

/** Some days in words, and the first of them as it can be typed. */
const several = (days: readonly Day[]) => ({ days: officeWords(sayDays(days)), date: date(days[0] ?? '') });

const both = ({ day, dayInReturn }: Days) => ({ day: dayWords(day), inReturn: dayWords(dayInReturn) });

/** What colleagues are told. */
export const notices = {
  asked: (from: StaffMember, days: Days) => noticeTexts.asked({ name: nameOf(from), ...both(days) }),
  agreed: (by: StaffMember, days: Days) => noticeTexts.agreed({ name: nameOf(by), ...both(days) }),
  refused: (by: StaffMember, days: Days) => noticeTexts.refused({ name: nameOf(by), day: dayWords(days.day) }),
  swapped: (from: StaffMember, to: StaffMember, days: Days) =>
    noticeTexts.swapped({ from: nameOf(from), to: nameOf(to), ...both(days) }),
  onLeave: (member: StaffMember, days: readonly Day[]) =>
    noticeTexts.onLeave({ name: nameOf(member), ...several(days) }),
  covered: (member: StaffMember, days: readonly Day[]) =>
    noticeTexts.covered({ name: nameOf(member), days: several(days).days }),
  gap: (day: Day) => noticeTexts.gap({ day: dayWords(day), date: date(day) }),
} as const;

/** When and where somebody is at the window, and its telephone. */
function whereText({ office }: Profile): GroupText {
  const hours = officeWords(office.hours.map(({ from, to }) => `${sayTime(from)}-${sayTime(to)}`).join('、'));
  return texts.where({ hours, address: officeWords(office.address), hotline: officeWords(office.hotline) });
}

export const officeText = (profile: Profile): GroupText => texts.office({ where: whereText(profile) });

/** Who is at the window on a day, and where that is. */
export function dutyText(day: Day, member: StaffMember | undefined, profile: Profile): GroupText {
  if (member === undefined) {
    return texts.nobody({ day: dayWords(day), hotline: officeWords(profile.office.hotline) });
  }
  const role = officeWords(ROLE_NAMES[member.role]);
  return lines<GroupText>(texts.onDuty({ day: dayWords(day), role, name: nameOf(member) }), whereText(profile));
}

export function itemText(day: Day, member: StaffMember | undefined): GroupText {
  return texts.item({ day: dayWords(day), name: member === undefined ? officeWords(texts.open) : nameOf(member) });
}

export function bothText(text: typeof texts.asked | typeof texts.agreed, name: string, days: Days): GroupText {
  return text({ name: officeWords(name), ...both(days) });
}

export const daysText = (text: typeof texts.left | typeof texts.covered, days: readonly Day[]): GroupText =>
  text(several(days));

export function refusalText(refusal: DutyRefusal): GroupText {
  switch (refusal.code) {
    case 'not-yours':
      return refusal.name === undefined
        ? refusalTexts['nobody-there']()
        : refusalTexts['not-yours']({ name: officeWords(refusal.name) });
    case 'no-such-colleague':
      return refusalTexts[refusal.code]({
        names: officeWords(refusal.names.join('、')),
        first: officeWords(refusal.names[0] ?? ''),
      });
    case 'not-paired':
    case 'nothing-in-return':
    case 'no-gap':
      return refusalTexts[refusal.code]({ name: officeWords(refusal.name) });
    case 'several-asked':
      return refusalTexts[refusal.code]({
        days: officeWords(refusal.days.map(sayDay).join('、')),
        first: date(refusal.days[0] ?? ''),
      });
    case 'past':
    case 'none-yours':
    case 'no-gaps':
    case 'nothing-asked':
    case 'roster-changed':
      return refusalTexts[refusal.code]();
  }
}
