import { type GroupText, groupText, lines, officeWords, type PrivateText, text } from '../../kernel/text.ts';
import { plainWords } from '../../kernel/words.ts';
import type { WelfareCheck } from './rules/check.ts';

export const texts = {
  head: text('平安核实{count}户，请马上去看：'),
  item: text('预约号{no} {who}，{reason} {details}'),
  toldBefore: text('{since}起没人说平安，已经找过：{names}'),
  quietSince: text('{since}起没人说平安，前面没有人能通知到。'),
  urgentHow: text('叫不开门打110，人不好先打120！见到人发：平安 {no} 怎么样'),
  inRoom: groupText('平安核实：预约号{nos}，还没人见到。\n请{who}现在去看，见到人发：平安 {no} 怎么样'),
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
  urgentUnwell: groupText('先打120！守着人，别走开。\n预约号{no} 记下了，书记和办公室马上知道。'),
  closedBefore: groupText('预约号{no} 已经有人报过，没有在核实的。'),
  none: groupText('预约号{no}没有在核实的。'),
  says: text('预约号{no} {who}：{name}在微信里说“{words}”。\n还是要去见一面，再发：平安 {no} 怎么样'),
  urgentSays: text('人不好，先打120！预约号{no} {who}：\n{name}在微信里说“{words}”。马上去看，再发：平安 {no} 怎么样'),
  wellToOthers: text('预约号{no} 平安，{name}说的，不用再去了。'),
  urgentUnwellToOthers: text('预约号{no} {who}：{name}见到人了，人不好，马上联系{name}，先打120！'),
  words: text('原话：“{words}”'),
  endedInRoom: groupText('预约号{no} 见到人了，不用再去了。'),
  todo: text('平安核实 预约号{no} {who}，{reason}，还没人说平安'),
  todoInRoom: groupText('平安核实 预约号{no}，还没人说平安'),
  figures: groupText('平安核实（{month}）：{opened}次，还开着{open}次'),
  figuresPast: groupText('平安核实（{month}）：{opened}次'),
  gridWorker: '第{grid}网格网格员',
  office: '社区办公室',
  noDetails: '没有地址，请打电话',
} as const;

/** With heading, who was told before and what to do, a message has at most eight lines. */
const ITEMS = 5;
const NUMBERS = 10;

function inMessages<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

/** What one member of the staff is told of those whom somebody has to see, and who has been told before. */
export function alarmTexts(
  checks: readonly WelfareCheck[],
  before: { readonly names: string; readonly since: string } | undefined,
): readonly PrivateText[] {
  // Somebody who has been looked for since yesterday is one person.
  const people = [...new Map(checks.map((check) => [check.subjectNo, check])).values()];
  return inMessages(people, ITEMS).map((some) =>
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

/** What the staff's room hears: numbers, and whose they are. */
export function roomTexts(checks: readonly WelfareCheck[], grid: number | null): readonly GroupText[] {
  const who = officeWords(grid === null ? texts.office : texts.gridWorker.replace('{grid}', String(grid)));
  return inMessages(checks, NUMBERS).map((some) => {
    const nos = officeWords(some.map(({ subjectNo }) => String(subjectNo)).join('、'));
    return texts.inRoom({ nos, who, no: some[0]?.subjectNo ?? 0 });
  });
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
