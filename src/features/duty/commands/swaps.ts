import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { StandingQuestion } from '../../../engine/chat/question.ts';
import { staffOf } from '../../../engine/identity/people.ts';
import type { Turn } from '../../../engine/work.ts';
import { fold } from '../../../kernel/words.ts';
import { agreeSwap, askSwap, isJustAsked, readDuty, refuseSwap } from '../service.ts';
import { bothText, refusalText, texts } from '../texts.ts';
import { AGREES, DISAGREES } from '../vocabulary.ts';
import { readDay, staff, unread } from './said-days.ts';

async function swap(turn: Turn, typed: string): Promise<Reply> {
  const said = readDay(turn, typed);
  if (said === undefined) return unread('换班 周五 小陈');
  const name = said.rest.replace(/^(?:和|跟|给|找)/u, '').trim();
  const done = await askSwap(turn, staffOf(turn), said.day, name);
  return say(done.ok ? bothText(texts.asked, name, done.value) : refusalText(done.refusal));
}

async function agree(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : readDay(turn, typed);
  if (typed !== undefined && said === undefined) return unread('同意 周五');
  const staff = staffOf(turn);
  const done = await agreeSwap(turn, staff, said?.day);
  if (!done.ok) return say(refusalText(done.refusal));
  const { member } = await readDuty(turn, done.value.dayInReturn);
  return say(bothText(texts.agreed, member?.name ?? '', done.value));
}

async function decline(turn: Turn, typed: string | undefined): Promise<Reply> {
  const said = typed === undefined ? undefined : readDay(turn, typed);
  if (typed !== undefined && said === undefined) return unread('不换 周五');
  const done = await refuseSwap(turn, staffOf(turn), said?.day);
  return say(done.ok ? texts.refused() : refusalText(done.refusal));
}

/** `行`, `不行` in private to what a colleague has just asked; later, or while something else is asked, only the commands count. */
export const swapQuestion: StandingQuestion = {
  id: 'duty.swap',
  fits: (typed, isContested) => !isContested && (AGREES.test(fold(typed.trim())) || DISAGREES.test(fold(typed.trim()))),
  isOpen: ({ place, speaker, ...work }) =>
    place.kind === 'direct' && speaker.staff !== undefined ? isJustAsked(work, speaker.staff) : Promise.resolve(false),
  answer: (turn, typed) => (AGREES.test(fold(typed.trim())) ? agree(turn, undefined) : decline(turn, undefined)),
};

export const swapCommands: readonly Command[] = [
  command({
    ...staff,
    id: 'duty.swap',
    words: ['换班'],
    heard: 'content',
    usage: '换班 日期 同事',
    example: '换班 周五 小陈',
    args: { words },
    run: (turn, taken) => swap(turn, taken.words),
  }),
  command({
    ...staff,
    id: 'duty.agree',
    words: ['同意', '同意换班'],
    heard: 'content',
    usage: '同意',
    example: '同意 周五',
    args: { day: optional(words) },
    run: (turn, { day }) => agree(turn, day),
  }),
  command({
    ...staff,
    id: 'duty.decline',
    words: ['不换', '不同意换班'],
    heard: 'content',
    usage: '不换',
    example: '不换 周五',
    args: { day: optional(words) },
    run: (turn, { day }) => decline(turn, day),
  }),
];
