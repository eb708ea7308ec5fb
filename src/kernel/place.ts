import { type Compound, findCompounds, type NamedCompound } from './place-compound.ts';
import { readSaidPlace, type SaidPlace } from './place-said.ts';
import { AFTER_QUANTITY, isRoomNumber } from './room-number.ts';
import { joinStretches, type Stretch } from './stretch.ts';
import { officeWords, type PublicWords } from './text.ts';
import { fold } from './words.ts';

export type { Compound } from './place-compound.ts';

/** What is known of a place; `building` and `unit` are numbers from 1, `room` is the number on the door. */
export interface Place {
  readonly compound?: string;
  readonly building?: number;
  readonly unit?: number;
  readonly floor?: number;
  readonly room?: string;
}

/** A number that the compound does not have: `asked` was said, `count` exist. */
export type PlaceProblem = {
  readonly code: 'no-such-building' | 'no-such-unit' | 'no-such-floor';
  readonly compound: string;
  readonly asked: number;
  readonly count: number;
};

/** What readPlace understood, what was wrong with it, and which parts of the words said it. */
export interface ReadPlace {
  readonly place: Place;
  readonly problem?: PlaceProblem;
  readonly spans: readonly Stretch[];
}

/** A place is looked for in so many UTF-16 units from the start: what comes later is a story. */
const LONGEST_LOOK = 2_000;
const BLANK = '\u0001';
/** A flat's number in a house of one building: right after its name, or four digits anywhere that say nothing else. */
const AFTER_NAME = new RegExp(`${BLANK}[\\s,，的]{0,2}(?<number>\\d{3,4})(?!\\d|户|${AFTER_QUANTITY})室?`, 'd');
const FOUR_DIGITS = new RegExp(
  `(?<![\\da-z第￥$¥:：]|\\d[-\\s.]|(?:编号|单号|号码|进度|查询?|路|街|密码|尾号)\\s?)(?<number>\\d{4})(?!\\d|户|[-\\s.:：]\\d|${AFTER_QUANTITY})`,
  'd',
);

/**
 * The place in somebody's words, by the community's own compounds: the compound named nearest before the first
 * building, else the first one named, else `fallbackCompound` (the one whose room this is). Numbers out of the
 * compound's range are left out, and the first such is told as `problem`. `spans` are the parts that said the place,
 * empty when only the fallback is known. Never throws.
 */
export function readPlace(words: string, compounds: readonly Compound[], fallbackCompound?: string): ReadPlace {
  const folded = fold(words.slice(0, LONGEST_LOOK));
  const named = findCompounds(folded, compounds);
  const open = blanked(folded, named);
  const said = readSaidPlace(open);
  const compound = chooseCompound(named, said) ?? compounds.find((one) => one.name === fallbackCompound);
  const spans = named
    .filter((one) => one.compound === compound)
    .slice(0, 1)
    .map((one): Stretch => [one.from, one.to]);
  if (compound === undefined)
    return { place: placeOf(said), spans: joinStretches(said.isUnsure ? [] : said.stretches) };
  const isDoubtful = said.isUnsure && !(isFlatOf(said.room ?? '', compound) && problemsOf(said, compound).length === 0);
  const believed = isDoubtful ? { stretches: [], isUnsure: false } : said;
  const full = withFlat(open, believed, compound);
  return { ...checked(full, compound), spans: joinStretches([...spans, ...full.stretches]) };
}

function blanked(folded: string, named: readonly NamedCompound[]): string {
  let open = folded.replaceAll(BLANK, ' ');
  for (const { from, to } of named) open = open.slice(0, from) + BLANK.repeat(to - from) + open.slice(to);
  return open;
}

function chooseCompound(named: readonly NamedCompound[], said: SaidPlace): Compound | undefined {
  const at = said.building === undefined ? undefined : said.stretches[0]?.[0];
  const before = at === undefined ? undefined : named.findLast((one) => one.to <= at);
  return (before ?? named[0])?.compound;
}

