import { expect, test } from 'vitest';
import { read } from '../kit/project-files.ts';
import { perform } from '../kit/transcript.ts';

const DIALOGUE = /```\n([^`]*→[^`]*)```/g;
const dialogues = [...read('README.md').matchAll(DIALOGUE)].map(([, words = '']) => words);

test('there are dialogues to compare', () => {
  expect(dialogues.length).toBeGreaterThan(1);
});

test.each(dialogues)('what the README shows is what the program says: %#', async (written) => {
  expect(await perform(written)).toBe(written);
});
