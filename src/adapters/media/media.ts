import { mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFiles } from '../../engine/media.ts';

const SAFE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}$/u;

/** Keeps files in that folder, for the owner's eyes only. A name that is none of the transport's own making throws. */
export function createMediaFiles(folder: string): MediaFiles {
  return {
    async keep(file, bytes) {
      if (!SAFE_NAME.test(file)) throw new Error('not a file name of ours');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, file);
      const written = await open(`${path}.part`, 'w', 0o600);
      try {
        await written.writeFile(bytes);
        await written.sync();
      } finally {
        await written.close();
      }
      await rename(`${path}.part`, path);
    },
  };
}
