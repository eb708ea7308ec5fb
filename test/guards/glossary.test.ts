import { expect, test } from 'vitest';
import { z } from 'zod';
import { features } from '../../src/app/features.ts';
import { ROLES, ROOM_KINDS } from '../../src/engine/community/profile.ts';
import { LANES } from '../../src/engine/outbox/rules.ts';
import { CASE_STATES } from '../../src/features/cases/rules/states.ts';
import { projectFiles, read } from '../kit/project-files.ts';

/** The terms are what docs/glossary.md has between backticks. */
const terms = new Set(Array.from(read('docs/glossary.md').matchAll(/`([^`\n]+)`/g), ([, term = '']) => term));

const registered = z.array(
  z.object({ commands: z.array(z.object({ id: z.string(), words: z.array(z.string()).min(1) })).default([]) }),
);
const commands = registered.parse(features).flatMap((feature) => feature.commands);

test.each([
  ['states of a case', CASE_STATES],
  ['lanes', LANES],
  ['roles', ROLES],
  ['kinds of rooms', ROOM_KINDS],
  ['ids of commands', commands.map(({ id }) => id)],
  ['words of commands', commands.flatMap(({ words }) => words)],
])('the glossary knows all %s', (_, names: readonly string[]) => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !terms.has(name))).toEqual([]);
});

test('every term of the glossary is used', () => {
  const files = projectFiles().filter((path) => /^(src|prisma)\/.*\.(ts|prisma|yaml)$/.test(path));
  const code = files.map(read).join('\n');
  const words = new Set(code.match(/[\w-]+|\p{Script=Han}+/gu));
  // Ids that are put together from a list stand in no file as they are.
  const ids = new Set(features.flatMap((feature) => feature.commands.map((command) => command.id)));
  const isUsed = (term: string): boolean =>
    ids.has(term) || words.has(term) || (!/^[\w-]+$/.test(term) && code.includes(term));
  expect(terms.size).toBeGreaterThan(0);
  expect([...terms].filter((term) => !isUsed(term))).toEqual([]);
});
