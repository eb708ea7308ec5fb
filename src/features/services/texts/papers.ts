import { type GroupText, groupText, officeWords } from '../../../kernel/text.ts';
import type { Paper } from '../rules/papers.ts';

export const paperTexts = {
  notOurs: groupText('{name}社区不能开，国家有规定。请找{issuer}。'),
  notOursHow: groupText('不清楚的打{hotline}，别白跑一趟。'),
  ours: groupText('开证明先说要哪一种，例如：证明 亲属关系'),
  unknown: groupText('这一种要到窗口看材料才知道能不能开。'),
  bring: groupText('请带：{bring}'),
  book: groupText('来以前约个时间，不用等：预约 {service}'),
  ready: groupText('预约号{no}的{service}办好了，{hours}到{place}取。'),
  inTheWorks: groupText('预约号{no}的{service}还没有办好的消息，办好了告诉您来取。急的打{hotline}。'),
  notAskedFor: groupText('没有查到您约的{service}。'),
  bringIdentity: groupText('来取请带：{bring}'),
  nothingToFetch: groupText('预约号{no}是{service}，没有要取的东西。'),
  readyTold: groupText('预约号{no} 已告诉居民来取。'),
  readyNowhere: groupText('预约号{no} 没法告诉居民，请打电话说一声。'),
} as const;

/** That a paper is somebody else's to issue. */
export function notOursText({ name, issuer }: Paper): GroupText {
  return paperTexts.notOurs({ name: officeWords(name), issuer: officeWords(issuer) });
}
