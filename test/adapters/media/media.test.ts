import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createMediaFiles } from '../../../src/adapters/media/media.ts';
import { temporaryFolder } from '../../kit/database.ts';

const home = temporaryFolder();
afterAll(() => rmSync(home, { recursive: true }));
const folder = join(home, 'media');
const media = createMediaFiles(folder);

test('a file is kept whole, for its owner alone', async () => {
  await media.keep('a-1.jpg', new Uint8Array([1, 2, 3]));
  expect([...readFileSync(join(folder, 'a-1.jpg'))]).toEqual([1, 2, 3]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'a-1.jpg')).mode & 0o777).toBe(0o600);
  await media.keep('a-1.jpg', new Uint8Array([4]));
  expect([...readFileSync(join(folder, 'a-1.jpg'))]).toEqual([4]);
  expect(readdirSync(folder)).toEqual(['a-1.jpg']);
});

test.each(['', '.', '..', '../a.jpg', 'a/b.jpg', '.hidden', '照片.jpg', 'a\0.jpg', 'a'.repeat(200)])(
  'a name that could lead elsewhere is refused: %j',
  async (name) => {
    await expect(media.keep(name, new Uint8Array(1))).rejects.toThrow('not a file name of ours');
    expect(existsSync(join(home, 'a.jpg'))).toBe(false);
  },
);