/** In a house of one building its number need not be said, and a flat's number can stand alone. */
function withFlat(open: string, said: SaidPlace, compound: Compound): SaidPlace {
  if (compound.buildings !== 1 || said.room !== undefined || said.floor !== undefined) return said;
  for (const pattern of [AFTER_NAME, FOUR_DIGITS]) {
    const match = pattern.exec(open);
    const room = match?.groups?.['number'] ?? '';
    const stretch = match?.indices?.groups?.['number'];
    if (match === null || stretch === undefined || !isFlatOf(room, compound)) continue;
    const end = match.index + match[0].length;
    return { ...said, room, stretches: [...said.stretches, [stretch[0], end]] };
  }
  return said;
}

function isFlatOf(room: string, { floors, rooms, units }: Compound): boolean {
  return isRoomNumber(room) && Number(room.slice(0, -2)) <= floors && Number(room.slice(-2)) <= rooms * units;
}

function placeOf({ building, unit, floor, room, isUnsure }: SaidPlace): Place {
  if (isUnsure) return {};
  return {
    ...(building === undefined ? {} : { building }),
    ...(unit === undefined ? {} : { unit }),
    ...(floor === undefined ? {} : { floor }),
    ...(room === undefined ? {} : { room }),
  };
}

/** Every number that the compound does not have, the building first. */
function problemsOf(said: SaidPlace, compound: Compound): readonly PlaceProblem[] {
  const { building, unit, floor, room } = said;
  const storey = floor ?? (room === undefined ? undefined : Number(room.slice(0, -2)));
  const checks = [
    { code: 'no-such-building', asked: building, count: compound.buildings },
    { code: 'no-such-unit', asked: unit, count: compound.units },
    { code: 'no-such-floor', asked: storey, count: compound.floors },
  ] as const;
  return checks.flatMap(({ code, asked, count }) =>
    asked !== undefined && (asked < 1 || asked > count) ? [{ code, compound: compound.name, asked, count }] : [],
  );
}

function checked(said: SaidPlace, compound: Compound): { readonly place: Place; readonly problem?: PlaceProblem } {
  const problems = problemsOf(said, compound);
  const isWrong = (code: PlaceProblem['code']): boolean => problems.some((problem) => problem.code === code);
  const { building, unit, floor, room } = said;
  const house = building ?? (compound.buildings === 1 ? 1 : undefined);
  const [problem] = problems;
  return {
    place: {
      compound: compound.name,
      ...(isWrong('no-such-building') || house === undefined ? {} : { building: house }),
      ...(isWrong('no-such-unit') || unit === undefined ? {} : { unit }),
      ...(isWrong('no-such-floor') || floor === undefined ? {} : { floor }),
      ...(isWrong('no-such-floor') || room === undefined ? {} : { room }),
    },
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Whether the words begin with a place: `3号楼…`, `和美一号院…`, `2单元…`. */
export function startsWithPlace(words: string, compounds: readonly Compound[]): boolean {
  const lead = words.length - words.trimStart().length;
  return readPlace(words, compounds).spans.some(([from, to]) => from <= lead && to > lead);
}

function building({ compound = '', building: number, unit }: Place): string {
  const house = number === undefined ? '' : `${String(number)}号楼`;
  return compound + house + (unit === undefined ? '' : `${String(unit)}单元`);
}

/** The place as a group may see it, down to the unit: `和美一号院3号楼2单元`; undefined when nothing is known. */
export function publicPlace(place: Place): PublicWords | undefined {
  const said = building(place);
  return said === '' ? undefined : officeWords(said);
}

/** The place with floor or room, for its reporter and the staff who handle it: `和美一号院3号楼2单元501室`. */
export function fullPlace(place: Place): string {
  if (place.room !== undefined) return `${building(place)}${place.room}室`;
  return building(place) + (place.floor === undefined ? '' : `${String(place.floor)}楼`);
}
