import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Made by machines, or belonging to the one who runs this: nothing that the project says. */
const NOT_OURS = /^(node_modules|dist|data|coverage|\.git|src\/generated|\.env|.*\.tsbuildinfo)$/;

/** The paths of the project's own files, from its root, with `/`. */
export function projectFiles(folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
    .filter(({ path }) => !NOT_OURS.test(path))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? projectFiles(path) : [path]))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
