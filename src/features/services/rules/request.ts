import { readNumeral } from '../../../kernel/numerals.ts';
import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { SELF, type Who } from './booking.ts';
import { EMPTY_PARTS, OTHER_NAMES } from './vocabulary.ts';
import {
  BARE_AGE,
  BORN,
  CALLED_NEIGHBOUR,
  FAMILY_MEMBERS,
  FOR_THEM,
  NAMED_ALONE,
  NEIGHBOUR,
  ONESELF,
  ONESELF_TOO,
  SAID_AGE,
  SEVERAL,
  TOLD_AGE,
} from './vocabulary/people.ts';
import { OTHER_THINGS } from './vocabulary/questions.ts';

interface Named {
  readonly service: Service;
  readonly length: number;
}

/** The parts of a name that mean it alone: 上门理发 is meant by 理发, but not by 上门. */
function partsOf(name: string): readonly string[] {
  const parts = [name.slice(0, 2), name.slice(-2)].filter((part) => part.length === 2 && !EMPTY_PARTS.includes(part));
  return [name, ...parts];
}

/** All the words by which a service is called, folded. */
export function wordsOf(service: Service): readonly string[] {
  return [...partsOf(service.name), ...service.words].map(fold);
}

function lengthNamed(folded: string, service: Service): number {
  const said = wordsOf(service).filter((word) => folded.includes(word));
  const longest = Math.max(0, ...said.map((word) => word.length));
  const other = OTHER_NAMES.find(([part, words]) => service.name.includes(part) && words.test(folded));
  return Math.max(longest, other === undefined ? 0 : 2);
}

/** The services that the words mean, those named at greatest length; several where the words leave it open. */
export function servicesIn(words: string, services: readonly Service[]): readonly Service[] {
  const folded = fold(words).replace(OTHER_THINGS, ' ');
  const named: readonly Named[] = services
    .map((service) => ({ service, length: lengthNamed(folded, service) }))
    .filter(({ length }) => length > 0);
  const longest = Math.max(0, ...named.map(({ length }) => length));
  return named.filter(({ length }) => length === longest).map(({ service }) => service);
}

const neighbour = (called: string | undefined): Who => ({
  relation: 'neighbour',
  beneficiary: CALLED_NEIGHBOUR + (called ?? ''),
});

/**
 * For whom, as the words say it: `several` where they name two at once; undefined where nothing is said. `own`: the
 * name of whoever says it, for 预约 理发 王阿姨 may be signed.
 */
export function whoIn(words: string, own = ''): Who | 'several' | undefined {
  const folded = fold(words);
  if (SEVERAL.test(folded)) return 'several';
  const member = FAMILY_MEMBERS.find(({ isFor }) => isFor.test(folded)) ?? memberBefore(folded);
  if (member !== undefined) return { relation: 'family', beneficiary: member.label };
  const named = NEIGHBOUR.exec(folded);
  const called = named?.groups?.['called'] ?? named?.groups?.['named'];
  if (named !== null) return called === fold(own) ? SELF : neighbour(called);
  if (ONESELF.test(folded)) return SELF;
  const wanting = FAMILY_MEMBERS.find(({ wants, isAged }) => wants.test(folded) || isAged.test(folded));
  if (wanting !== undefined) return { relation: 'family', beneficiary: wanting.label };
  const alone = NAMED_ALONE.exec(folded)?.groups?.['named'];
  if (alone === undefined || alone === fold(own)) return undefined;
  return neighbour(alone);
}

/** Whom the words name where they name several at once: 给我和老伴, 我爸妈; oneself first. */
export function allIn(words: string): readonly Who[] {
  const folded = fold(words);
  const family = FAMILY_MEMBERS.filter(({ isNamed }) => isNamed.test(folded));
  const members = family.map(({ label }): Who => ({ relation: 'family', beneficiary: label }));
  return ONESELF_TOO.test(folded) ? [SELF, ...members] : members;
}

/** Whether the words speak of the one for whom something was booked: by what they are to the booker, or their name. */
export function isSpokenOf(words: string, beneficiary: string): boolean {
  const folded = fold(words);
  if (beneficiary === '') return ONESELF.test(folded);
  const member = FAMILY_MEMBERS.find(({ label }) => label === beneficiary);
  if (member !== undefined) return member.isNamed.test(folded);
  const name = fold(beneficiary.replace(CALLED_NEIGHBOUR, ''));
  return name !== '' && folded.includes(name);
}

/** 我妈让我给她约: she was named before. */
function memberBefore(folded: string): (typeof FAMILY_MEMBERS)[number] | undefined {
  const before = FOR_THEM.exec(folded);
  return before === null
    ? undefined
    : FAMILY_MEMBERS.find(({ isNamed }) => isNamed.test(folded.slice(0, before.index)));
}

/**
 * The age that is said: `72岁`, `我75`, `1950年生的` where the year is known; of somebody who has not reached it, the
 * year before.
 */
export function ageIn(words: string, year?: number): number | undefined {
  const folded = fold(words);
  return (
    ageOf(SAID_AGE.exec(folded)) ??
    ageOf(TOLD_AGE.exec(folded)) ??
    ageFrom(BORN.exec(folded), year) ??
    ageOf(BARE_AGE.exec(folded))
  );
}

function ageFrom(born: RegExpExecArray | null, year: number | undefined): number | undefined {
  const digits = born?.groups?.['year']?.slice(-2);
  return digits === undefined || year === undefined ? undefined : year - 1900 - Number(digits);
}

const OLDEST = 130;

/** The age in what a pattern of an age has found. */
export function ageOf(found: RegExpExecArray | null): number | undefined {
  const said = found?.groups?.['age'];
  const age = said === undefined ? undefined : readNumeral(said);
  if (age === undefined || age <= 0 || age >= OLDEST) return undefined;
  return found?.groups?.['under'] === undefined ? age : age - 1;
}
