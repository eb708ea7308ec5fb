import { expect, test } from 'vitest';
import { configSchema } from '../../src/app/config.ts';
import { read } from '../kit/project-files.ts';

/** `NAME=value` and `# NAME=value` both name a setting; the second one leaves it at its default. */
const named = Array.from(read('.env.example').matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm), ([, name = '']) => name);

test('.env.example names exactly the settings that the program reads, each once', () => {
  expect([...named].sort()).toEqual(Object.keys(configSchema.shape).sort());
});

test('every setting says what it is for', () => {
  const silent = Object.entries(configSchema.shape).filter(([, setting]) => !setting.meta()?.description);
  expect(silent.map(([name]) => name)).toEqual([]);
});
