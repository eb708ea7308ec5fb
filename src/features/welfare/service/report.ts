import { findPerson, findStaff } from '../../../engine/identity/store.ts';
import type { Turn } from '../../../engine/work.ts';
import { officeWords } from '../../../kernel/text.ts';
import { plainWords } from '../../../kernel/words.ts';
import { isHeardInRoom, outcomeOf, saysUnwell, type WelfareCheck, worthOfWord } from '../rules/check.ts';
import { appendWelfareEvent, closeCheck, findLastCheck, findOpenChecks } from '../store.ts';
import { endedText, passedOnText, texts } from '../texts.ts';
import { alarm, eventOf, toldOf } from './people.ts';

/** What became of somebody's word. */
export type Reported =
  | 'none'
  | 'closed-before'
  | 'passed-on'
  | 'passed-on-unwell'
  | 'not-paired'
  | 'not-paired-unwell'
  | 'well'
  | 'unwell'
  | 'unseen';

/** Somebody writes how the person is whom a number is about: by whose word it is, it ends the check or is passed on. */
export async function reportSeen(turn: Turn, subjectNo: number, words: string): Promise<Reported> {
  const { tx, community, speaker } = turn;
  const last = await findLastCheck(tx, community.id, subjectNo);
  if (last === undefined) return 'none';
  const worth = worthOfWord(last, { ...speaker, isInStaffRoom: isInStaffRoom(turn) });
  if (worth === 'none') return 'none';
  const open = (await findOpenChecks(tx, community.id)).filter((check) => check.subjectNo === subjectNo);
  if (open.length === 0) return 'closed-before';
  if (worth === 'is-passed-on') {
    const isUnwell = await passOn(turn, open, words);
    const isOrdering = open.some(({ personId }) => personId === speaker.personId);
    // Whoever looks for somebody and has not paired yet has to hear why the check goes on.
    if (isInStaffRoom(turn) && speaker.staff === undefined && !isOrdering) {
      return isUnwell ? 'not-paired-unwell' : 'not-paired';
    }
    return passedOn(isUnwell);
  }
  const outcome = outcomeOf(words);
  if (outcome === 'unseen') {
    for (const check of open) {
      await appendWelfareEvent(tx, community.id, eventOf(check, 'word', actorOf(turn), turn.at, words));
    }
    return outcome;
  }
  // Somebody who is looked for since yesterday is one person: it is said once.
  for (const [index, check] of open.entries()) await end(turn, check, outcome, words, index === 0);
  return outcome;
}

/** A resident says of themselves, or of whom they ordered for, that nothing is wrong, and names no number. */
export async function saySafe(turn: Turn, words: string): Promise<Reported> {
  const open = await findOpenChecks(turn.tx, turn.community.id);
  const own = open.filter(({ personId }) => personId === turn.speaker.personId);
  return own.length === 0 ? 'none' : passedOn(await passOn(turn, own, words));
}

const passedOn = (isUnwell: boolean): Reported => (isUnwell ? 'passed-on-unwell' : 'passed-on');

const isInStaffRoom = ({ place }: Turn): boolean => place.kind === 'room' && place.room.kind === 'staff';

const actorOf = ({ speaker }: Turn): string =>
  speaker.staff === undefined ? `person:${speaker.personId}` : `staff:${speaker.staff.id}`;

/**
 * Records a word that ends nothing and tells it to whoever is looking; of harm the whole office hears. Where none of them
 * can be reached the staff's room hears that there is a word, and not which. Returns whether it tells of harm.
 */
async function passOn(turn: Turn, checks: readonly WelfareCheck[], words: string): Promise<boolean> {
  const { tx, community, speaker, at } = turn;
  const staff = await findStaff(tx, community.id);
  const isUnwell = saysUnwell(words);
  for (const check of checks) {
    await appendWelfareEvent(tx, community.id, eventOf(check, 'word', actorOf(turn), at, words));
    const text = passedOnText(check, speaker.staff?.name ?? speaker.name, words, isUnwell);
    const told = await hearers(turn, check, staff, isUnwell);
    for (const personId of told) await turn.post.toPerson(personId, text, alarm(turn));
    if (told.size > 0 || isInStaffRoom(turn)) continue;
    const inRoom = isUnwell ? texts.urgentWordInRoom : texts.wordInRoom;
    await turn.post.toStaffRoom(inRoom({ no: check.subjectNo }), alarm(turn));
  }
  return isUnwell;
}

/** Who hears of what is said about a check: whoever was told of it, and of harm the office; not the speaker. */
async function hearers(
  turn: Turn,
  check: WelfareCheck,
  staff: Awaited<ReturnType<typeof findStaff>>,
  isUnwell: boolean,
): Promise<ReadonlySet<number>> {
  const office = staff.filter(({ role }) => isUnwell && (role === 'clerk' || role === 'secretary'));
  const all = [...(await toldOf(turn, staff, check)), ...office].flatMap(({ personId }) =>
    personId === null ? [] : [personId],
  );
  return new Set(all.filter((personId) => personId !== turn.speaker.personId));
}

/** Ends a check: whoever was told hears that nobody need go any more, and whoever ordered hears it too. */
async function end(
  turn: Turn,
  check: WelfareCheck,
  outcome: 'well' | 'unwell',
  words: string,
  isTold: boolean,
): Promise<void> {
  const { tx, community, speaker, at } = turn;
  const closing = { state: outcome, closedBy: actorOf(turn), outcome: words, closedAt: at };
  if (!(await closeCheck(tx, community.id, check.id, closing))) return;
  await appendWelfareEvent(tx, community.id, eventOf(check, outcome, actorOf(turn), at, words));
  if (!isTold) return;
  const staff = await findStaff(tx, community.id);
  const told = await hearers(turn, check, staff, outcome === 'unwell');
  const by = speaker.staff?.name ?? plainWords(speaker.name);
  for (const personId of told) {
    await turn.post.toPerson(personId, endedText(check, outcome, by, words), alarm(turn));
  }
  if (isHeardInRoom(check.rung)) {
    const slots = { no: check.subjectNo, name: officeWords(by) };
    await turn.post.toStaffRoom(outcome === 'well' ? texts.endedInRoom(slots) : texts.unwellInRoom(slots), alarm(turn));
  }
  const person = await findPerson(tx, community.id, check.personId);
  if (person?.isFriend !== true || check.personId === speaker.personId) return;
  const slots = { no: check.subjectNo, hotline: community.profile.office.hotline };
  const family = outcome === 'well' ? texts.familyWell(slots) : texts.familyUnwell(slots);
  await turn.post.toPerson(check.personId, family, alarm(turn));
}
