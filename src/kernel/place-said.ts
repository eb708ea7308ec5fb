import { readNumeral } from './numerals.ts';
import { AFTER_QUANTITY, isRoomNumber } from './room-number.ts';
import type { Stretch } from './stretch.ts';

/** Building, unit, floor and room as words say them, not yet compared with any compound. */
export interface SaidPlace {
  readonly building?: number;
  readonly unit?: number;
  readonly floor?: number;
  readonly room?: string;
  readonly stretches: readonly Stretch[];
  /** Said in a way that could mean something else (3-501, 3 2 501): believe it only where it fits the compound. */
  readonly isUnsure: boolean;
}

type Draft = {
  building?: number;
  unit?: number;
  floor?: number;
  room?: string;
  stretches: Stretch[];
  isUnsure: boolean;
};

const CN = '一二三四五六七八九十两百零〇';
const NUM = `(?:\\d{1,4}|[${CN}]{1,4})`;
/** Nothing that would make the number a part of something longer: 13号楼 is not 3号楼, and 11月3号 is a date. */
const START = `(?<![\\d${CN}#]|[\\d${CN}]月|[\\d${CN}]\\.)`;
const DASH = '[-‐‑‒–—―−_/.~]';
const ALSO = `(?:\\s?(?:[、,/~-]|和|及|与|到|至)\\s?${NUM}(?:号楼|栋|幢)?){0,9}`;
/** 一栋楼, 两座桥, 三栋都: how many there are, not which one. */
const HOW_MANY = '(?:[栋幢]楼|座楼|[栋幢座](?:都|全|之间|居民|高))';

const BUILDING = new RegExp(
  `${START}(?![${CN}]{1,2}${HOW_MANY})(?<number>${NUM})(?:${ALSO}\\s?号楼|${ALSO}\\s?[栋幢](?![栋幢])楼?|(?<=\\d)座(?![位山桥城椅谈机钟])楼?|座(?=楼|\\s?${NUM}单元|电梯|\\s|$)|(?<!\\d{3})(?<=\\d)#楼?|[号楼](?=\\s?${NUM}\\s?单元)|号(?=\\s?\\d{3,4}室))`,
  'g',
);
const DASHED = new RegExp(
  `(?<![\\da-z:/.]|\\d${DASH}|[${CN}])(?<building>\\d{1,3}|[${CN}]{1,3})(?:\\s?${DASH}\\s?(?<unit>\\d{1,2}|[${CN}]{1,2}))?\\s?${DASH}\\s?(?:(?<floor>\\d{1,2})${DASH})?(?<room>\\d{3,4}|[${CN}]{3,4})(?!\\d|${DASH}\\d|${AFTER_QUANTITY})(?:室|号房|号)?`,
  'g',
);
const SPACED = /(?<![\d\-./:a-z]\s?)(?<building>\d{1,2}) (?<unit>\d{1,2}) (?<room>\d{3,4})(?![\d\-./:a-z]| \d)室?/g;
const BUILDING_DASH_UNIT = new RegExp(`${START}(?<building>${NUM})\\s?[-—–]\\s?(?<unit>${NUM})\\s?单元`, 'g');
const UNIT = new RegExp(`${START}(?<number>${NUM})\\s?单元`, 'g');
const FLOOR = new RegExp(
  `${START}(?<!负|地下|[-b]|[a-z]\\d)(?![一两]层[厚薄水灰油冰雪土泥沙皮霜渣膜布垃纸])(?<number>${NUM})(?:楼(?![盘市价主房号])|层(?![楼次面高意含]))`,
  'g',
);
const ROOM = new RegExp(
  `${START}(?<!-)(?<number>\\d{3,4}|[${CN}]{3,5})\\s?(?:室(?!内|外)|号房|房间|房(?![子屋租价东产顶贷管]))`,
  'g',
);

const JOIN = '[\\s,，、的之]{0,2}';
const NEXT_UNIT = new RegExp(
  `${JOIN}${DASH}?(?<number>${NUM})\\s?(?:单元|门(?![口卫诊面市锁禁铃板])|[#-](?=\\d{3,4}(?!\\d)))`,
  'y',
);
const NEXT_FLOOR = new RegExp(`${JOIN}${DASH}?(?<number>${NUM})(?:楼|层(?!楼))`, 'y');
const NEXT_ROOM = new RegExp(
  `${JOIN}${DASH}?(?<number>\\d{3,4}|[一二三四五六七八九零〇]{3,4})(?!\\d|户|${AFTER_QUANTITY})(?:室|号房|房间|号(?!楼|线))?`,
  'y',
);

/** The number that a token starts with; of 一二 (“one, two”) the first. */
function count(words: string): number | undefined {
  return readNumeral(words) ?? readNumeral(words.charAt(0));
}

function roomOf(words: string): string | undefined {
  const digits = /^\d+$/.test(words) ? words : String(readNumeral(words) ?? '');
  return isRoomNumber(digits) ? digits : undefined;
}

