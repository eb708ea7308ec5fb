import { type GroupText, groupText, officeWords } from '../../kernel/text.ts';

export const texts = {
  material: groupText('学习资料：{title}\n{body}'),
  none: groupText('还没有学习资料。'),
  added: groupText('学习资料{no}加好了，排队发到学习群。看全部发：学习 列表'),
  how: groupText('请这样发：学习 添加 标题 | 正文或链接'),
  tooLong: groupText('正文最多{most}个字，这份有{length}个字。长的请放链接。'),
  titleTooLong: groupText('标题最多{most}个字，请短一点。'),
  item: groupText('{no}. {title}'),
  more: groupText('共{count}份，这里是最新的几份。撤下发：学习 撤下 编号'),
  withdrawHow: groupText('撤下发：学习 撤下 编号'),
  withdrawn: groupText('学习资料{no}撤下了，不再发。'),
  unknown: groupText('没有学习资料{no}。发“学习 列表”看编号。'),
  pushTitle: '学习资料',
  pushJob: '推送学习资料（休息日不发）',
  figures: groupText('学习资料：在册{count}份，{month}推送{pushed}次'),
} as const;

/** A material as the rooms read it: the office's own words, so nothing is masked. */
export function materialText({ title, body }: { readonly title: string; readonly body: string }): GroupText {
  return texts.material({ title: officeWords(title), body: officeWords(body) });
}
