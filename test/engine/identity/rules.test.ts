import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  friendsByToken,
  PAIRING,
  recogniseRoom,
  remarkOf,
  ROSTER_SHARE,
  rosterPrints,
  tokenLength,
} from '../../../src/engine/identity/rules.ts';
import { keyedRandom } from '../../../src/kernel/random.ts';

const random = keyedRandom('1');
const token = (key: string): string => random.token(key, tokenLength);
const friend = (outsideId: string, remark: string) => ({ outsideId, remark });

describe('remarks', () => {
  test('a friend is known again by the token, whatever the name', () => {
    const remark = remarkOf('小刘·假的', token('a'));
    expect([...friendsByToken([friend('x1', remark), friend('x2', ''), friend('x3', '小刘')]).entries()]).toEqual([
      [token('a'), friend('x1', remark)],
    ]);
  });

  test('a token that two friends carry identifies neither, nor does a third one help', () => {
    const twins = ['x1', 'x2', 'x3'].map((id) => friend(id, remarkOf('小刘', token('a'))));
    expect(friendsByToken(twins).size).toBe(0);
  });

  test('a token somewhere else than at the end, cut short or in small letters is none', () => {
    const good = token('a');
    for (const remark of [
      `·${good}x`,
      good,
      `·${good.slice(1)}`,
      `·${good.toLowerCase()}`,
      `·${good} `,
      `小刘-${good}`,
    ]) {
      expect(friendsByToken([friend('x', remark)]).size).toBe(0);
    }
  });

  test('every name can be remarked and read back, and the remark stays short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        const remark = remarkOf(name, token('a'));
        expect(friendsByToken([friend('x', remark)]).has(token('a'))).toBe(true);
        expect([...remark].length).toBeLessThanOrEqual(8 + 1 + tokenLength);
      }),
    );
  });

  test('tokens cannot be guessed: 50 bits', () => {
    expect(32 ** tokenLength).toBeGreaterThanOrEqual(2 ** 50);
    expect(PAIRING).toEqual({ digits: 8, lifetime: 600_000, tries: 5 });
  });
});

describe('a room after a new login', () => {
  const names = Array.from({ length: 10 }, (_, index) => `邻居${index}`);
  const roster = rosterPrints(names);
  const room = (topic: string, memberNames: readonly string[], outsideId = 'r1') => ({
    outsideId,
    topic,
    memberNames,
    memberIds: memberNames.map((name) => `id of ${name}`),
  });
  const known = (topic: string, prints: readonly string[] = roster) => ({ topic, roster: prints, isForStaff: false });
  const recognise = (topic: string, prints: readonly string[], rooms: readonly ReturnType<typeof room>[]) =>
    recogniseRoom(known(topic, prints), rooms, new Set());

  test('is known by its topic and six tenths of its roster', () => {
    const outside = room('和美一号院邻里群', [...names.slice(0, 6), '新人']);
    expect(ROSTER_SHARE).toBe(0.6);
    expect(recognise('和美一号院邻里群', roster, [room('别的群', names), outside])).toBe(outside);
    expect(recognise('和美一号院邻里群', roster, [room('和美一号院邻里群', names.slice(0, 5))])).toBeUndefined();
  });

  test('is not guessed: two of one topic, another topic, no roster, nobody in it', () => {
    const same = room('群', names);
    expect(recognise('群', roster, [same, room('群', [], 'r2')])).toBeUndefined();
    expect(recognise('群', roster, [room('群 ', names)])).toBeUndefined();
    expect(recognise('群', [], [same])).toBeUndefined();
    expect(recognise('群', roster, [room('群', [])])).toBeUndefined();
    expect(recognise('群', roster, [same].slice(1))).toBeUndefined();
  });

  test('somebody who opens a group of that name with a few staff in it does not pass for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.array(fc.string(), { maxLength: 50, size: 'max' }),
        (known, strangers) => {
          const outsiders = strangers.filter((name) => !names.includes(name));
          expect(recognise('群', roster, [room('群', [...names.slice(0, known), ...outsiders])])).toBeUndefined();
        },
      ),
    );
  });

  test('the staff’s room, and one of few people, need one of the staff who is proven by a remark', () => {
    const few = names.slice(0, 4);
    const proven = new Set(['id of 邻居0']);
    const real = room('群', few);
    const madeUp = { ...real, memberIds: few.map((name) => `another ${name}`) };
    for (const isForStaff of [true, false]) {
      const before = { topic: '群', roster: rosterPrints(few), isForStaff };
      expect(recogniseRoom(before, [real], proven)).toBe(real);
      expect(recogniseRoom(before, [madeUp], proven)).toBeUndefined();
      expect(recogniseRoom(before, [real], new Set())).toBeUndefined();
      expect(recogniseRoom(before, [real], undefined)).toBe(real);
    }
    const staff = { topic: '群', roster, isForStaff: true };
    expect(recogniseRoom(staff, [room('群', names)], new Set())).toBeUndefined();
  });

  test('prints are no names', () => {
    expect(roster.join('')).not.toContain('邻居');
    expect(rosterPrints(['甲', '甲']).length).toBe(2);
  });
});
