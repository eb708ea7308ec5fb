import type { MinuteSpan, PartOfDay } from './when.ts';

/** The hours that a part of the day has when no time is said with it. */
export const PART_HOURS: Readonly<Record<PartOfDay, Required<MinuteSpan>>> = {
  'small-hours': { from: 0, to: 360 },
  early: { from: 360, to: 600 },
  morning: { from: 480, to: 720 },
  noon: { from: 690, to: 840 },
  afternoon: { from: 720, to: 1_080 },
  dusk: { from: 1_020, to: 1_140 },
  evening: { from: 1_080, to: 1_440 },
  night: { from: 1_320, to: 1_800 },
  daytime: { from: 480, to: 1_080 },
  'whole-day': { from: 0, to: 1_440 },
};

/** 晚上网, 早上班, 马上午饭: the second character belongs to what follows, or the first to what goes before. */
const FULL: readonly (readonly [words: string, part: PartOfDay])[] = [
  ['凌晨|后半夜|下半夜', 'small-hours'],
  [
    '一?大?清早|清晨|一大早|一早|大早上|早晨|早上(?![网班学课楼下])|早间|早(?=\\d{1,2}(?:点|:\\d\\d)|[五六七八九十]点)',
    'early',
  ],
  ['(?<!马)上午|上半天|前半晌|上半晌|头晌', 'morning'],
  ['中午|晌午|正午', 'noon'],
  ['下午|午后|下半天|后半晌|下半晌|后晌', 'afternoon'],
  ['傍晚|傍黑|擦黑|黄昏', 'dusk'],
  ['晚上(?![网班学课楼下])|晚间|夜晚|大晚上|晚(?=\\d{1,2}(?:点|:\\d\\d)|[五六七八九十]点)', 'evening'],
  ['(?:大?半夜|深夜|夜里|夜间)(?:三更)?', 'night'],
  ['大?白天', 'daytime'],
  ['全天|一?整天', 'whole-day'],
];

/** After a day, one character is enough: 明早, 周三晚; but 早点 is breakfast, or a plea. */
const SHORT: readonly (readonly [words: string, part: PartOfDay])[] = [
  ['晨(?!练|跑|会)|早(?![点就已些餐饭市高退该安班晚])', 'early'],
  ['午(?![饭餐休睡])', 'noon'],
  ['晚(?![点餐饭会报些安班归])|夜(?!市|宵|班|跑)', 'evening'],
];

const named = (parts: typeof FULL): string => parts.map(([words]) => words).join('|');

/** A part of the day, as a pattern without named groups. */
export const PART = `(?:${named(FULL)})`;
/** The same, where a day stands before it. */
export const PART_AFTER_DAY = `(?:${named(FULL)}|${named(SHORT)})`;

const all = [...FULL, ...SHORT].map(([words, part]) => ({ part, whole: new RegExp(`^(?:${words})$`) }));

/** The part that those words name. */
export function partNamed(words: string): PartOfDay | undefined {
  return all.find(({ whole }) => whole.test(words))?.part;
}

/**
 * What an hour (0 … 24) of that part is on the day's clock, in hours: 下午3点 15, 中午1点 13, 晚上12点 24, 晚上1点 25,
 * 凌晨12点 0. Undefined where the part has no such hour, as 上午 has no 15.
 */
export function hourInPart(hour: number, part: PartOfDay): number | undefined {
  if (part === 'whole-day' || part === 'daytime') return hour;
  if (hour > 12) return part === 'morning' || part === 'early' ? undefined : hour;
  switch (part) {
    case 'small-hours':
      return hour === 12 ? 0 : hour;
    case 'early':
    case 'morning':
      return hour;
    case 'noon':
      return hour <= 3 && hour > 0 ? hour + 12 : hour;
    case 'afternoon':
    case 'dusk':
      return hour === 12 || hour === 0 ? 12 : hour + 12;
    case 'evening':
      return hour <= 4 || hour === 12 ? (hour % 12) + 24 : hour + 12;
    case 'night':
      if (hour === 12 || hour === 0) return 24;
      return hour <= 6 ? hour : hour + 12;
  }
}
