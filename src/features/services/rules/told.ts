import { findWhen } from '../../../kernel/dates/find-when.ts';
import type { Asking } from '../../../kernel/dates/when.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { type Compound, readPlace } from '../../../kernel/place.ts';
import type { Service } from '../../../kernel/service.ts';
import { joinStretches, type Stretch, stretchesOf } from '../../../kernel/stretch.ts';
import { fold } from '../../../kernel/words.ts';
import type { Who } from './booking.ts';
import { pointingOf } from './pointing.ts';
import { ageIn, whoIn } from './request.ts';
import type { Wish } from './slots.ts';
import { AROUND_DETAILS, CORRECTS, DIET, OR, TELEPHONE } from './vocabulary.ts';
import { ANY_NAME, ASIDE, BARE_AGE, BORN, OWN_AGE, SAID_AGE, TOLD_AGE } from './vocabulary/people.ts';
import { impossibleIn, type SaidWhen, whenIn } from './when.ts';

/** From where words about a booking are understood. */
export interface Hearing {
  readonly asking: Asking;
  readonly compounds: readonly Compound[];
  readonly services: readonly Service[];
  /** The name of whoever speaks. */
  readonly own?: string;
  /** What is eaten is told of, too. */
  readonly isMeal?: boolean;
}

/** All that words tell of a booking, whatever was asked. */
export interface Told {
  readonly who: Who | 'several' | undefined;
  readonly age: number | undefined;
  /** Whoever speaks says it of themselves. */
  readonly isOwnAge: boolean;
  /** When; several where one is as good as the other: `周四9点或者9点40`. */
  readonly wishes: readonly Wish[];
  readonly problem: SaidWhen['problem'];
  /** Address, telephone and diet; empty where nothing is said of them. */
  readonly home: string;
  /** The words without time, age and home. */
  readonly rest: string;
  /** The words tell something of a booking, and nothing else. */
  readonly isAll: boolean;
}

const blanked = (words: string, [from, to]: Stretch): string =>
  words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);

const without = (words: string, pattern: RegExp): string => words.replace(pattern, (found) => ' '.repeat(found.length));

/** Where a home is told: a house or more of it, and telephone numbers. A floor alone is no address. */
function homeStretches(words: string, compounds: readonly Compound[]): readonly Stretch[] {
  const { place, spans } = readPlace(words, compounds);
  const isAddress = (place.compound ?? place.building ?? place.room) !== undefined;
  const phones = stretchesOf(fold(words), TELEPHONE).filter(([from, to]) => to - from <= LONGEST_PHONE);
  return [...(isAddress ? spans : []), ...phones];
}
/** With its separators; what is longer calls nobody. */
const LONGEST_PHONE = 16;

/** Words without every time in them. */
function withoutTimes(words: string, asking: Asking): string {
  const when = findWhen(words, asking);
  return when === undefined || when.stretches.length === 0
    ? words
    : withoutTimes(when.stretches.reduce(blanked, words), asking);
}

const isMoment = ({ from, to }: Wish): boolean => from !== undefined && to === undefined;

/** The times that are said: one, or moments of which any will do. */
function wishesIn(words: string, said: SaidWhen | undefined, asking: Asking): readonly Wish[] {
  if (said === undefined) return [];
  const parts = words.split(OR).map((part) => whenIn(part, asking)?.wish);
  const [first, ...others] = parts.filter((wish) => wish !== undefined);
  if (first === undefined || others.length === 0 || ![first, ...others].every(isMoment)) return [said.wish];
  return [first, ...others.map((wish) => (wish.days.length > 0 ? wish : { ...wish, days: first.days }))];
}

function plainlyTold(words: string, { asking, compounds, services, own, isMeal = false }: Hearing): Told {
  const homes = homeStretches(words, compounds);
  const homeless = homes.reduce(blanked, words);
  const said = whenIn(homeless, asking);
  const timeless = fold(withoutTimes(homeless, asking));
  const ageless = [SAID_AGE, TOLD_AGE, BORN, BARE_AGE].reduce(without, timeless);
  const diets = isMeal ? stretchesOf(ageless, DIET) : [];
  const rest = diets.reduce(blanked, ageless);
  const parts = joinStretches([...homes, ...diets]).map(([from, to]) => words.slice(from, to).trim());
  const home = parts.filter((part) => part !== '').join('，');
  const who = whoIn(words, own);
  const age = ageIn(timeless, Number(dayOf(asking.now, asking.zone).slice(0, 4)));
  const wishes = wishesIn(homeless, said, asking);
  const left = [ANY_NAME, ASIDE, OR, AROUND_DETAILS].reduce(without, rest);
  return {
    who,
    age,
    isOwnAge: OWN_AGE.test(timeless),
    wishes,
    problem: said === undefined ? impossibleIn(homeless) : said.problem,
    home,
    rest: rest.trim(),
    isAll: ((who ?? age) !== undefined || wishes.length > 0 || home !== '') && pointingOf(left, services).isClear,
  };
}

/** Reads all that words tell of a booking; what follows 不对 or 改成 counts for more than what stands before. */
export function toldIn(words: string, hearing: Hearing): Told {
  const at = fold(words).search(CORRECTS);
  const mark = CORRECTS.exec(fold(words))?.[0] ?? '';
  if (at < 0) return plainlyTold(words, hearing);
  const before = plainlyTold(words.slice(0, at), hearing);
  const after = toldIn(words.slice(at + mark.length), hearing);
  if (!after.isAll && after.wishes.length === 0) return plainlyTold(words, hearing);
  const days = before.wishes[0]?.days ?? [];
  const corrected = after.wishes.map((wish) => (wish.days.length > 0 ? wish : { ...wish, days }));
  return {
    who: after.who ?? before.who,
    age: after.age ?? before.age,
    isOwnAge: after.age === undefined ? before.isOwnAge : after.isOwnAge,
    wishes: corrected.length > 0 ? corrected : before.wishes,
    problem: corrected.length > 0 || after.problem !== undefined ? after.problem : before.problem,
    home: after.home === '' ? before.home : after.home,
    rest: `${before.rest} ${after.rest}`.trim(),
    isAll: after.isAll && (before.isAll || before.rest === ''),
  };
}
