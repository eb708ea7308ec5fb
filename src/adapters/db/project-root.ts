import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds `prisma/`, sought upwards from a module (`import.meta.url`). The same answer from the sources
 * and from their compiled copies in `dist/`, whose depth differs. Throws where there is none.
 */
export function projectRoot(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, 'prisma', 'schema.prisma'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no folder with prisma/schema.prisma above ${fileURLToPath(moduleUrl)}`);
    folder = parent;
  }
  return folder;
}