function firstMatch(pattern: RegExp, words: string, from: number, to: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(words);
  return match !== null && match.index < to ? match : undefined;
}

function ends(match: RegExpExecArray): Stretch {
  return [match.index, match.index + match[0].length];
}

/** What a dashed or spaced group of numbers says; undefined when its last number is on no door. */
function readDashed(match: RegExpExecArray, isSpaced: boolean): Draft | undefined {
  const { building = '', unit, floor, room = '' } = match.groups ?? {};
  const door = roomOf(room) ?? (isSpaced ? undefined : roomOf((floor ?? '') + room));
  const number = count(building);
  if (door === undefined || number === undefined) return undefined;
  if (unit === undefined && !isSpaced && !/[-‐-―−]/.test(match[0])) return undefined;
  const draft: Draft = {
    building: number,
    room: door,
    stretches: [ends(match)],
    isUnsure: isSpaced || unit === undefined,
  };
  const unitNumber = unit === undefined ? undefined : count(unit);
  if (unitNumber !== undefined) draft.unit = unitNumber;
  return draft;
}

/** 3-2单元 is building 3, unit 2; 1-3单元 are three units of a building that is not said. */
function readBuildingDashUnit(match: RegExpExecArray): Draft | undefined {
  const building = count(match.groups?.['building'] ?? '');
  const unit = count(match.groups?.['unit'] ?? '');
  if (building === undefined || unit === undefined) return undefined;
  const stretches = [ends(match)];
  return building > unit
    ? { building, unit, stretches, isUnsure: false }
    : { unit: building, stretches, isUnsure: false };
}

/** Unit, floor and room that follow the building at once: 3号楼 + 二单元501室. */
function readTail(words: string, draft: Draft): void {
  let end = draft.stretches.at(-1)?.[1] ?? 0;
  const next = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = end;
    const match = pattern.exec(words);
    const number = match?.groups?.['number'];
    if (match === null || number === undefined) return undefined;
    if (pattern === NEXT_ROOM && roomOf(number) === undefined) return undefined;
    draft.stretches.push([end, end + match[0].length]);
    end += match[0].length;
    return number;
  };
  const unit = draft.unit === undefined ? next(NEXT_UNIT) : undefined;
  if (unit !== undefined) draft.unit = count(unit) ?? 0;
  const floor = draft.room === undefined ? next(NEXT_FLOOR) : undefined;
  if (floor !== undefined) draft.floor = count(floor) ?? 0;
  const room = draft.room === undefined ? next(NEXT_ROOM) : undefined;
  if (room !== undefined) draft.room = roomOf(room) ?? '';
}

/** The first building in the words, however it is written. */
function findBuilding(words: string): Draft | undefined {
  const found: Draft[] = [];
  const add = (draft: Draft | undefined): void => {
    if (draft !== undefined) found.push(draft);
  };
  for (const match of words.matchAll(DASHED)) add(readDashed(match, false));
  for (const match of words.matchAll(SPACED)) add(readDashed(match, true));
  for (const match of words.matchAll(BUILDING_DASH_UNIT)) add(readBuildingDashUnit(match));
  const named = firstMatch(BUILDING, words, 0, words.length);
  const building = count(named?.groups?.['number'] ?? '');
  if (named !== undefined && building !== undefined) add({ building, stretches: [ends(named)], isUnsure: false });
  return found.toSorted((a, b) => (a.stretches[0]?.[0] ?? 0) - (b.stretches[0]?.[0] ?? 0))[0];
}

/** Where the second building begins: what follows it is about somewhere else. */
function nextBuilding(words: string, after: number): number {
  return firstMatch(BUILDING, words, after, words.length)?.index ?? words.length;
}

/**
 * Building, unit, floor and room in folded words from which the names of compounds have been taken out.
 * Of several buildings the first. Never throws.
 */
export function readSaidPlace(words: string): SaidPlace {
  const draft = findBuilding(words) ?? { stretches: [], isUnsure: false };
  if (draft.stretches.length > 0) readTail(words, draft);
  const end = draft.stretches.at(-1)?.[1] ?? 0;
  const limit = draft.building === undefined ? words.length : nextBuilding(words, end);
  const later = (pattern: RegExp): string | undefined => {
    const match = firstMatch(pattern, words, 0, limit);
    if (
      match === undefined ||
      draft.stretches.some(([from, to]) => match.index < to && match.index + match[0].length > from)
    ) {
      return undefined;
    }
    const number = match.groups?.['number'] ?? '';
    if (pattern === ROOM && roomOf(number) === undefined) return undefined;
    draft.stretches.push(ends(match));
    return number;
  };
  const unit = draft.unit === undefined ? later(UNIT) : undefined;
  if (unit !== undefined) draft.unit = count(unit) ?? 0;
  const room = draft.room === undefined ? later(ROOM) : undefined;
  if (room !== undefined) draft.room = roomOf(room) ?? '';
  const floor = draft.floor === undefined && draft.room === undefined ? later(FLOOR) : undefined;
  if (floor !== undefined) draft.floor = count(floor) ?? 0;
  return draft;
}
