import type { Compound } from '../../src/kernel/place.ts';

const compound = (name: string, buildings: number, units: number, floors: number, rooms: number): Compound => ({
  name,
  kind: buildings === 1 ? '公寓楼' : '小区',
  buildings,
  units,
  floors,
  rooms,
  aliases: [],
});

/** Compounds whose names are traps: a numeral in one, everyday words in others, houses of one building. */
export const compounds: readonly Compound[] = [
  { ...compound('和美一号院', 8, 3, 11, 2), aliases: ['一号院', '和美1号院'] },
  compound('西城花园', 6, 4, 6, 2),
  compound('金河湾', 5, 2, 18, 4),
  { ...compound('安居苑', 10, 3, 6, 2), aliases: ['安居小区'] },
  compound('新民家园', 4, 2, 6, 2),
  compound('青年公寓', 1, 1, 12, 16),
  compound('惠民公寓', 1, 1, 9, 12),
];
