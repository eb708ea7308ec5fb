import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../../../src/engine/community/profile.ts';
import { type Candidate, expectedOwner, mayAct, type RightsOn } from '../../../../src/features/cases/rules/rights.ts';

const plain: RightsOn = { isDispute: false, ownerId: 99, grid: 1, about: [] };
const staff = (role: Role, grid: number | null = null, id = 1) => ({ id, role, grid });

/** Who may act on what: a row for each role, in the columns' order. */
const COLUMNS: readonly (readonly [string, (id: number) => RightsOn])[] = [
  ['a case of grid 1', () => plain],
  ['their own', (id) => ({ ...plain, ownerId: id })],
  ['a dispute of grid 1', () => ({ ...plain, isDispute: true })],
  ['a dispute that is theirs', (id) => ({ ...plain, isDispute: true, ownerId: id })],
  ['one about somebody else', () => ({ ...plain, about: [42] })],
  ['one about them', (id) => ({ ...plain, about: [id] })],
  ['one about them that is theirs', (id) => ({ ...plain, about: [id], ownerId: id })],
  ['one of no grid', () => ({ ...plain, grid: null })],
];
const ROWS: Readonly<Record<Role, string>> = {
  secretary: 'yes yes yes yes yes no no yes',
  clerk: 'yes yes no yes yes no no yes',
  'grid-worker': 'yes yes no yes yes no no no',
  'building-head': 'no yes no yes no no no no',
  'party-member': 'no yes no yes no no no no',
  mediator: 'no yes no yes no no no no',
  'legal-adviser': 'no yes no yes no no no no',
  expert: 'no yes no yes no no no no',
};

describe.each(ROLES)('%s', (role) => {
  test.each(COLUMNS.map(([name, on], index) => [name, on, ROWS[role].split(' ')[index]] as const))(
    '%s',
    (_, on, expected) => {
      expect(mayAct(staff(role, 1), on(1)) ? 'yes' : 'no').toBe(expected);
    },
  );
});

test('a worker of another grid, or of none, may not', () => {
  expect(mayAct(staff('grid-worker', 2), plain)).toBe(false);
  expect(mayAct(staff('grid-worker'), plain)).toBe(false);
  expect(mayAct(staff('grid-worker'), { ...plain, grid: null })).toBe(false);
});

const team: readonly Candidate[] = [
  { id: 1, name: '周书记', role: 'secretary', grid: null },
  { id: 2, name: '小刘', role: 'grid-worker', grid: 1 },
  { id: 3, name: '小陈', role: 'grid-worker', grid: 2 },
  { id: 4, name: '小何', role: 'clerk', grid: null },
  { id: 5, name: '秦老师', role: 'mediator', grid: null },
];
const ownerOf = (
  isDispute: boolean,
  grid: number | null,
  about: readonly number[] = [],
  from = team,
): string | undefined => expectedOwner(from, { isDispute, grid, about })?.name;

describe('who is expected to take it', () => {
  test.each([
    ['the grid’s worker', false, 1, [], '小刘'],
    ['the other grid’s worker', false, 2, [], '小陈'],
    ['the office where the grid is unknown', false, null, [], '小何'],
    ['the office where the grid has no worker', false, 9, [], '小何'],
    ['the mediator for a dispute', true, 1, [], '秦老师'],
    ['the secretary for a complaint about the worker', false, 1, [2], '周书记'],
    ['the secretary for a dispute about the mediator', true, 1, [5], '周书记'],
    ['a clerk for a complaint about the secretary', false, 1, [1], '小何'],
    ['the secretary for one about the clerk', false, null, [4], '周书记'],
  ] as const)('%s', (_, isDispute, grid, about, name) => {
    expect(ownerOf(isDispute, grid, about)).toBe(name);
  });

  test('without a mediator a dispute is the secretary’s; without a clerk the office is the secretary', () => {
    expect(
      ownerOf(
        true,
        1,
        [],
        team.filter((one) => one.role !== 'mediator'),
      ),
    ).toBe('周书记');
    expect(
      ownerOf(
        false,
        null,
        [],
        team.filter((one) => one.role !== 'clerk'),
      ),
    ).toBe('周书记');
    expect(ownerOf(false, 1, [], [])).toBeUndefined();
  });

  test('never somebody whom it is about, and always somebody who may act on it', () => {
    const everybody = team.map(({ id }) => id);
    const subsets = Array.from({ length: 2 ** everybody.length }, (_, bits) =>
      everybody.filter((_id, index) => (bits >> index) % 2 === 1),
    );
    for (const about of subsets) {
      for (const isDispute of [true, false]) {
        for (const grid of [null, 1, 2, 9]) {
          const owner = expectedOwner(team, { isDispute, grid, about });
          if (owner === undefined) continue;
          expect(about).not.toContain(owner.id);
          expect(mayAct(owner, { isDispute, grid, about, ownerId: owner.id })).toBe(true);
        }
      }
    }
  });
});
