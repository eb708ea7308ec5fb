import { expect, test } from 'vitest';
import { projectFiles, read } from '../kit/project-files.ts';

/**
 * On a server several communities share the tables, so a query that does not name its own reads or changes another
 * one's rows. Every query of every store is read here: what it is given must speak of the community, itself or through
 * a name that the same file makes of it.
 */
const stores = projectFiles('src').filter((path) => /(?:^|\/|-)store\.ts$/.test(path) || path.includes('/store/'));

/** The table of the communities themselves. */
const OWN = 'community';

/** What stands between the bracket at `from` and the one that closes it. */
function inBrackets(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if ('([{'.includes(source.charAt(at))) depth += 1;
    if (')]}'.includes(source.charAt(at))) depth -= 1;
    if (depth === 0) return source.slice(from, at + 1);
  }
  throw new Error('a bracket that is never closed');
}

/** The names in a file that are made of the community: `const where = { communityId, … }`, `const keyOf = (communityId …`. */
function madeOfIt(source: string): ReadonlySet<string> {
  return new Set(
    [...source.matchAll(/const (\w+) = (?:\([^)]*\) => \()?\(?[({[]/g)]
      .filter((match) => {
        const opening = source.indexOf(match[0]) + match[0].search(/[({[]/);
        return /communityId|community\.id/.test(inBrackets(source, opening));
      })
      .map(([, name = '']) => name),
  );
}

function isScoped(given: string, names: ReadonlySet<string>): boolean {
  if (/communityId|community\.id/.test(given)) return true;
  return [...given.matchAll(/\b\w+\b/g)].some(([word]) => names.has(word));
}

/** The queries of a store that name no community. */
function unscoped(source: string): readonly string[] {
  const names = madeOfIt(source);
  const typed = [...source.matchAll(/\btx\.(\w+)\.(\w+)\(/g)]
    .filter(([, table]) => table !== OWN && table !== 'fields')
    .filter((match) => !isScoped(inBrackets(source, match.index + match[0].length - 1), names))
    .map(([call]) => call);
  const raw = [...source.matchAll(/\$(?:queryRaw|executeRaw)\w*(?:<[^`]*>)?`([^`]*)`/g)]
    .filter(([, sql = '']) => !/community_id/.test(sql))
    .map(([call]) => call.slice(0, 40));
  return [...typed, ...raw];
}

test('every query of every store names its community', () => {
  const found = stores
    .map((path) => ({ path, queries: unscoped(read(path)) }))
    .filter(({ queries }) => queries.length > 0);
  expect(found).toEqual([]);
});

test('there is something to read', () => {
  const calls = stores.flatMap((path) => [...read(path).matchAll(/\btx\.\w+\.\w+\(|Raw\w*(?:<[^`]*>)?`/g)]);
  expect(stores.length).toBeGreaterThan(8);
  expect(calls.length).toBeGreaterThan(60);
});

test.each([
  ['an update by primary key', "await tx.case.updateMany({ where: { id }, data: { state: 'failed' } });"],
  ['a query of everything', 'await tx.loginSession.findFirst({ orderBy: { id: 1 } });'],
  ['a name that is made of something else', 'const where = { id };\nawait tx.case.findMany({ where });'],
  ['a statement', 'await tx.$executeRaw`UPDATE job_runs SET outcome = ${outcome} WHERE job = ${job}`;'],
])('%s is seen', (_, source) => {
  expect(unscoped(source).length).toBe(1);
});

test.each([
  'await tx.case.findMany({ where: { communityId, no } });',
  'const where = { communityId, no };\nawait tx.case.findMany({ where, take: 1 });',
  'const key = { communityId, no };\nawait tx.case.upsert({ where: { communityId_no: key }, create: key, update: {} });',
  'await tx.community.findFirst({ where: {} });',
])('and what is in order is let through: %s', (source) => {
  expect(unscoped(source)).toEqual([]);
});
