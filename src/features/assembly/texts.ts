import { sayMoment } from '../../kernel/moment.ts';
import { type GroupText, groupText, lines, officeWords, type PublicWords, text } from '../../kernel/text.ts';
import type { Meeting, Reminder } from './rules.ts';

export const REMINDER_TITLES: Readonly<Record<Reminder | 'change', string>> = {
  eve: '议事日前一天提醒',
  'same-day': '议事日当天提醒',
  change: '议事日变动通知',
};

/** The jobs' names. */
export const JOB_NAMES: Readonly<Record<Reminder | 'preview', string>> = {
  preview: '议事日预告（发工作群）',
  eve: '议事日前一天提醒',
  'same-day': '议事日当天提醒',
};

export const texts = {
  plan: text('{month}月居民议事日：预告、前一天提醒、当天提醒、开会'),
  eve: groupText('明天{at}开居民议事日，欢迎来。'),
  sameDay: groupText('今天{at}开居民议事日，欢迎来。'),
  place: groupText('地点：{place}'),
  host: groupText('主持：{host}'),
  handIn: groupText('想提的事现在就发：议题 加内容'),
  moved: groupText('{month}月居民议事日改到{at}，不按原来的时间开。'),
  cancelled: groupText('{month}月居民议事日不开了，原定{at}。'),
  next: groupText('{month}月居民议事日：{at}，{place}，{host}主持。'),
  nextCancelled: groupText('{month}月居民议事日不开。'),
  topicKept: groupText('议题记下了，{at}的议事日上说。'),
  topicsFrom: groupText('{month}月的议题从{day}起收，到时再发。急事发：投诉 地点 什么事'),
  topicHow: groupText('想提议题就这样发：议题 大门口装个充电桩'),
  noTopics: groupText('{month}月还没有议题。'),
  topicCount: groupText('{month}月有{count}条议题，内容请私聊我发：议题'),
  topic: text('{index}. {words}（{name}）'),
  previewHead: groupText('{month}月居民议事日：{at}，{place}'),
  previewItem: groupText('广播{no}：{at}发{count}个群，{title}'),
  previewRooms: groupText('发到：{rooms}'),
  previewMoreRooms: groupText('　　　{rooms}'),
  previewHow: groupText('不发回：停发 广播号；改期回：议事日 改 {example}；不开回：议事日 停'),
  previewWording: groupText('到时发的是（当天那次“明天”换成“今天”）：'),
  changed: groupText('{month}月议事日改到{at}。'),
  stopped: groupText('{month}月议事日不开，提醒不再发。要恢复发：议事日 改 日期 时间'),
  changedReminder: groupText('广播{no}：{at}发{title}，不发回：停发 {no}'),
  changedNoReminder: groupText('离开会太近，不再提醒。'),
  roomsHear: groupText('已经提醒过的群会收到变动通知（广播{no}）。'),
  notADate: groupText('日期没看懂。请这样发：议事日 改 {example}'),
  noSuchDay: groupText('没有{asked}这一天。请这样发：议事日 改 {example}'),
  noSuchTime: groupText('没有{asked}这个时间。请这样发：议事日 改 {example}'),
  noTime: groupText('还要写几点。请这样发：议事日 改 {example}'),
  past: groupText('{at}已经过了。请写以后的时间，例如：议事日 改 {example}'),
  otherMonth: groupText('议事日只能改到这个月或下个月。例如：议事日 改 {example}'),
  nextCancelledTopic: groupText('{month}月居民议事日不开。现在要说就发：建议 加内容；议题下个月3日起再收。'),
  begun: groupText('{month}月的议事日已经开始或开过了，改不了。'),
  missed: groupText('{month}月议事日的{title}没能发出：到时机器人没在线。\n请在群里说一声：{at}，{place}'),
  figures: groupText('议事日：{at}，议题{count}条'),
  figuresCancelled: groupText('议事日：本月不开'),
} as const;

/** `2026-11` → 11 */
export const monthNumber = (month: string): number => Number(month.slice(5));

export interface MeetingView {
  readonly meeting: Meeting;
  readonly place: PublicWords;
  readonly host: PublicWords;
  readonly zone: string;
}

export const momentWords = (at: Date, zone: string): PublicWords => officeWords(sayMoment(at, zone));

/** How a date is typed, shown with one that would do: `11月11日 15:00`. */
export function changeExample(at: Date, zone: string): PublicWords {
  return officeWords(sayMoment(at, zone).replace(/（.*）/u, ' '));
}

/** What the rooms read: when, where, who leads it, how to hand in a topic. */
export function reminderText(reminder: Reminder, { meeting, place, host, zone }: MeetingView): GroupText {
  const at = momentWords(meeting.startsAt, zone);
  return lines<GroupText>(
    reminder === 'eve' ? texts.eve({ at }) : texts.sameDay({ at }),
    texts.place({ place }),
    texts.host({ host }),
    texts.handIn(),
  );
}
