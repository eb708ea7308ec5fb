import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../kernel/text.ts';
import { plainWords } from '../../kernel/words.ts';
import type { Rung, Step, WelfareCheck } from './rules/check.ts';

export const texts = {
  head: text('平安核实{count}户，请马上去看：'),
  item: text('预约号{no} {who}，{reason} {details}'),
  toldBefore: text('{since}起没人说平安，已经找过：{names}'),
  quietSince: text('{since}起没人说平安，前面没有人能通知到。'),
  urgentHow: text('叫不开门打110，人不好先打120！见到人发：平安 {no} 怎么样'),
  inRoom: groupText('平安核实：预约号{nos}，还没人见到。'),
  sinceInRoom: groupText('{since}起没人说平安。'),
  nobodyOn: groupText('{who}还没绑定，我通知不到。'),
  goAndLook: groupText('请{who}现在去看，见到人发：平安 {no} 怎么样'),
  toFamily: text(
    '预约号{no} {reason}，社区正派人去看。您没事或能联系上人，就回：我没事；\n人不好先打120，再回：平安 {no} 怎么样',
  ),
  familyWell: text('预约号{no} 平安，社区见到人了。'),
  familyUnwell: text('预约号{no} 社区的人见到人了，请马上打{hotline}。'),
  passedOn: groupText('知道了，已经告诉社区的人，他们还会去看一眼。'),
  urgentPassedOn: groupText('人不好先打120！\n已经告诉社区，马上有人去。'),
  nobodyLooks: groupText('好的，没事就好。'),
  whichNo: groupText('还要写预约号，例如：平安 1 在家，没听见敲门'),
  closed: groupText('预约号{no} 平安，记下了。谢谢您跑一趟。'),
  goOn: groupText('预约号{no} 还没见到人，请接着找。叫不开门打110。\n见到人、通上话了再发：平安 {no} 人没事'),
  urgentUnwell: groupText('先打120！守着人，别走开。\n预约号{no} 记下了，书记和办公室马上知道。'),
  closedBefore: groupText('预约号{no} 已经有人报过，没有在核实的。'),
  none: groupText('预约号{no}没有在核实的。'),
  says: text('预约号{no} {who}：{name}在微信里说“{words}”。\n还是要去见一面，再发：平安 {no} 怎么样'),
  urgentSays: text('人不好，先打120！预约号{no} {who}：\n{name}在微信里说“{words}”。马上去看，再发：平安 {no} 怎么样'),
  wellToOthers: text('预约号{no} 平安，{name}说的，不用再去了。'),
  urgentUnwellToOthers: text('预约号{no} {who}：{name}见到人了，人不好，马上联系{name}，先打120！'),
  words: text('原话：“{words}”'),
  endedInRoom: groupText('预约号{no} 见到人了，不用再去了。'),
  unwellInRoom: groupText('预约号{no} {name}见到人了，请马上联系{name}。'),
  wordInRoom: groupText('预约号{no} 有人来话说没事，还是要去见一面。\n见到人发：平安 {no} 怎么样'),
  urgentWordInRoom: groupText('预约号{no} 有人来话，很急：请马上去看，先打120。\n见到人发：平安 {no} 怎么样'),
  pairFirst: groupText('记下了。您还没绑定，还不算完：先私聊我绑定，再发：平安 {no} 怎么样'),
  urgentPairFirst: groupText('人不好先打120！记下了，守着人。\n您还没绑定：先私聊我绑定，再发：平安 {no} 怎么样'),
  todo: text('平安核实 预约号{no} {who}，{reason}，还没人说平安'),
  todoInRoom: groupText('平安核实 预约号{no}，还没人说平安'),
  figures: groupText('平安核实（{month}）：{opened}次，还开着{open}次'),
  figuresPast: groupText('平安核实（{month}）：{opened}次'),
  gridWorker: '第{grid}网格网格员',
  anyGridWorker: '网格员',
  clerk: '办事员',
  secretary: '书记',
  office: '社区办公室',
  anybody: '能去的同事',
  noDetails: '没有地址，请打电话',
} as const;

/** With heading, who was told before and what to do, a message has at most eight lines. */
const ITEMS = 5;
const NUMBERS = 10;

function inMessages<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

/** Somebody who has been looked for since yesterday is one person. */
const peopleOf = (checks: readonly WelfareCheck[]): readonly WelfareCheck[] => [
  ...new Map(checks.map((check) => [check.subjectNo, check])).values(),
];

/** What one member of the staff is told of those whom somebody has to see, and who has been told before. */
export function alarmTexts(
  checks: readonly WelfareCheck[],
  before: { readonly names: string; readonly since: string } | undefined,
): readonly PrivateText[] {
  return inMessages(peopleOf(checks), ITEMS).map((some) =>
    lines<PrivateText>(
      texts.head({ count: some.length }),
      ...some.map(({ subjectNo: no, name, reason, details }) =>
        texts.item({
          no,
          who: plainWords(name),
          reason,
          details: details === null ? texts.noDetails : `“${plainWords(details)}”`,
        }),
      ),
      before === undefined ? undefined : before.names === '' ? texts.quietSince(before) : texts.toldBefore(before),
      texts.urgentHow({ no: some[0]?.subjectNo ?? 0 }),
    ),
  );
}

const gridWorkerOf = (grid: number | null): string =>
  grid === null ? texts.anyGridWorker : texts.gridWorker.replace('{grid}', String(grid));

/** What the staff's room hears: numbers, who cannot be told, who is to go, and in a reminder since when. */
export function roomTexts(
  checks: readonly WelfareCheck[],
  {
    told,
    empty,
    grid,
    since,
  }: Pick<Step, 'told' | 'empty'> & { readonly grid: number | null; readonly since: string | undefined },
): readonly GroupText[] {
  const nameOf = (rung: Rung): string => (rung === 'grid-worker' ? gridWorkerOf(grid) : texts[rung]);
  const office = told === undefined ? texts.anybody : texts.office;
  const who = officeWords(told === 'grid-worker' ? gridWorkerOf(grid) : office);
  return inMessages(peopleOf(checks), NUMBERS).map((some) =>
    lines<GroupText>(
      texts.inRoom({ nos: officeWords(some.map(({ subjectNo }) => String(subjectNo)).join('、')) }),
      since === undefined ? undefined : texts.sinceInRoom({ since: officeWords(since) }),
      empty.length === 0 ? undefined : texts.nobodyOn({ who: officeWords(empty.map(nameOf).join('、')) }),
      texts.goAndLook({ who, no: some[0]?.subjectNo ?? 0 }),
    ),
  );
}

/** What whoever looks for somebody reads of a word that ends nothing. */
export function passedOnText(
  { subjectNo: no, name: who }: Pick<WelfareCheck, 'subjectNo' | 'name'>,
  name: string,
  words: string,
  isUnwell: boolean,
): PrivateText {
  const slots = { no, who: plainWords(who), name: plainWords(name), words: plainWords(words) };
  return isUnwell ? texts.urgentSays(slots) : texts.says(slots);
}

/** What those who were told of a check hear at its end. */
export function endedText(
  { subjectNo: no, name: who }: Pick<WelfareCheck, 'subjectNo' | 'name'>,
  outcome: 'well' | 'unwell',
  name: string,
  words: string,
): PrivateText {
  if (outcome === 'well') return texts.wellToOthers({ no, name });
  return lines<PrivateText>(
    texts.urgentUnwellToOthers({ no, who: plainWords(who), name }),
    texts.words({ words: plainWords(words) }),
  );
}
