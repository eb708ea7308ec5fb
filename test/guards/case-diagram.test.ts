import { expect, test } from 'vitest';
import { drawMoves, readMoves, withDiagram } from '../../scripts/case-diagram.ts';
import { CASE_STATES, MOVES } from '../../src/features/cases/rules/states.ts';
import { read } from '../kit/project-files.ts';

const REMEDY = 'docs/cases.md is stale: `npx tsx scripts/case-diagram.ts` draws it anew.';
const page = read('docs/cases.md');

test('the diagram in docs/cases.md is the table of moves', () => {
  expect(withDiagram(page, drawMoves(MOVES)), REMEDY).toBe(page);
});

test('the script reads the same table as the program', () => {
  expect(readMoves(read('src/features/cases/rules/states.ts'))).toEqual(MOVES);
});

test('the page names every state and every move', () => {
  const moves = Object.values(MOVES).flatMap((targets) => Object.keys(targets));
  expect([...CASE_STATES, ...moves].filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

test('the guard sees a move that is missing, and marks that are gone', () => {
  const { closed: _, ...fewer } = MOVES;
  expect(withDiagram(page, drawMoves({ ...fewer, closed: {} }))).not.toBe(page);
  expect(() => withDiagram('# Cases', drawMoves(MOVES))).toThrow('marks');
  expect(() => readMoves('export const MOVES = { open: { close: shut } };')).toThrow('leads to no state');
  expect(() => readMoves('export const STEPS = {};')).toThrow('no constant MOVES');
});
