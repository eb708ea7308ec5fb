import { projectFiles, read } from './project-files.ts';

/**
 * Everything that the bot and the office say of themselves: the texts in the source, the vocabulary, the sample
 * community. What stands here is nobody's secret, even where a resident happened to say the same.
 */
const own = projectFiles('src')
  .filter((path) => /\/(texts|commands|vocabulary)(\.ts$|\/)|\/preview\.ts$|\/day\.ts$/.test(path))
  .map(read)
  .concat(read('prisma/communities/renmin-xilu.yaml'))
  .join('\n');

export function isOwnWords(words: string): boolean {
  return own.includes(words);
}

const profile = read('prisma/communities/renmin-xilu.yaml');

/** The names of compounds and their aliases, longest first. */
export const compoundNames: readonly string[] = [...profile.matchAll(/\{ name: (\S+), kind: (?:小区|公寓楼).*?\}/g)]
  .flatMap(([all, name = '']) => [name, ...(/aliases: \[(.*?)\]/.exec(all)?.[1]?.split(', ') ?? [])])
  .sort((a, b) => b.length - a.length);

/** The names of the categories, longest first. */
export const categoryNames: readonly string[] = [...profile.matchAll(/ {4}name: (\S+)/g)]
  .map(([, name = '']) => name)
  .sort((a, b) => b.length - a.length);

/** The names of the staff. */
export const staffNames: readonly string[] = [...profile.matchAll(/\{ name: (\S+), role: /g)].map(
  ([, name = '']) => name,
);

/** The rooms of residents and merchants: everybody whom the assembly is for. */
export const publicRooms: readonly string[] = [
  ...profile.matchAll(/\{ topic: (\S+), kind: (?:residents|merchants)/g),
].map(([, name = '']) => name);

export const STAFF_ROOM = '社区工作群';
