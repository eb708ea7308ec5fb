import { readNumeral } from '../../../kernel/numerals.ts';
import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { SELF, type Who } from './booking.ts';
import {
  CALLED_NEIGHBOUR,
  EMPTY_PARTS,
  FAMILY_MEMBERS,
  NEIGHBOUR,
  ONESELF,
  OTHER_NAMES,
  SAID_AGE,
  SEVERAL,
} from './vocabulary.ts';

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
  const folded = fold(words);
  const named: readonly Named[] = services
    .map((service) => ({ service, length: lengthNamed(folded, service) }))
    .filter(({ length }) => length > 0);
  const longest = Math.max(0, ...named.map(({ length }) => length));
  return named.filter(({ length }) => length === longest).map(({ service }) => service);
}

/** For whom, as the words say it: `several` where they name two at once; undefined where nothing is said. */
export function whoIn(words: string): Who | 'several' | undefined {
  const folded = fold(words);
  if (SEVERAL.test(folded)) return 'several';
  const neighbour = NEIGHBOUR.exec(folded);
  if (neighbour !== null) {
    return { relation: 'neighbour', beneficiary: `${CALLED_NEIGHBOUR}${neighbour.groups?.['called'] ?? ''}` };
  }
  const member = FAMILY_MEMBERS.find(([, pattern]) => pattern.test(folded));
  if (member !== undefined) return { relation: 'family', beneficiary: member[0] };
  return ONESELF.test(folded) ? SELF : undefined;
}

/** The age that is said: `72岁`; of somebody who has not reached it, the year before. */
export function ageIn(words: string): number | undefined {
  return ageOf(SAID_AGE.exec(fold(words)));
}

const OLDEST = 130;

/** The age in what a pattern of an age has found. */
export function ageOf(found: RegExpExecArray | null): number | undefined {
  const said = found?.groups?.['age'];
  const age = said === undefined ? undefined : readNumeral(said);
  if (age === undefined || age <= 0 || age >= OLDEST) return undefined;
  return found?.groups?.['under'] === undefined ? age : age - 1;
}
